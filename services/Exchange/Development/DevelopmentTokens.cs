using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Exchange.Identity;

namespace InfoSharing.Exchange.Development;

/// <summary>A token for each agency, that <c>--as</c> presents, and one for each of two operators. The service keeps its digest alone.</summary>
internal static class DevelopmentTokens
{
    private const int TokenBytes = 32;

    /// <summary>The name that the token's holder has in audit records.</summary>
    internal static string NameOf(string agency) => $"{agency} development system";

    /// <summary>The people who operate an agency: two, since some things need a second.</summary>
    internal static IReadOnlyList<string> Operators { get; } = ["first", "second"];

    /// <summary>Makes the tokens where they are missing or end soon, and writes their digests where the service looks. Other entries of that file stay.</summary>
    internal static void Renew(DevelopmentFolder folder, string agency, DateTimeOffset now)
    {
        Renew(folder, agency, folder.Token(agency), NameOf(agency), Roles.System, now);
        foreach (var which in Operators) Renew(folder, agency, folder.OperatorToken(agency, which), $"{agency} {which} operator (development)", Roles.Operator, now);
    }

    private static void Renew(DevelopmentFolder folder, string agency, string file, string name, string role, DateTimeOffset now)
    {
        var known = File.Exists(folder.Tokens(agency)) ? TokensFile.Read(folder.Tokens(agency)) : [];
        var token = File.Exists(file) ? File.ReadAllText(file).TrimEnd() : null;
        if (token is not null && known.Any(one => one.Sha256 == TokensFile.DigestOf(token) && one.Expires - now > DevelopmentKeys.RenewedBefore)) return;

        token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        PrivateFiles.Write(file, Encoding.ASCII.GetBytes(token + "\n"));
        var own = new KnownToken(TokensFile.DigestOf(token), name, role, now + DevelopmentKeys.Lasts);
        PrivateFiles.Write(folder.Tokens(agency), TokensFile.Form([own, .. known.Where(one => one.Name != own.Name)]));
    }
}
