using System.CommandLine;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>ask</c>: questions to the sender. Asking stops no clock and delays no protection.</summary>
internal static class AskCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var questions = new Option<string[]>("--question") { Description = "A question; may be given several times.", HelpName = "WORDS", Required = true };
        var children = NetworkArguments.Children("A child whom it is about; may be given several times. Left out: all who are moved.");
        return AnswerVerb.Create("ask", "Asks the sender questions. Asking stops no clock and delays no protection.", [questions, children], (parsed, answer, _) =>
        {
            var asked = parsed.GetRequiredValue(questions);
            var about = AnswerVerb.ChosenOrAll(parsed.GetValue(children), answer.Transfer);
            return Task.FromResult((
                new RespondRequest
                {
                    Asked = new()
                    {
                        Children = { about },
                        Questions = { asked.Select(words => new Text { Text_ = words }) },
                        SawVersion = answer.Transfer.Version,
                        By = answer.By,
                    },
                },
                $"Asked {Sentence.Count(asked.Length, "question", "questions")} about {new Names(answer.Transfer).Of(about)}. Asking stops no clock and delays no protection."));
        });
    }
}
