using Google.Protobuf;
using InfoSharing.V1;
using Kind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Tests.SystemLane.Moving;

/// <summary>From one agency to another: whole cases between the two areas' children's social care, alerts between the others.</summary>
internal sealed record Way(string From, string To, Kind Kind)
{
    internal const string Leeds = "leeds-social-care";
    internal const string Sandwell = "sandwell-social-care";
    private Transfer? _drawn;

    /// <summary>The way of one family.</summary>
    internal static IReadOnlyList<Way> OneWay { get; } = [new(Leeds, Sandwell, Kind.SocialCare)];

    /// <summary>Both ways between all eight agencies; every second one a whole case, so that as many are answered child by child.</summary>
    internal static IReadOnlyList<Way> All { get; } =
    [
        .. from alert in new (string Name, Kind Kind)[] { ("police", Kind.Police), ("health", Kind.Health), ("probation", Kind.Probation) }
           from areas in new[] { ("leeds", "sandwell"), ("sandwell", "leeds") }
           from way in new[] { new Way($"{areas.Item1}-social-care", $"{areas.Item2}-social-care", Kind.SocialCare), new Way($"{areas.Item1}-{alert.Name}", $"{areas.Item2}-{alert.Name}", alert.Kind) }
           select way,
    ];

    /// <summary>Whether responsibility for children is handed over.</summary>
    internal bool HandsOver => Kind == Kind.SocialCare;

    /// <summary>The children of the family.</summary>
    internal static IReadOnlyList<string> Children { get; } = ["P2", "P3", "P4"];

    /// <summary>A transfer of a new family.</summary>
    internal Transfer Transfer(Guid id)
    {
        var transfer = (_drawn ??= Draw()).Clone();
        transfer.Id = id.ToString();
        return transfer;
    }

    private Transfer Draw()
    {
        var transfer = From.StartsWith("leeds", StringComparison.Ordinal) ? Samples.Complete() : TheOtherWay(Samples.Complete());
        transfer.Kind = HandsOver ? V1.Transfer.Types.Kind.FullTransfer : V1.Transfer.Types.Kind.Notification;
        transfer.Copies.Clear();
        (transfer.From.Agency, transfer.From.AgencyKind, transfer.Lead.Agency, transfer.Lead.AgencyKind) = (From, Kind, To, Kind);
        return transfer;
    }

    private static Transfer TheOtherWay(Transfer transfer)
    {
        var text = JsonFormatter.Default.Format(transfer);
        foreach (var (one, other) in new[] { ("leeds-", "sandwell-"), ("E08000035", "E08000028") })
            text = text.Replace(one, "\0", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("\0", other, StringComparison.Ordinal);
        return JsonParser.Default.Parse<Transfer>(text);
    }
}
