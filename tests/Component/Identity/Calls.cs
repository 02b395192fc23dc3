using Grpc.Core;
using InfoSharing.Exchange.Identity;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Identity;

/// <summary>Tokens beside the agency's own, and what becomes of a call with each.</summary>
internal static class Calls
{
    internal static readonly DateTimeOffset Now = InfoSharing.Tests.Samples.JudgedOn;

    /// <summary>A token of a role, as a test presents it.</summary>
    internal static string TokenOf(string role) => $"the-token-of-a-{role}";

    /// <summary>An exchange that knows a token of every role, and one that ends now.</summary>
    internal static async Task<RunningExchange> Start(TimeProvider? clock = null)
    {
        var network = await SharedNetwork.Network;
        var own = TokensFile.Read(Path.Combine(network.Folder, RunningExchange.Agency, "tokens.json"));
        var file = Path.Combine(Directory.CreateTempSubdirectory("infosharing-tokens-").FullName, "tokens.json");
        var more = Roles.All.Select(role => new KnownToken(TokensFile.DigestOf(TokenOf(role)), $"a {role}", role, Now.AddDays(1))).Append(new(TokensFile.DigestOf(TokenOf("expired")), "one of the past", Roles.System, Now));
        await File.WriteAllBytesAsync(file, TokensFile.Form([.. own, .. more]));
        try
        {
            return await RunningExchange.Start(clock, new Dictionary<string, string?> { ["Identity:TokensFile"] = file });
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true); // read at start
        }
    }

    /// <summary>The token of another agency of the same network.</summary>
    internal static async Task<string> TokenOfAnotherAgency() => (await File.ReadAllTextAsync((await SharedNetwork.Network).TokenFileOf("sandwell-social-care"))).Trim();

    /// <summary>The status of a List with a token; OK where it was answered.</summary>
    internal static async Task<Status> List(RunningExchange exchange, string? token)
    {
        try
        {
            await new CaseExchange.CaseExchangeClient(exchange.ChannelWith(token)).ListAsync(new ListRequest(), cancellationToken: TestContext.Current.CancellationToken);
            return Status.DefaultSuccess;
        }
        catch (RpcException refused)
        {
            return refused.Status;
        }
    }
}
