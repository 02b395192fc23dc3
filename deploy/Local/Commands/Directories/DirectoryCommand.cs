using System.CommandLine;

namespace InfoSharing.Local.Commands.Directories;

/// <summary><c>directory</c>: prepares, checks and signs the one file that says who is who.</summary>
internal static class DirectoryCommand
{
    internal static Command Create() => new("directory", "Prepares, checks and signs the directory: agencies, keys, agreements.")
    {
        DirectoryDraftCommand.Create(), DirectoryEnterCommand.Create(), DirectoryRevokeCommand.Create(), DirectoryCheckCommand.Create(), DirectoryDiffCommand.Create(), DirectorySignCommand.Create(), DirectoryShowCommand.Create(),
    };
}
