using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace InfoSharing.Tests.Rpc;

/// <summary>Points 16 to 18 and 27: compression.md.</summary>
public class CompressionTests
{
    private static readonly Metadata Gzip = new() { { "grpc-internal-encoding-request", "gzip" } };
    private static readonly string Long = new('x', 20_000);

    [Fact]
    public async Task Client_compresses_when_asked_and_says_so()
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var sent = body.ToArray();
            var plain = EchoRequest.Parser.ParseFrom(Unzip(sent[5..]));
            var said = $"{sent[0]} {http.Request.Headers["grpc-encoding"]} {http.Request.Headers["grpc-accept-encoding"]} {sent.Length < 1000} {plain.Text == Long} {http.Request.Headers.ContainsKey("grpc-internal-encoding-request")}";
            http.Response.ContentType = "application/grpc";
            await http.Response.StartAsync();
            await http.Response.Body.WriteAsync(RawCall.Frame(new EchoReply { Text = said }));
            Microsoft.AspNetCore.Http.ResponseTrailerExtensions.AppendTrailer(http.Response, "grpc-status", "0");
        });
        (await server.Client.SayAsync(new EchoRequest { Text = Long }, Gzip)).Text.ShouldBe("1 gzip identity,gzip True True False");
    }

    [Fact]
    public async Task Compressed_requests_of_every_kind_arrive()
    {
        await using var server = await EchoServer.StartAsync();
        (await server.Client.SayAsync(new EchoRequest { Text = Long }, Gzip)).Text.ShouldBe(Long);
        using var gather = server.Client.Gather(Gzip);
        await gather.RequestStream.WriteAsync(new EchoRequest { Text = "a" });
        gather.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await gather.RequestStream.WriteAsync(new EchoRequest { Text = "b" });
        gather.RequestStream.WriteOptions = null;
        await gather.RequestStream.WriteAsync(new EchoRequest());
        await gather.RequestStream.CompleteAsync();
        (await gather).ShouldBe(new EchoReply { Text = "ab", Count = 3 });
    }

    [Fact]
    [Point(27)]
    public async Task Response_is_compressed_only_with_what_the_caller_takes()
    {
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        var request = RawCall.Frame(new EchoRequest { Text = Long });
        var taken = await RawCall.SendAsync(server.Http, RawCall.Say, request, ("grpc-accept-encoding", "identity, deflate ,gzip"));
        taken.Headers["grpc-encoding"].ShouldBe("gzip");
        taken.Body[0].ShouldBe((byte)1);
        EchoReply.Parser.ParseFrom(Unzip(taken.Body[5..])).Text.ShouldBe(Long);

        foreach (var accept in new[] { "identity,deflate", "gzipped", "" })
        {
            var refused = await RawCall.SendAsync(server.Http, RawCall.Say, request, ("grpc-accept-encoding", accept));
            refused.Headers.ShouldNotContainKey("grpc-encoding");
            refused.Body.ShouldBe(RawCall.Frame(new EchoReply { Text = Long }));
        }
    }

    [Fact]
    [Point(27)]
    public async Task Message_marked_so_is_never_compressed()
    {
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            await replies.WriteAsync(new EchoReply { Text = "a" });
            replies.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            await replies.WriteAsync(new EchoReply { Text = "secret" });
        };
        var reply = await RawCall.SendAsync(server.Http, RawCall.Repeat, RawCall.Frame(new EchoRequest()), ("grpc-accept-encoding", "gzip"));
        reply.Headers["grpc-encoding"].ShouldBe("gzip");
        reply.Body[0].ShouldBe((byte)1);
        var first = 5 + (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(reply.Body.AsSpan(1));
        reply.Body[first..].ShouldBe(RawCall.Frame(new EchoReply { Text = "secret" }));
    }

    [Fact]
    public async Task Handler_asks_for_compression_of_one_call_in_its_headers()
    {
        await using var server = await EchoServer.StartAsync();
        server.Behaviour.Say = async (request, context) =>
        {
            await context.WriteResponseHeadersAsync(Gzip);
            return new EchoReply { Text = request.Text };
        };
        var raw = await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(new EchoRequest { Text = Long }), ("grpc-accept-encoding", "gzip"));
        raw.Body[0].ShouldBe((byte)1);
        raw.Headers.ShouldNotContainKey("grpc-internal-encoding-request");
        (await server.Client.SayAsync(new EchoRequest { Text = Long })).Text.ShouldBe(Long);
    }

    [Fact]
    public async Task Replies_of_every_size_come_back_compressed()
    {
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        foreach (var size in new[] { 0, 1, 5000, 3_000_000 })
        {
            using var call = server.Client.Repeat(new EchoRequest { Count = 2, Size = size });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Payload.Length.ShouldBe(size);
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("", "0")] // an empty message as the official .NET stack compresses it
    [InlineData("00", "13")]
    [InlineData("1F8B0800000000000003", "13")] // a header alone
    [InlineData("1F8B08000000000000030300000000000000000000", "0")] // an empty message, well compressed
    [InlineData("1F8B080000000000000303000100000000000000", "13")] // a checksum that is wrong
    [InlineData("1F8B080000000000000303000000000000000001", "13")] // a length that is wrong
    [Point(18)]
    public async Task Broken_gzip_is_internal(string hex, string status)
    {
        await using var server = await EchoServer.StartAsync();
        (await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(Convert.FromHexString(hex), flag: 1), ("grpc-encoding", "gzip"))).Status.ShouldBe(status);
    }

    [Fact]
    [Point(18, Official = "served: .NET's gzip reader takes the end of its input for the end of the data")]
    public async Task Compressed_message_cut_anywhere_is_internal()
    {
        await using var server = await EchoServer.StartAsync();
        var whole = Zip(new EchoRequest { Text = "abcdefgh" }.ToByteArray());
        for (var length = 1; length < whole.Length; length++)
        {
            (await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(whole[..length], flag: 1), ("grpc-encoding", "gzip"))).Status.ShouldBe("13");
        }

        (await RawCall.SendAsync(server.Http, RawCall.Say, RawCall.Frame(whole, flag: 1), ("grpc-encoding", "gzip"))).Status.ShouldBe("0");
    }

    [Fact]
    [Point(13)]
    public async Task Gzip_bomb_is_refused_at_the_limit_on_either_side()
    {
        var bomb = RawCall.Frame(Zip(new byte[50_000_000]), flag: 1);
        bomb.Length.ShouldBeLessThan(200_000);
        await using var server = await EchoServer.StartAsync();
        (await RawCall.SendAsync(server.Http, RawCall.Say, bomb, ("grpc-encoding", "gzip"))).Status.ShouldBe("8");

        await using var raw = await RawServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-encoding"] = "gzip";
            await http.Response.Body.WriteAsync(bomb);
        });
        (await Should.ThrowAsync<RpcException>(async () => await raw.Client.SayAsync(new EchoRequest()))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Limit_holds_to_the_byte_after_decompression()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = 1000);
        var at = new EchoRequest { Text = new string('x', 1000 - 3) };
        at.CalculateSize().ShouldBe(1000);
        (await server.Client.SayAsync(at, Gzip)).Text.ShouldBe(at.Text);
        at.Text += "x";
        (await Should.ThrowAsync<RpcException>(async () => await server.Client.SayAsync(at, Gzip))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Encoding_that_no_provider_has_is_refused_where_it_is_asked_for()
    {
        await using var server = await EchoServer.StartAsync();
        Should.Throw<InvalidOperationException>(() => server.Client.SayAsync(new EchoRequest(), new Metadata { { "grpc-internal-encoding-request", "snappy" } })).Message.ShouldContain("snappy");
        await Should.ThrowAsync<InvalidOperationException>(() => EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "snappy"));
    }

    [Fact]
    public async Task Provider_of_ones_own_is_used_by_both_sides()
    {
        await using var server = await EchoServer.StartAsync(options =>
        {
            options.CompressionProviders.Add(new Brotli());
            options.ResponseCompressionAlgorithm = "br";
        });
        var client = server.ClientOf(new GrpcChannelOptions { CompressionProviders = [new Brotli()] });
        (await client.SayAsync(new EchoRequest { Text = Long }, new Metadata { { "grpc-internal-encoding-request", "br" } })).Text.ShouldBe(Long);
        (await server.Client.SayAsync(new EchoRequest { Text = Long })).Text.ShouldBe(Long); // takes gzip alone, and gets it plain
    }

    private static byte[] Zip(byte[] plain)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(plain);
        }

        return zipped.ToArray();
    }

    private static byte[] Unzip(byte[] zipped)
    {
        using var zip = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zip.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed class Brotli : ICompressionProvider
    {
        public string EncodingName => "br";

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => new BrotliStream(stream, compressionLevel ?? CompressionLevel.Fastest, leaveOpen: true);

        public Stream CreateDecompressionStream(Stream stream) => new BrotliStream(stream, CompressionMode.Decompress);
    }
}
