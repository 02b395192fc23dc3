using System.CommandLine;
using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>backup</c>: an agency copies its ledger while it runs.</summary>
internal static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => NetworkVerb.CreateForOperator(
        "backup", "Copies an agency's ledger, while it runs, to the service's own disk: one instant of it, signed, with the cases' wrapped keys and without the storage key.", [], async (parsed, session, cancel) =>
        {
            BackupReply? last = null;
            using var call = session.Client.Operations.Backup(new(), cancellationToken: cancel);
            await foreach (var reply in call.ResponseStream.ReadAllAsync(cancel))
            {
                if (reply.Folder.Length == 0) await parsed.InvocationConfiguration.Error.WriteLineAsync($"{reply.Bytes:N0} bytes written");
                last = reply;
            }
            if (last is not { Folder.Length: > 0 }) throw new NotDoneException($"{session.Agency.Id} stopped before the copy was whole, and left none. Give this command again.");
            if (session.Json)
            {
                session.Write(last);
                return ExitCode.Clean;
            }
            session.Screen.Words($"The ledger of {session.Agency.Id} is copied up to position {last.Position:N0}: {last.Bytes:N0} bytes.");
            session.Screen.Line($"  {last.Folder}");
            session.Screen.Words("Move it to another machine. Keep the storage key elsewhere: without it the copy cannot be read, and with it everything in it can. Keep copies no longer than the cases in them.");
            session.Screen.Line($"  {session.Command("restore")} --from {last.Folder}");
            return ExitCode.Clean;
        });
}
