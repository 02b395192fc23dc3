using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Grpc.Net.Client;
using Grpc.Testing;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>All eighteen cases, our client against our server, on h2c and on TLS.</summary>
public class OurClientOurServerTests
{
    public static TheoryData<string, bool> Cases { get; } = [.. InteropCases.All.Keys.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_passes(string name, bool tls)
    {
        using var certificate = tls ? OwnCertificate.Create() : null;
        await using var server = await InteropServer.Start(certificate);
        using var channel = certificate is null
            ? GrpcChannel.ForAddress(server.Http)
            : GrpcChannel.ForAddress(server.Https, new GrpcChannelOptions { HttpHandler = OwnCertificate.Trusting(certificate), DisposeHttpClient = true });
        await InteropCases.All[name](channel);
    }

    [Fact]
    public void There_are_eighteen_cases() => InteropCases.All.Count.ShouldBe(18);

    [Fact]
    public async Task Server_compresses_each_message_as_it_is_asked_and_says_so_in_its_flag()
    {
        await using var server = await InteropServer.Start();
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 31_415, Compressed = new BoolValue { Value = true } }, new ResponseParameters { Size = 92_653, Compressed = new BoolValue { Value = false } } },
        };
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Http, "/grpc.testing.TestService/StreamingOutputCall"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Framed(request.ToByteArray())),
        };
        message.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        message.Headers.TryAddWithoutValidation("grpc-accept-encoding", "gzip");
        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        response.Headers.GetValues("grpc-encoding").ShouldBe(["gzip"]);
        body[0].ShouldBe((byte)1);
        var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1));
        using var zip = new GZipStream(new MemoryStream(body, 5, length), CompressionMode.Decompress);
        StreamingOutputCallResponse.Parser.ParseFrom(zip).Payload.Body.Length.ShouldBe(31_415);
        body[5 + length].ShouldBe((byte)0);
        StreamingOutputCallResponse.Parser.ParseFrom(body[(10 + length)..]).Payload.Body.Length.ShouldBe(92_653);
    }

    private static byte[] Framed(byte[] message)
    {
        var framed = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        return framed;
    }
}
