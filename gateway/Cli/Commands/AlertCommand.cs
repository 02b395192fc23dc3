using System.CommandLine;

namespace InfoSharing.Cli.Commands;

/// <summary>TEMP</summary>
internal static class AlertCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock, Stream? input) => new("alert", "t");
}
