global using Google.Protobuf;
global using InfoSharing.V1;
global using Severity = InfoSharing.V1.Finding.Types.Severity;
