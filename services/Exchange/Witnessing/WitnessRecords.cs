using System.Text;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>
/// The records of a question and of what is answered. They stand in the ledger, so that an answer may come to another process of the agency than asked, and so that an auditor sees what
/// each partner said, and when.
/// </summary>
internal sealed class WitnessRecords(ILedger ledger)
{
    /// <summary>The record that partners were asked. Its detail is the question's id.</summary>
    internal const string Asked = "witnesses-asked";

    /// <summary>The record of one partner's answer: a <see cref="Witnessed"/>.</summary>
    internal const string Heard = "witnessed";

    /// <summary>Records a question.</summary>
    /// <returns>The position after which it and its answers stand.</returns>
    internal async Task<ulong> AskAsync(string question, CancellationToken cancellationToken)
    {
        var since = (await ledger.HeadAsync(cancellationToken)).Position;
        await ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Asked, Encoding.UTF8.GetBytes(question))] } }, cancellationToken);
        return since;
    }

    /// <summary>True where the question was asked after a position, and the partner has not answered it yet.</summary>
    internal async Task<bool> AwaitsAsync(string question, ulong since, string partner, CancellationToken cancellationToken)
    {
        var asked = await ledger.OfHouseAsync(Asked, since, cancellationToken);
        return asked.Any(one => one.Detail.Open() is { } id && Encoding.UTF8.GetString(id) == question) && (await HeardAsync(question, since, cancellationToken)).All(one => one.Found.Partner != partner);
    }

    /// <summary>Records an answer.</summary>
    internal Task HearAsync(string question, WitnessFound found) =>
        ledger.AppendAsync(new() { Rows = new() { Audits = [new(null, 0, Heard, new Witnessed { Question = question, Found = found }.ToByteArray())] } }, CancellationToken.None);

    /// <summary>The answers to a question after a position, with the position of each.</summary>
    internal async Task<IReadOnlyList<(ulong Position, WitnessFound Found)>> HeardAsync(string question, ulong since, CancellationToken cancellationToken) =>
        [.. (await ledger.OfHouseAsync(Heard, since, cancellationToken)).Select(one => (one.Cursor, Said: Witnessed.Parser.ParseFrom(one.Detail.Open() ?? []))).Where(one => one.Said.Question == question).Select(one => (one.Cursor, one.Said.Found))];
}
