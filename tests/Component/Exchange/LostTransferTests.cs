using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Exchange;

/// <summary>A transfer that was lost with its sender's ledger, and whose answer comes before it is given back.</summary>
public sealed class LostTransferTests(Agencies agencies, Officers officers)
{
    [Fact]
    public async Task Its_flow_is_not_shown_without_its_children_and_the_words_say_who_knows()
    {
        await using var two = new TwoAgencies(agencies, officers);
        var (leeds, sandwell) = (two.Leeds, two.Sandwell);
        var copy = leeds.LedgerFile + ".copy";
        await leeds.Restart(() => File.Copy(leeds.LedgerFile, copy));
        var transfer = two.Clean();
        await leeds.Send(transfer);
        await two.Carry(leeds, sandwell, receiptsLost: true);
        await sandwell.Accept(transfer.Id, 1, "P2");

        await leeds.Restart(() =>
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(Path.GetDirectoryName(leeds.LedgerFile)!, "ledger.db*").Where(file => file != copy)) File.Delete(file);
            File.Move(copy, leeds.LedgerFile);
        });
        await leeds.Ledger.AppendAsync(RestoredRecord.Of(new Restored { RestoredAt = two.Clock.GetUtcNow().ToTimestamp() }), TwoAgencies.Stop);
        await leeds.Restart();
        await two.Carry(sandwell, leeds, receiptsLost: true);

        (await Should.ThrowAsync<NotReconciledException>(() => leeds.Flow(transfer.Id))).Message.ShouldContain("who runs it, sandwell-social-care can say");
        leeds.Ledger.Doubts.Settle(sandwell.Keys.Agency);
        (await leeds.Flow(transfer.Id)).Children.ShouldBeEmpty();
    }
}
