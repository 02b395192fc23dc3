global using InfoSharing.V1;
