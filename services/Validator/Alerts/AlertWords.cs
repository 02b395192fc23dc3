using Google.Protobuf.WellKnownTypes;
using InfoSharing.Validator.Codes;
using InfoSharing.Validator.Facts;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Alerts;

/// <summary>The alert's three things, from what was written. What has a restricted class is quoted for nobody, also where somebody is named for it.</summary>
internal static class AlertWords
{
    /// <summary>The moving children, else all children, else everybody: their names, or how they were described.</summary>
    internal static Text Who(Transfer transfer, People people)
    {
        IEnumerable<Person> children = people.Moving.Count > 0 ? people.Moving : transfer.Persons.Where(People.IsChild);
        var words = Named(children);
        if (words.IsEmpty) words = Named(transfer.Persons.Where(static person => !People.CausesHarm(person)));
        return (words.IsEmpty ? words.Say("No name or description was written. Ask the sender.") : words).Write();
    }

    /// <summary>The concerns, then the newest account, decision and referral outcome, as written.</summary>
    internal static Text Worry(Transfer transfer)
    {
        var words = new Quoting();
        var concerns = transfer.Concerns.Where(static one => IsFree(one.Item?.Handling) && one.Status != Concern.Types.Status.Closed)
            .Select(static one => WordOf(one.Kind)).Where(static word => word.Length > 0).Distinct().ToList();
        if (concerns.Count > 0) words.Line($"Recorded concerns: {string.Join(", ", concerns)}.");
        if (transfer.Urgency == Transfer.Types.Urgency.Crisis) words.Line("Marked as a crisis.");

        var claims = transfer.Claims.Where(static one => IsFree(one.Item?.Handling) && !one.Text.IsBlank());
        if (Newest(claims.OrderBy(IsWorrying).ThenBy(static one => one.ObservedOn, StringComparer.Ordinal), static one => one.Item) is { } claim)
            words.Line(On("Told or observed", claim.ObservedOn)).Quote(claim.Text, claim.ToldBy);
        var decisions = transfer.Decisions.Where(static one => IsFree(one.Item?.Handling) && !one.Outcome.IsBlank());
        if (Newest(decisions.OrderBy(static one => one.MadeAt?.Seconds ?? 0), static one => one.Item) is { } decision)
            words.Line(On("Decided", DayOf(decision.MadeAt))).Quote(decision.Outcome, decision.MadeBy?.Role ?? "");
        var referrals = transfer.Referrals.Where(static one => IsFree(one.Item?.Handling) && !one.Outcome.IsBlank());
        if (Newest(referrals.OrderBy(static one => one.On, StringComparer.Ordinal), static one => one.Item) is { } referral)
            words.Line(On("Outcome of the referral", referral.On)).Quote(referral.Outcome, referral.RiskIdentifiedBy?.Role ?? "");
        var entries = transfer.Chronology.Where(static one => IsFree(one.Item?.Handling) && !one.Text.IsBlank());
        if (words.IsEmpty && Newest(entries.OrderBy(static one => one.On, StringComparer.Ordinal), static one => one.Item) is { } entry)
            words.Line(On("Chronology", entry.On)).Quote(entry.Text, "");
        return (words.IsEmpty ? words.Say("The reason for worry was not written. A hand-over of this case was begun; ask the sender.") : words).Write();
    }

