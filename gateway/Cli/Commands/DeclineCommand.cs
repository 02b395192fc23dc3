using System.CommandLine;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Reason = InfoSharing.V1.Declined.Types.Reason;

namespace InfoSharing.Cli.Commands;

/// <summary><c>decline</c>: responsibility is not taken, and why.</summary>
internal static class DeclineCommand
{
    private static readonly Dictionary<string, Reason> Reasons = Enum.GetValues<Reason>().Where(reason => reason != Reason.Unspecified)
        .ToDictionary(reason => Declined.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name.ToLowerInvariant().Replace('_', '-'));

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var children = NetworkArguments.Children("A child to decline; may be given several times. Left out: all who are moved.");
        var reason = new Option<Reason>("--reason")
        {
            Description = $"Why: {string.Join(", ", Reasons.Keys)}. A short stay or missing papers is none.",
            HelpName = "REASON",
            Required = true,
            CustomParser = result =>
            {
                if (Reasons.TryGetValue(result.Tokens[0].Value.ToLowerInvariant().Replace('_', '-'), out var known)) return known;
                result.AddError($"--reason wants one of: {string.Join(", ", Reasons.Keys)}. A short stay or missing papers is no reason to decline.");
                return Reason.Unspecified;
            },
        };
        var words = new Option<string>("--words") { Description = "Why, in your own words: the other area must be able to answer.", HelpName = "WORDS", Required = true };
        return AnswerVerb.Create("decline", "Does not take responsibility for children, and says why. The sender keeps it.", [children, reason, words], (parsed, answer, _) =>
        {
            var chosen = AnswerVerb.ChosenOrAll(parsed.GetValue(children), answer.Transfer);
            return Task.FromResult((
                new RespondRequest
                {
                    Declined = new()
                    {
                        Children = { chosen },
                        Reason = parsed.GetValue(reason),
                        Words = new() { Text_ = parsed.GetRequiredValue(words) },
                        SawVersion = answer.Transfer.Version,
                        By = answer.By,
                    },
                },
                $"Declined: {new Names(answer.Transfer).Of(chosen)}."));
        });
    }
}
