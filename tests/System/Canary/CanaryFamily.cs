using System.Text;
using InfoSharing.V1;

namespace InfoSharing.Tests.SystemLane.Canary;

/// <summary>A family in whose case every name and every text holds a word of its own that stands nowhere else: whatever gives one away gives away which.</summary>
internal sealed class CanaryFamily
{
    /// <summary>How each of the words begins; nothing else on the machine does.</summary>
    internal const string Mark = "Zqvx";

    /// <summary>What somebody puts into a queue in clear, who is none of us: the broker has it, and nobody else may show it.</summary>
    internal const string Forged = "Kwvzqbq";

    private readonly List<Transfer> _cases = [];
    private int _words;

    /// <summary>The sample family's hand-over from Leeds to Sandwell.</summary>
    internal Transfer HandOver()
    {
        var transfer = Planted(Samples.Complete());
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        transfer.Copies.Clear();
        return transfer;
    }

    /// <summary>The same without its reasoning: it is refused.</summary>
    internal Transfer ToBeRefused()
    {
        var transfer = HandOver();
        transfer.Decisions.Clear();
        return transfer;
    }

    /// <summary>An alert.</summary>
    internal Transfer Alert()
    {
        var transfer = Planted(Samples.Alert());
        transfer.Copies.Clear();
        return transfer;
    }

    /// <summary>A text with a word of its own.</summary>
    internal Text Words(string words) => new() { Text_ = $"{words} {Word()}." };

    /// <summary>A word of its own.</summary>
    internal string Word()
    {
        var word = new StringBuilder(Mark);
        for (var rest = ++_words; rest > 0; rest /= 20) word.Append("bcdfghjklmnpqrstvwxz"[rest % 20]); // no vowel: no word of any list, and no hexadecimal number
        return word.Append('q').ToString();
    }

    /// <summary>What else of the cases nothing may give away: names, dates of birth, identifiers, phrases. Words that are the network's own too are no secret.</summary>
    internal IReadOnlyList<string> Secrets(string networksOwn) =>
        [.. _cases.SelectMany(InfoSharing.Tests.Secrets.Of).Distinct(StringComparer.Ordinal).Where(secret => secret.Length > 4 && !networksOwn.Contains(secret, StringComparison.OrdinalIgnoreCase))];

    private Transfer Planted(Transfer transfer)
    {
        transfer.Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        foreach (var text in Contract.Values(transfer).Select(value => value.Value).OfType<Text>().ToList()) text.Text_ = $"{text.Text_} {Word()}.";
        foreach (var name in transfer.Persons.SelectMany(person => person.Names)) name.Family = Word();
        _cases.Add(transfer);
        return transfer;
    }
}
