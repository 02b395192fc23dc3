using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary>Arguments and options that several verbs have.</summary>
internal static class NetworkArguments
{
    /// <summary>A transfer.</summary>
    internal static Argument<string> Id(string description = "The transfer's id, or its beginning: at least 8 characters.") => new("ID") { Description = description };

    /// <summary>A version.</summary>
    internal static Option<uint> Version(string description) => new("--version") { Description = description, HelpName = "N" };

    /// <summary>Children, by their refs.</summary>
    internal static Option<string[]> Children(string description) => new("--child") { Description = description, HelpName = "REF" };

    /// <summary>Who does it, as the agency's people know them.</summary>
    internal static (Option<string> Name, Option<string> Role) By() =>
        (new("--by") { Description = "Who answers, by name. Left out, it is the holder of the token.", HelpName = "NAME" },
         new("--role") { Description = "Their role: \"team manager\".", HelpName = "ROLE" });

    /// <summary>The caller's id for a request.</summary>
    internal static Option<string> RequestId() => new("--request-id") { Description = "Your id for this request: the same id again gives the first answer again.", HelpName = "ID" };

    /// <summary>The person who answers for the keeping of a case, named in full.</summary>
    internal static (Option<string> Name, Option<string> Role) ByName() =>
        (new("--by") { Description = "Who does it, by name.", HelpName = "NAME", Required = true },
         new("--role") { Description = "Their role: \"information governance lead\".", HelpName = "ROLE", Required = true });

    /// <summary>A reason that outlives the case.</summary>
    internal static Option<string> Reason(string description) => new("--reason") { Description = $"{description} It outlives the case: name nobody of the family.", HelpName = "WORDS", Required = true };

    /// <summary>A day to come.</summary>
    internal static Option<string> Until(string description, bool required) => new("--until") { Description = description, HelpName = "YYYY-MM-DD", Required = required };

    /// <summary>That person; null leaves it to the service, which takes the token's holder.</summary>
    internal static Who? Who(Session session, string? name, string? role)
    {
        if (string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(role)) return null;
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(role))
            throw new NotDoneException("--by and --role go together: an answer is recorded with a name and a role. Nothing was done.");
        return new() { Name = name.Trim(), Role = role.Trim(), Org = session.Agency.Id };
    }
}
