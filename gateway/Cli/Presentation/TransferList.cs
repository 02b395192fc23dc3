using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>The transfers that an agency has, newest first: no word of a case.</summary>
internal sealed class TransferList(Screen screen, AgencyNames agencies)
{
    internal void Write(IReadOnlyList<ListReply.Types.Entry> transfers)
    {
        foreach (var one in transfers)
        {
            screen.Heading(one.TransferId, Colour.Bold, $"  version {one.Version}  {TransferWords.Of(one.State)}");
            screen.Words($"{TransferWords.Of(one.Kind)}, {agencies.Of(one.From)} to {agencies.Of(one.Lead)}; changed last {Sentence.Moment(one.ChangedAt)}", 4);
            if (Marks(one) is { Length: > 0 } marks) screen.Words(marks, 4);
        }
        screen.Blank();
        screen.Words(transfers.Count == 0 ? "Nothing was sent from here, and nothing has come." : $"{Sentence.Count(transfers.Count, "transfer", "transfers")}.");
    }

    private static string Marks(ListReply.Types.Entry one) => string.Join(" ", new[]
    {
        one.Undelivered ? "UNDELIVERED." : "", one.Disagreement ? "DISAGREEMENT open." : "", one.RunOut ? "A clock has run out." : "",
    }.Where(mark => mark.Length > 0));
}
