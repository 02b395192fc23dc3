using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>Answers questions about the schema (server-reflection.md).</summary>
internal static class ReflectionAnswers
{
    public static ServerReflectionResponse To(ServerReflectionRequest request, DescriptorIndex index)
    {
        var answer = Answer(request, index);
        answer.ValidHost = request.Host;
        answer.OriginalRequest = request;
        return answer;
    }

    private static ServerReflectionResponse Answer(ServerReflectionRequest request, DescriptorIndex index) => request.MessageRequestCase switch
    {
        ServerReflectionRequest.MessageRequestOneofCase.FileByFilename => Files(index.FileByName(request.FileByFilename), "file"),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol => Files(index.FileBySymbol(request.FileContainingSymbol), "symbol"),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension =>
            Files(index.FileByExtension(request.FileContainingExtension.ContainingType, request.FileContainingExtension.ExtensionNumber), "extension"),
        ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType => Extensions(request.AllExtensionNumbersOfType, index),
        ServerReflectionRequest.MessageRequestOneofCase.ListServices => new ServerReflectionResponse
        {
            ListServicesResponse = new ListServiceResponse { Service = { index.Services.Select(name => new ServiceResponse { Name = name }) } },
        },
        _ => Error(StatusCode.Unimplemented, "This kind of question is not known here."),
    };

    private static ServerReflectionResponse Files(IEnumerable<ByteString>? files, string what) => files is null
        ? Error(StatusCode.NotFound, $"No such {what} here.")
        : new ServerReflectionResponse { FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files } } };

    private static ServerReflectionResponse Extensions(string type, DescriptorIndex index) => index.ExtensionsOf(type) is not { } numbers
        ? Error(StatusCode.NotFound, "No such message here.")
        : new ServerReflectionResponse { AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type, ExtensionNumber = { numbers } } };

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}
