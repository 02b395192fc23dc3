using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Identity;

/// <summary>The tokens that this agency has given out. They are read at start: one is taken back by its end, or by taking it out of the file and a restart.</summary>
internal sealed class KnownTokens(IOptions<IdentityOptions> options) : IHostedService
{
    private (byte[] Digest, KnownToken Token)[] _known = [];

    /// <summary>Reads the file, before the first call can come.</summary>
    /// <exception cref="Hosting.CannotStartException">It is not such a file.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _known = [.. TokensFile.Read(options.Value.TokensFile).Select(token => (Convert.FromHexString(token.Sha256), token))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The token that was presented, expired or not; null where it is none of ours.</summary>
    internal KnownToken? Find(string presented)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), digest);
        KnownToken? found = null;
        foreach (var (known, token) in _known) // all of them, each in fixed time: how long it takes tells nothing
            if (CryptographicOperations.FixedTimeEquals(known, digest)) found = token;
        return found;
    }
}
