using System.Diagnostics;
using System.Text.RegularExpressions;
using InfoSharing.Tests.SystemLane.Moving;
using InfoSharing.Tests.SystemLane.Network;

namespace InfoSharing.Tests.SystemLane.Faults;

/// <summary>
/// An agency's ledger is brought back from an older copy, as its operators would with the product's own commands: 1. the agency is stopped, and kept from starting; 2. restore; 3. it is started; 4. it asks
/// its partner by itself what it lost, and reconcile tells when they are of one word; 5. its systems send again what they had sent since the copy.
/// </summary>
internal sealed class BroughtBack(RunningNetwork network, MovingFamilies families, ChildProcesses processes, LedgerCopies copies)
{
    private const int MostTries = 30;

    private static readonly TimeSpan ToReconcile = TimeSpan.FromMinutes(3);

    /// <summary>Does it.</summary>
    /// <param name="agency">Whose ledger.</param>
    /// <param name="partner">With whom it exchanges.</param>
    /// <param name="stop">Ends it.</param>
    internal async Task Do(string agency, string partner, CancellationToken stop)
    {
        var copy = copies.Of(agency);
        var before = Again(agency);
        // 1. The network starts again what ends; without its password to the database it cannot.
        var (password, hidden) = (Path.Combine(network.Folder, agency, "database.password"), Path.Combine(network.Folder, agency, "database.password.hidden"));
        await processes.StopAgency(agency, stop);
        File.Move(password, hidden);
        try
        {
            await Restore(agency, copy.Folder, hidden, stop); // 2
            families.Restored(agency);
        }
        finally
        {
            File.Move(hidden, password); // 3
        }
        while (Again(agency) == before) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
        await Reconciled(agency, partner, stop).WaitAsync(ToReconcile, stop); // 4
        using (var ledger = new StoredLedger(network.Folder, agency)) ledger.DeleteSetAside();
        await families.RepeatSince(agency, copy.At, stop); // 5
    }

    /// <summary>Asks until two ledgers hold the same: when all is quiet.</summary>
    internal static Task Same(RunningNetwork network, string agency, string partner, CancellationToken stop) => Asked(network, agency, partner, reply => reply.Equal, stop);

    private Task Reconciled(string agency, string partner, CancellationToken stop) => Asked(network, agency, partner, reply => !reply.InDoubt, stop);

    // While families move, something is always on its way, so that the two are seldom equal: that nothing is in doubt is what it waits for then.
    private static async Task Asked(RunningNetwork network, string agency, string partner, Func<V1.ReconcileReply, bool> enough, CancellationToken stop)
    {
        var door = network[agency];
        while (true)
        {
            try
            {
                using var call = door.Operations.Reconcile(new() { With = partner }, door.AsOperator(stop));
                while (await call.ResponseStream.MoveNext(stop))
                    if (enough(call.ResponseStream.Current)) return;
            }
            catch (Grpc.Core.RpcException fault) when (AgencyDoor.IsOver(fault) && !stop.IsCancellationRequested)
            {
                // It is only just starting.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, stop);
        }
    }

    private async Task Restore(string agency, string from, string password, CancellationToken stop)
    {
        var name = agency.Replace('-', '_');
        var connection = $"Host=127.0.0.1;Port={StoredLedger.PortOfDatabase(network.Folder)};Database={name};Username={name}";
        var start = new ProcessStartInfo("dotnet",
        [
            RunningNetwork.Program, "restore", "--as", agency, "--from", from, "--replace", "--data", network.Folder,
            "--set", "Ledger:Engine=postgres", "--set", $"Ledger:Connection={connection}", "--set", $"Ledger:PasswordFile={password}",
        ]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        for (var tries = 1; ; tries++)
        {
            using var restore = Process.Start(start)!;
            var (output, error) = (restore.StandardOutput.ReadToEndAsync(stop), restore.StandardError.ReadToEndAsync(stop));
            await restore.WaitForExitAsync(stop);
            if (restore.ExitCode == 0)
            {
                TestContext.Current.TestOutputHelper!.WriteLine((await output).Trim());
                return;
            }
            // The server was killed a moment ago and comes up: the operator is told so, and gives it again.
            var isStarting = (await error).Contains("see that the server runs", StringComparison.Ordinal);
            (isStarting && tries < MostTries).ShouldBeTrue($"{await output}\n{await error}");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop);
        }
    }

    private int Again(string agency) => Regex.Count(network.Said, $"^{Regex.Escape(agency)} runs again", RegexOptions.Multiline);
}
