namespace InfoSharing.Exchange.Identity;

/// <summary>What is said to callers who are not let in, with how to mend it.</summary>
internal static class IdentityWords
{
    internal const string None = "This call says not who makes it. Send the header 'authorization: Bearer TOKEN' with a token that this agency gave you.";
    internal const string NotAToken = "The authorization header is not 'Bearer TOKEN'. Send the token that this agency gave you, after the word Bearer.";
    internal const string Expired = "This token has expired. Ask this agency's operator for a new one.";

    // It says no more of a token that is another agency's than of one that nobody has.
    internal static string Unknown(string agency) => $"{agency} does not know this token. Send the one that it gave you; another agency's counts for nothing here.";

    internal static string NotForRole(string role, string method, IEnumerable<string> roles) =>
        $"The role {role} may not call {method}; {string.Join(", ", roles)} may. Ask this agency's operator for a token with one of these roles.";

    internal static string NotForAnyone(string method) => $"{method} is open to nobody here. Tell this agency's operator.";
}
