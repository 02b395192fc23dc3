using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Folding;

/// <summary>Reading what the contract lets be blank.</summary>
internal static class Written
{
    internal static bool IsBlank(this Text? text) => text is null || string.IsNullOrWhiteSpace(text.Text_);

    internal static bool IsBlank(this Who? who) =>
        who is null || (string.IsNullOrWhiteSpace(who.Name) && string.IsNullOrWhiteSpace(who.Role) && string.IsNullOrWhiteSpace(who.Org));

    internal static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A partner may write a timestamp that no calendar has: that is no time.
    internal static DateTimeOffset? Time(Timestamp? written) =>
        written is { Seconds: > -62_135_596_800 and < 253_402_300_799, Nanos: >= 0 and < 1_000_000_000 } ? written.ToDateTimeOffset() : null;
}
