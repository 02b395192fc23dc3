using System.IO.Compression;

namespace InfoSharing.Tests.Rpc;

/// <summary>A request by chance: well formed or broken in one way, cut into frames anywhere, with the ways in which it may rightly end.</summary>
internal sealed record GeneratedRequest(string Kind, string Path, (string Name, string Value)[] Headers, List<byte[]> Frames, int Chunk, Func<RawStreamEnd, bool> EndsRightly)
{
    private const int MaxMessage = 4 * 1024 * 1024;
    private static readonly string[] Paths = ["Say", "Repeat", "Gather", "Chat"];
    private static readonly byte[] Bomb = RawCall.Frame(Zip(new byte[MaxMessage * 2]), flag: 1);

    public static GeneratedRequest From(Random random)
    {
        var method = Paths[random.Next(Paths.Length)];
        var path = $"/infosharing.tests.grpc.Echo/{method}";
        (string, string)[] headers = [("content-type", "application/grpc"), ("te", "trailers")];
        var many = method is "Gather" or "Chat";
        byte[] message = RawCall.Frame(new EchoRequest { Text = new string('x', random.Next(random.Next(2000) + 1)), Count = 2, Size = random.Next(50) });
        var before = many ? Enumerable.Range(0, random.Next(4)).SelectMany(_ => message).ToArray() : [];
        var cut = random.Next(1, message.Length);

        return random.Next(12) switch
        {
            0 or 1 => Make("well formed", [.. before, .. message], "0"),
            2 => Make("cut short", [.. before, .. message[..cut]], "13"),
            3 => Make("no message", many ? before : [], many ? "0" : "13"),
            4 => Make("bad flag", [.. before, (byte)random.Next(2, 256), .. message[1..]], "13"),
            5 => Make("length that lies", [.. before, .. RawCall.Frame(message[5..], length: (uint)(message.Length + random.Next(1, 1000)))], "13"),
            6 => Make("length over the limit", [.. before, .. RawCall.Frame([1, 2, 3], length: (uint)random.NextInt64(MaxMessage + 1L, uint.MaxValue + 1L))], "8"),
            7 => Make("compressed well", [.. before, .. RawCall.Frame(Zip(message[5..]), flag: 1)], "0") with { Headers = [.. headers, ("grpc-encoding", "gzip")] },
            8 => Make("compressed badly", [.. before, .. RawCall.Frame(Broken(Zip(message[5..])), flag: 1)], "13") with { Headers = [.. headers, ("grpc-encoding", "gzip")] },
            9 => random.Next(20) == 0
                ? Make("bomb", [.. before, .. Bomb], "8") with { Headers = [.. headers, ("grpc-encoding", "gzip")] }
                : Make("unknown encoding", [.. before, .. RawCall.Frame(message[5..], flag: 1)], "12") with { Headers = [.. headers, ("grpc-encoding", Token())] },
            10 => random.Next(2) == 0
                ? Make("odd headers", [.. before, .. message], "0") with { Headers = [.. headers, ("grpc-timeout", Token()), ("x-a-bin", Token()), ("grpc-accept-encoding", Token()), ("x-b", Token())] }
                : new("oversized headers", path, [.. headers, .. Enumerable.Range(0, 8).Select(i => ($"x-{i}", new string('y', random.Next(4_000, 9_000))))], Cut(message), Chunk(), end => end.ConnectionClosed || end.ResetCode is not null || end.Headers.GetValueOrDefault(":status") is "431" || end.Status == "0"),
            _ => new("noise", path, headers, Cut(Noise()), Chunk(), end => end.Status is not null || end.ResetCode is not null),
        };

        GeneratedRequest Make(string kind, byte[] body, string status) =>
            new(kind, path, headers, Cut(body), Chunk(), end => end.Status == status);

        byte[] Broken(byte[] zipped)
        {
            if (random.Next(2) == 0)
            {
                return zipped[..random.Next(1, zipped.Length)];
            }

            zipped[random.Next(zipped.Length - 8, zipped.Length)] ^= (byte)random.Next(1, 256); // its checksum or its length
            return zipped;
        }

        // Frames of any size, empty ones among them, so that a message lies over several and several lie in one.
        List<byte[]> Cut(byte[] body)
        {
            var frames = new List<byte[]>();
            for (var i = 0; i < body.Length;)
            {
                var size = random.Next(4) switch { 0 => random.Next(0, 7), 1 => random.Next(0, 300), _ => 16_384 };
                size = Math.Min(size, body.Length - i);
                frames.Add(body[i..(i + size)]);
                i += size;
            }

            frames.Add([]);
            return frames;
        }

        int Chunk() => random.Next(8) switch { 0 => random.Next(1, 4) * 8, 1 => random.Next(16, 500), _ => 0 };

        byte[] Noise()
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            return noise;
        }

        string Token() => new([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next('!', '~' + 1))]);
    }

    private static byte[] Zip(byte[] plain)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(plain);
        }

        return zipped.ToArray();
    }
}
