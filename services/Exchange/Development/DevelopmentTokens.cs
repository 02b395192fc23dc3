using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Identity;

namespace InfoSharing.Exchange.Development;

/// <summary>A token for each agency, that <c>--as</c> presents. The service keeps its digest alone.</summary>
internal static class DevelopmentTokens
{
    private const int TokenBytes = 32;

    /// <summary>The name that the token's holder has in audit records.</summary>
    internal static string NameOf(string agency) => $"{agency} development system";

    /// <summary>Makes the token where it is missing or ends soon, and writes its digest where the service looks. Other entries of that file stay.</summary>
    internal static void Renew(DevelopmentFolder folder, string agency, DateTimeOffset now)
    {
        var known = File.Exists(folder.Tokens(agency)) ? TokensFile.Read(folder.Tokens(agency)) : [];
        var token = File.Exists(folder.Token(agency)) ? File.ReadAllText(folder.Token(agency)).TrimEnd() : null;
        if (token is not null && known.Any(one => one.Sha256 == TokensFile.DigestOf(token) && one.Expires - now > DevelopmentKeys.RenewedBefore)) return;

        token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        PrivateFiles.Write(folder.Token(agency), Encoding.ASCII.GetBytes(token + "\n"));
        var own = new KnownToken(TokensFile.DigestOf(token), NameOf(agency), Roles.System, now + DevelopmentKeys.Lasts);
        PrivateFiles.Write(folder.Tokens(agency), TokensFile.Form([own, .. known.Where(one => one.Name != own.Name)]));
    }
}
