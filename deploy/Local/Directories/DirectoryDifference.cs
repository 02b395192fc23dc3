using Google.Protobuf;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Directories;

/// <summary>What one directory says otherwise than another, a line each: what an officer reads before signing.</summary>
internal static class DirectoryDifference
{
    internal static IEnumerable<string> Of(DirectoryContent before, DirectoryContent after)
    {
        if (before.Number != after.Number) yield return $"number {before.Number} becomes {after.Number}";
        if (!Equals(before.ExpiresAt, after.ExpiresAt)) yield return $"expires on {KeyWords.Day(after.ExpiresAt)}, before: {KeyWords.Day(before.ExpiresAt)}";
        if (before.Development != after.Development) yield return $"mark of a development authority: {(after.Development ? "now carried" : "no longer carried")}";
        foreach (var agency in before.Agencies.Where(one => after.Agencies.All(other => other.Id != one.Id))) yield return $"- {agency.Id} is no longer in it";
        foreach (var agency in after.Agencies)
        {
            if (before.Agencies.FirstOrDefault(one => one.Id == agency.Id) is not { } was) yield return $"+ {agency.Id} is new";
            else foreach (var line in OfAgency(was, agency)) yield return line;
        }
        foreach (var gone in before.Agreements.Except(after.Agreements)) yield return $"- agreement {Words(gone)}";
        foreach (var made in after.Agreements.Except(before.Agreements)) yield return $"+ agreement {Words(made)}";
        foreach (var gone in before.Settings.Except(after.Settings)) yield return $"- settings of {WhoseOf(gone)}";
        foreach (var made in after.Settings.Except(before.Settings)) yield return $"+ settings of {WhoseOf(made)}";
    }

    private static IEnumerable<string> OfAgency(DirectoryAgency before, DirectoryAgency after)
    {
        foreach (var (was, now, use) in new[] { (before.Signing, after.Signing, "signing"), (before.Sealing, after.Sealing, "sealing") })
        {
            foreach (var key in was.Except(now)) yield return $"- {after.Id}: {use} key {Words(key)}";
            foreach (var key in now.Except(was)) yield return $"+ {after.Id}: {use} key {Words(key)}";
        }
        foreach (var field in DirectoryAgency.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.Name is "signing" or "sealing" || Equals(field.Accessor.GetValue(before), field.Accessor.GetValue(after))) continue;
            yield return $"~ {after.Id}: {field.Name} is {Said(field.Accessor.GetValue(after))}, before: {Said(field.Accessor.GetValue(before))}";
        }
    }

    private static string Words(DirectoryAgency.Types.Key key)
    {
        using var certificate = KeyPair.Of(key.Certificate.Span);
        return certificate is null ? "that cannot be read" : $"{KeyWords.FingerprintOf(certificate)[..23]}…, {KeyWords.Day(key.NotBefore)} to {KeyWords.Day(key.NotAfter)}";
    }

    private static string Words(SharingAgreement agreement) =>
        $"from {agreement.From} to {agreement.To} until {KeyWords.Day(agreement.ExpiresAt)}{(agreement.RevokedAt is { } revoked ? $", revoked on {KeyWords.Day(revoked)}" : "")}";

    private static string WhoseOf(DirectorySettings settings) => (settings.Agency, settings.AreaGss) switch { ({ Length: > 0 } agency, _) => agency, (_, { Length: > 0 } area) => area, _ => "everybody" };

    private static string Said(object? value) => value switch { null => "nothing", IMessage message => JsonFormatter.ToDiagnosticString(message), _ => $"{value}" };
}