    /// <summary>The place of those who move, else the housing, the move and the area that it leads to. The field is of class LOCATION.</summary>
    internal static Text Where(Transfer transfer, People people)
    {
        var words = new Quoting();
        var movers = transfer.Persons.Where(person => person.InMovingHousehold == YesNo.Yes || people.IsMoving(person.Ref)).Select(static person => person.Ref).ToHashSet();
        foreach (var location in transfer.Locations)
        {
            if (!IsPlace(location.Item?.Handling) || (location.Of.Count > 0 && movers.Count > 0 && !location.Of.Any(movers.Contains))) continue;
            var lines = location.AddressLines.Append(location.Postcode).Append(location.Provider).Append(location.PoBox).Append(location.DutyNumber).Where(static line => !line.IsBlank());
            var address = string.Join(", ", lines);
            if (address.Length > 0) words.Line(WordOf(location.Kind) is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest}{address}" : address);
        }
        if (transfer.Accommodation is { Kind: not Accommodation.Types.Kind.Unspecified } housing) words.Line($"Housing: {Spoken(housing.Kind)}.");
        if (Days.Parse(transfer.Move?.Date ?? "") is { } date) words.Line($"Day of the move: {Days.Write(date)}.");
        if (transfer.Lead?.AreaGss is { Length: > 0 } gss) words.Line($"Moving to the area {ChildrensServicesAuthorities.FindByGss(gss)?.Name ?? gss}.");
        return (words.IsEmpty ? words.Say("Not written. Ask the sender.") : words).Write();
    }

    private static Quoting Named(IEnumerable<Person> persons)
    {
        var words = new Quoting();
        foreach (var person in persons)
        {
            if (!IsFree(person.Handling)) continue;
            var names = person.Names.Where(static name => IsFree(name.Handling) && !(name.Given.IsBlank() && name.Family.IsBlank())).ToList();
            var name = names.Find(static one => one.Use is Person.Types.Name.Types.Use.Current or Person.Types.Name.Types.Use.Unspecified) ?? names.FirstOrDefault();
            if (name is null && person.Description.IsBlank()) continue;
            if (!words.IsEmpty) words.Say("; ");
            if (name is null) words.Quote(person.Description, "");
            else words.Say($"{name.Given} {name.Family}".Trim());
            if (Days.Parse(person.DateOfBirth) is { } born) words.Say($", born {Days.Write(born)}");
        }
        return words;
    }

    private static bool IsFree(Handling? handling) => handling is null || handling.DataClass is DataClass.Unspecified or DataClass.Ordinary;

    private static bool IsPlace(Handling? handling) => IsFree(handling) || handling!.DataClass == DataClass.Location;

    private static int IsWorrying(Claim claim) => claim.Effect == Claim.Types.Effect.Concerning ? 2 : claim.Effect == Claim.Types.Effect.Reassuring ? 0 : 1;

    private static string On(string what, string day) => Days.Parse(day) is { } known ? $"{what} on {Days.Write(known)}: " : $"{what}: ";

    // Ids break a tie, so that the order of the input changes nothing.
    private static T? Newest<T>(IOrderedEnumerable<T> inOrder, Func<T, Item?> item) where T : class =>
        inOrder.ThenBy(one => item(one)?.Id ?? "", StringComparer.Ordinal).LastOrDefault();

    private static string DayOf(Timestamp? at) =>
        at is { Seconds: >= -62_135_596_800 and < 253_402_214_400 } ? Days.Write(Clocks.London.DayOf(DateTimeOffset.FromUnixTimeSeconds(at.Seconds))) : "";

    private static string WordOf(Concern.Types.Kind kind) => kind switch
    {
        Concern.Types.Kind.Unspecified => "",
        Concern.Types.Kind.Cse => "child sexual exploitation",
        Concern.Types.Kind.Cce => "child criminal exploitation",
        Concern.Types.Kind.Physical => "physical abuse",
        Concern.Types.Kind.Emotional => "emotional abuse",
        Concern.Types.Kind.Sexual => "sexual abuse",
        _ => Spoken(kind),
    };

    private static string WordOf(Location.Types.Kind kind) => kind is Location.Types.Kind.Unspecified or Location.Types.Kind.Other ? "" : $"{Spoken(kind)}: ";

    // DomesticAbuse: "domestic abuse".
    private static string Spoken<T>(T value) where T : struct, System.Enum =>
        System.Enum.IsDefined(value) ? string.Concat(value.ToString().Select(static (c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString())) : "other";
}
