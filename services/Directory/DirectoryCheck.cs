using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using Contract = InfoSharing.V1.DirectoryContent;

namespace InfoSharing.Directories;

/// <summary>All that can be said of a directory before its officers sign it: a service names the first fault, and whoever prepares the next file wants them together.</summary>
public static class DirectoryCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>For what no service would take the file, a sentence each; empty where every service would, once it is signed.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="inForce">The one in force; null where this is the first.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<string> Faults(Contract directory, Contract? inForce, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return [.. OfFile(directory, inForce, now), .. DirectoryFaults.All(directory)];
    }

    /// <summary>What a service would take, and somebody should look at: what ends before the file does, what overlaps, what is new by surprise.</summary>
    /// <param name="directory">The directory, in which <see cref="Faults"/> found nothing.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<string> Remarks(Contract directory, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var until = directory.ExpiresAt.ToDateTimeOffset();
        var remarks = new List<string>();
        if (until - now < Soon) remarks.Add($"The file expires on {Day(until)}: hand-overs stop then. Have the next one signed before.");
        if (directory.Development) remarks.Add("It carries the mark of a development authority: services outside Development refuse it.");
        foreach (var agency in directory.Agencies)
        {
            remarks.AddRange(OfKeys(agency.Id, "signing", agency.Signing, "nobody believes what it sends", now, until));
            remarks.AddRange(OfKeys(agency.Id, "sealing", agency.Sealing, "what is for it is held", now, until));
        }
        remarks.AddRange(OfAgreements(directory.Agreements, now, until));
        return remarks;
    }

    private static IEnumerable<string> OfFile(Contract directory, Contract? inForce, DateTimeOffset now)
    {
        if (directory.Number == 0) yield return "The directory has no number. Give it one above that of the file in force.";
        else if (inForce is not null && directory.Number <= inForce.Number) yield return $"The directory's number is {directory.Number}, and that of the file in force is {inForce.Number}. Each file needs a higher one.";
        if (!DirectoryFaults.IsTime(directory.NotBefore) || !DirectoryFaults.IsTime(directory.ExpiresAt)) yield return "The directory does not say from when and until when it holds.";
        else if (directory.ExpiresAt.ToDateTimeOffset() <= directory.NotBefore.ToDateTimeOffset()) yield return "The directory ends before it begins.";
        else if (directory.ExpiresAt.ToDateTimeOffset() <= now) yield return $"The directory expired on {Day(directory.ExpiresAt.ToDateTimeOffset())}.";
        if (inForce is { Development: false } && directory.Development) yield return "The directory carries the mark of a development authority, and that in force does not.";
    }

    // A time without a key, and a key that ends soon. Keys overlap while they rotate: that is meant.
    private static IEnumerable<string> OfKeys(string agency, string kind, IEnumerable<DirectoryAgency.Types.Key> keys, string otherwise, DateTimeOffset now, DateTimeOffset until)
    {
        var covered = now;
        foreach (var key in keys.Select(DirectoryKey.Read).OfType<DirectoryKey>().OrderBy(key => key.From))
        {
            if (key.From > covered) break;
            if (key.Until > covered) covered = key.Until;
        }
        if (covered <= now) yield return $"{agency} has no {kind} key that is in use now: {otherwise}.";
        else if (covered < until) yield return $"{agency} has no {kind} key from {Day(covered)}, before the file expires: from then {otherwise}. Enter its next one.";
    }

    private static IEnumerable<string> OfAgreements(IReadOnlyList<SharingAgreement> agreements, DateTimeOffset now, DateTimeOffset until)
    {
        foreach (var (index, one) in agreements.Index())
        {
            if (one.From == one.To) yield return $"An agreement is from {one.From} to itself.";
            foreach (var other in agreements.Take(index))
                if (other.From == one.From && other.To == one.To && Overlap(one, other) && (one.Kinds.Count == 0 || other.Kinds.Count == 0 || one.Kinds.Intersect(other.Kinds).Any()))
                    yield return $"Two agreements from {one.From} to {one.To} hold at the same time: revoking one leaves the other. Leave one of them out.";
            var ends = one.RevokedAt is { } revoked && revoked.ToDateTimeOffset() < one.ExpiresAt.ToDateTimeOffset() ? revoked.ToDateTimeOffset() : one.ExpiresAt.ToDateTimeOffset();
            if (one.RevokedAt is null && ends > now && ends < until) yield return $"The agreement from {one.From} to {one.To} ends on {Day(ends)}, before the file expires: its hand-overs stop then.";
        }
    }

    private static bool Overlap(SharingAgreement one, SharingAgreement other) => Later(one.NotBefore, other.NotBefore) < Earlier(EndOf(one), EndOf(other));

    private static DateTimeOffset EndOf(SharingAgreement one) => one.RevokedAt is { } revoked ? Earlier(revoked.ToDateTimeOffset(), one.ExpiresAt.ToDateTimeOffset()) : one.ExpiresAt.ToDateTimeOffset();

    private static DateTimeOffset Later(Timestamp one, Timestamp other) => one.ToDateTimeOffset() > other.ToDateTimeOffset() ? one.ToDateTimeOffset() : other.ToDateTimeOffset();

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Day(DateTimeOffset at) => at.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
