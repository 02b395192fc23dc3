using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InfoSharing.Tests.Interop.Official;

/// <summary>The official interoperability programs of Debian's ruby-grpc, over gRPC's C core.</summary>
internal static class RubyPeer
{
    /// <summary>Not run here: the cases of Google's cloud, and `all`, which runs those too.</summary>
    private static readonly HashSet<string> Cloud = ["all", "service_account_creds", "jwt_token_creds", "compute_engine_creds", "oauth2_auth_token", "per_rpc_creds"];

    /// <summary>The gem's folder; null where it is not installed.</summary>
    private static string? Gem { get; } = Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib", "rubygems-integration", SearchOption.AllDirectories)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "client.rb", SearchOption.AllDirectories))
        .Where(file => file.EndsWith("pb/test/client.rb", StringComparison.Ordinal))
        .Select(file => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..")))
        .FirstOrDefault() : null;

    /// <summary>The gem's folder of sources; skips the test on a laptop, and fails it in CI, where it is not installed.</summary>
    public static string Folder()
    {
        Peers.Need(Gem is not null, "ruby-grpc");
        return Gem!;
    }

    /// <summary>A file of the certificates that come with the programs.</summary>
    public static string Certificate(string file) => Path.Combine(Folder(), "spec", "testdata", file);

    /// <summary>Names of the cases that its client has, read from it, without those of the cloud.</summary>
    public static IReadOnlyList<string> Cases()
    {
        if (Gem is null) return [];
        var lines = File.ReadAllLines(Path.Combine(Gem, "pb", "test", "client.rb"));
        var first = Array.FindIndex(lines, line => line.StartsWith("class NamedTests", StringComparison.Ordinal));
        var last = Array.FindIndex(lines, first, line => line.Trim() == "private");
        return [.. lines[first..last].Select(line => line.Trim()).Where(line => line.StartsWith("def ", StringComparison.Ordinal)).Select(line => line[4..]).Where(name => !name.Contains('(') && !Cloud.Contains(name))];
    }

    /// <summary>Runs one case of its client against a server on loopback.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunClient(string name, int port, bool tls)
    {
        string[] security = tls ? ["--use_tls=true", "--use_test_ca=true", "--server_host_override=foo.test.google.fr"] : [];
        return Peers.Run("ruby", [Path.Combine(Folder(), "pb", "test", "client.rb"), "--server_host=127.0.0.1", $"--server_port={port}", $"--test_case={name}", .. security], TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>Starts its server, bound to loopback: as it comes it takes every address, so a copy is run that does not.</summary>
    public static async Task<RubyServer> StartServer(bool tls)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder(), "pb", "test", "server.rb"), TestContext.Current.CancellationToken);
        source.ShouldContain("0.0.0.0");
        source = source.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("__FILE__", $"'{Folder()}/pb/test/server.rb'", StringComparison.Ordinal).Replace("require_relative '../", $"require '{Folder()}/pb/", StringComparison.Ordinal).Replace($"{Folder()}/pb/../lib", $"{Folder()}/lib", StringComparison.Ordinal);
        var copy = Path.Combine(Directory.CreateTempSubdirectory("ruby-grpc").FullName, "server.rb");
        await File.WriteAllTextAsync(copy, source, TestContext.Current.CancellationToken);
        var port = FreePort();
        var start = new ProcessStartInfo("ruby", [copy, $"--port={port}", $"--use_tls={(tls ? "true" : "false")}"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        var server = new RubyServer(Process.Start(start)!, port, Path.GetDirectoryName(copy)!);
        await server.Ready();
        return server;
    }

    // From below those that the system gives to connections: one of those may be a connection's before it is used.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(30_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
