using System.CommandLine;

namespace InfoSharing.Local.Commands.Keys;

/// <summary><c>keys</c>: makes, shows and changes the keys of officers, agencies and authorities.</summary>
internal static class KeysCommand
{
    internal static Command Create() => new("keys", "Makes and changes keys: officers', agencies', authorities'. Nothing is ever written over.")
    {
        KeysMakeCommand.Create(), KeysShowCommand.Create(), KeysNextCommand.Create(), KeysSwitchCommand.Create(), KeysRequestCommand.Create(), KeysIssueCommand.Create(),
    };

    internal static Option<int> Days(int most) => new("--days") { Description = $"How long it holds, in days; up to {most}.", DefaultValueFactory = _ => 0, HelpName = "N" };
}
