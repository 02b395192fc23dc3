using Google.Protobuf.Reflection;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Alpha = Grpc.Reflection.V1Alpha;

namespace InfoSharing.Tests.Rpc;

public class ReflectionTests
{
    [Fact]
    [Point(72)]
    public async Task Services_are_listed_in_both_versions()
    {
        await using var server = await StartAsync();
        string[] services = ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "infosharing.tests.grpc.Echo"];
        (await Ask(server, new ServerReflectionRequest { ListServices = "" })).ListServicesResponse.Service.Select(service => service.Name).ShouldBe(services);

        using var alpha = new Alpha.ServerReflection.ServerReflectionClient(server.ChannelOf(new GrpcChannelOptions())).ServerReflectionInfo();
        await alpha.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { ListServices = "", Host = "h" });
        (await alpha.ResponseStream.MoveNext(default)).ShouldBeTrue();
        alpha.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(services);
        alpha.ResponseStream.Current.ValidHost.ShouldBe("h");
        alpha.ResponseStream.Current.OriginalRequest.Host.ShouldBe("h");
    }

    [Theory]
    [InlineData("infosharing.tests.grpc.Echo")]
    [InlineData("infosharing.tests.grpc.Echo.Say")]
    [InlineData("infosharing.tests.grpc.EchoRequest")]
    [InlineData(".infosharing.tests.grpc.EchoReply.payload")]
    public async Task Symbol_gives_its_file_with_all_that_it_imports(string symbol)
    {
        await using var server = await StartAsync();
        var files = (await Ask(server, new ServerReflectionRequest { FileContainingSymbol = symbol })).FileDescriptorResponse.FileDescriptorProto;
        FileDescriptor.BuildFromByteStrings(files)[^1].Services.ShouldHaveSingleItem().FullName.ShouldBe("infosharing.tests.grpc.Echo");
    }

    [Fact]
    public async Task File_is_found_by_name()
    {
        await using var server = await StartAsync();
        var files = (await Ask(server, new ServerReflectionRequest { FileByFilename = "grpc/reflection/v1/reflection.proto" })).FileDescriptorResponse.FileDescriptorProto;
        FileDescriptorProto.Parser.ParseFrom(files.ShouldHaveSingleItem()).Package.ShouldBe("grpc.reflection.v1");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_the_stream_goes_on()
    {
        await using var server = await StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(server.ChannelOf(new GrpcChannelOptions())).ServerReflectionInfo();
        foreach (var question in new[]
        {
            new ServerReflectionRequest { FileContainingSymbol = "no.such.Thing" },
            new ServerReflectionRequest { FileByFilename = "no/such.proto" },
            new ServerReflectionRequest { AllExtensionNumbersOfType = "no.such.Thing" },
            new ServerReflectionRequest { FileContainingExtension = new ExtensionRequest { ContainingType = "infosharing.tests.grpc.EchoReply", ExtensionNumber = 9 } },
        })
        {
            await call.RequestStream.WriteAsync(question);
            (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
            call.ResponseStream.Current.ErrorResponse.ErrorCode.ShouldBe(5);
            call.ResponseStream.Current.OriginalRequest.ShouldBe(question);
        }

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = "infosharing.tests.grpc.EchoReply" });
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        call.ResponseStream.Current.AllExtensionNumbersResponse.ExtensionNumber.ShouldBeEmpty();
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext(default)).ShouldBeFalse();
    }

    private static async Task<ServerReflectionResponse> Ask(EchoServer server, ServerReflectionRequest question)
    {
        using var call = new ServerReflection.ServerReflectionClient(server.ChannelOf(new GrpcChannelOptions())).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(question);
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        return call.ResponseStream.Current;
    }

    private static Task<EchoServer> StartAsync() =>
        EchoServer.StartAsync(services: services => services.AddGrpcReflection(), map: app => app.MapGrpcReflectionService());
}
