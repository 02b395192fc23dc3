using System.Reflection;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Local.Demo;

/// <summary>
/// The family of the story, which is that of the samples: what the census holds of its three children, and what a social worker adds.
/// All are invented.
/// </summary>
internal static class DemoCase
{
    /// <summary>The child who stays under Leeds's order.</summary>
    internal const string UnderOrder = "P4";

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>The census return, as bytes.</summary>
    internal static byte[] Census()
    {
        using var stream = Resource("census.xml");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The whole hand-over: the census's chronology of each child, with what the census cannot hold.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="imported">The drafts that the import wrote, one a child.</param>
    internal static Transfer Whole(Guid id, IEnumerable<Transfer> imported)
    {
        using var reader = new StreamReader(Resource("family.json"));
        var transfer = JsonParser.Default.Parse<Transfer>(reader.ReadToEnd());
        transfer.Id = id.ToString("D");
        transfer.Kind = Transfer.Types.Kind.FullTransfer;
        transfer.Copies.Clear();
        foreach (var draft in imported) Join(transfer, draft);
        Order(transfer);
        return transfer;
    }

    /// <summary>The same as it was first sent: what was decided, and not why.</summary>
    internal static Transfer WithoutReasons(Transfer whole)
    {
        var draft = whole.Clone();
        foreach (var decision in draft.Decisions) decision.Reasoning = null;
        return draft;
    }

    /// <summary>The same, mended: it names the refusal that it answers.</summary>
    internal static Transfer Mended(Transfer whole, string refusalId) => new(whole) { ReplacesRefusal = refusalId };

    /// <summary>The next version, which answers Sandwell's question.</summary>
    internal static Transfer NextVersion(Transfer sent) => new(sent)
    {
        Version = sent.Version + 1,
        Chronology =
        {
            new ChronologyEntry
            {
                Item = new() { Id = "ANSWER-1" },
                On = "2026-11-02",
                Kind = ChronologyEntry.Types.Kind.Other,
                Persons = { UnderOrder },
                ByAgency = "leeds-social-care",
                Text = new() { Text_ = "Under the interim order his father sees Ludovic at the contact centre in Leeds alone, with a worker in the room. No day is set before the next hearing, and the centre does not know where the family lives." },
            },
        },
    };

    /// <summary>A transfer as a file holds it.</summary>
    internal static string FileOf(Transfer transfer) => Json.Format(transfer);

    // The census knows no name; a child is found by the day of birth, which in this family is each its own.
    private static void Join(Transfer transfer, Transfer draft)
    {
        var known = draft.Persons.Single();
        var child = transfer.Persons.Single(person => person.DateOfBirth == known.DateOfBirth);
        foreach (var identifier in known.Identifiers)
            if (!child.Identifiers.Contains(identifier)) child.Identifiers.Add(identifier);
        foreach (var entry in draft.Chronology)
        {
            var joined = entry.Clone();
            joined.Item.Id = $"{child.Ref}-{entry.Item.Id}";
            joined.Persons.Clear();
            joined.Persons.Add(child.Ref);
            transfer.Chronology.Add(joined);
        }
    }

    // The youngest lives with his mother under an interim care order to Leeds. The family moves; the order does not.
    private static void Order(Transfer transfer)
    {
        transfer.Court.Orders.Add(new Court.Types.Order
        {
            Item = new() { Id = "OR2" },
            Child = UnderOrder,
            Kind = Court.Types.Order.Types.Kind.Ico,
            Authority = "leeds-social-care",
            MadeOn = "2026-09-21",
            WhoVisits = new() { Name = "Daniel Mirza", Role = "team manager", Org = "leeds-social-care" },
        });
        transfer.Court.ProceedingsLive = YesNo.Yes;
        transfer.Court.Proceedings.Add(new Court.Types.Proceedings
        {
            Item = new() { Id = "PR1" },
            Children = { UnderOrder },
            Court = "Family Court at Leeds",
            CaseNumber = "LS26C00481",
            NextHearing = "2026-11-19",
            Guardian = new() { Name = "Imelda Carrow", Role = "children's guardian", Org = "Cafcass" },
        });
    }

    private static Stream Resource(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{name}") ?? throw new InvalidOperationException($"{name} is not in this build.");
}
