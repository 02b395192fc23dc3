using System.Text.Json;

namespace InfoSharing.Tests.Interop.Services;

/// <summary>Four foreign stacks, each a program that makes one call of an agency's service and prints what came.</summary>
internal static class AgencyPeers
{
    /// <summary>The names of the stacks.</summary>
    public static readonly string[] All = ["grpc-js", "connect-node", "python3-grpcio", "buf curl"];

    /// <summary>What a peer checks in the unary case.</summary>
    private static string Transfer => Path.Combine(Peers.Folder, "agency.json");

    /// <summary>Makes one call.</summary>
    public static Task<PeerAnswer> Call(string peer, string address, string call) => peer switch
    {
        "grpc-js" => Program(Peers.Node("agency-grpc-js.mjs", address, call)),
        "connect-node" => Connect(address, call),
        "python3-grpcio" => Python(address, call),
        _ => Buf(address, call),
    };

    private static async Task<PeerAnswer> Connect(string address, string call)
    {
        using var folder = new TemporaryFolder();
        var image = Path.Combine(folder.Path, "contract.binpb");
        var (exitCode, _, errors) = await Peers.Buf("build", "protos", "-o", image);
        exitCode.ShouldBe(0, errors);
        return await Program(Peers.Node("agency-connect.mjs", address, call, image));
    }

    private static async Task<PeerAnswer> Python(string address, string call)
    {
        Peers.Need(File.Exists("/usr/bin/grpc_python_plugin") && File.Exists("/usr/include/google/protobuf/descriptor.proto") && Directory.Exists("/usr/lib/python3/dist-packages/grpc"), "python3-grpcio with protobuf-compiler-grpc and libprotobuf-dev");
        using var folder = new TemporaryFolder();
        var contract = Directory.EnumerateFiles(Path.Combine(Peers.RepositoryRoot, "protos", "infosharing", "v1"), "*.proto").Select(file => $"infosharing/v1/{Path.GetFileName(file)}");
        string[] arguments = ["-Iprotos", $"--python_out={folder.Path}", $"--grpc_python_out={folder.Path}", "--plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin", .. contract];
        var (exitCode, _, errors) = await Peers.Run("/usr/bin/protoc", arguments, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        exitCode.ShouldBe(0, errors);
        return await Program(Peers.Run("/usr/bin/python3", [Path.Combine(Peers.Folder, "agency.py"), folder.Path, address, call], TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    /// <summary>Has no schema: it asks the service for it, by reflection.</summary>
    private static async Task<PeerAnswer> Buf(string address, string call)
    {
        var (token, host) = (address.Split('@')[0], address.Split('@')[1]);
        if (call == "stream")
        {
            // A stream of an agency goes on until its caller goes, and buf has neither a deadline nor another way to go.
            var written = await Peers.BufUntil("}", "curl", "--http2-prior-knowledge", "--protocol", "grpc", "-H", $"authorization: Bearer {token}", "-d", "{}", $"http://{host}/infosharing.v1.CaseExchange/Watch");
            return new PeerAnswer { Code = 1, Messages = [JsonDocument.Parse(written).RootElement.GetProperty("event").GetString()!] };
        }
        string[] how = call switch
        {
            "unary" => ["-d", $"@{Transfer}", $"http://{host}/infosharing.v1.CaseExchange/Check"],
            "error" => ["-d", """{"transfer":{"id":"not an id"}}""", $"http://{host}/infosharing.v1.CaseExchange/Check"],
            _ => throw new NotSupportedException($"buf curl cannot make the call '{call}'."),
        };
        var (exitCode, output, errors) = await Peers.Buf(["curl", "--http2-prior-knowledge", "--protocol", "grpc", "-H", $"authorization: Bearer {token}", .. how]);
        var answer = new PeerAnswer { Code = exitCode / 8, Errors = errors }; // buf's exit code is the status times eight
        return call switch
        {
            "unary" => answer with { Rules = [.. JsonDocument.Parse(output).RootElement.GetProperty("report").GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("ruleId").GetString()!)] },
            _ => answer with { Details = JsonDocument.Parse(errors).RootElement.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("type").GetString()!).ToArray() },
        };
    }

    private static async Task<PeerAnswer> Program(Task<(int ExitCode, string Output, string Errors)> running)
    {
        var (exitCode, output, errors) = await running;
        exitCode.ShouldBe(0, errors);
        var said = JsonDocument.Parse(output).RootElement;
        return new PeerAnswer
        {
            Code = said.GetProperty("code").GetInt32(),
            Rules = Strings(said, "rules"),
            Messages = Strings(said, "messages"),
            Details = said.TryGetProperty("details", out var details)
                ? [.. Google.Rpc.Status.Parser.ParseFrom(details.GetBytesFromBase64()).Details.Select(detail => Google.Protobuf.WellKnownTypes.Any.GetTypeName(detail.TypeUrl))]
                : Strings(said, "detailTypes"),
            Errors = errors,
        };
    }

    private static string[] Strings(JsonElement said, string name) =>
        said.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("peer").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
