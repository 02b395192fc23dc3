using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;
using Country = InfoSharing.V1.Party.Types.Country;

namespace InfoSharing.Exchange.Answers.Holding;

/// <summary>
/// What every page says of a child, as values: who runs the plan, and who must act now. The words are put together where the case is
/// open: "{holder} still runs {child}'s plan. {must act now} must act now if {child} is at risk of significant harm in {area}
/// (Children Act 1989 s47). Interim visits and supervision: {who, agreed by, from} / not agreed yet."
/// </summary>
/// <param name="Held">Who runs this child's plan, and how that reads here.</param>
/// <param name="MustActNow">The agency that must act now if the child is at risk.</param>
/// <param name="AreaGss">The area in which that is.</param>
/// <param name="Law">The duty's source, as a code; blank where the country's own law is not in our texts.</param>
/// <param name="Interim">Who visits meanwhile; null is "not agreed yet".</param>
/// <param name="Always">True until accepted: the page then always shows it.</param>
internal sealed record ResponsibilityPage(Held Held, string MustActNow, string AreaGss, string Law, InterimArrangement? Interim, bool Always)
{
    /// <summary>Children Act 1989 s47: England and Wales.</summary>
    public const string Section47 = "CHILDREN_ACT_1989_S47";

    /// <summary>One for each child; empty where content is locked or no version is known.</summary>
    internal static IReadOnlyList<ResponsibilityPage> Of(TransferState state, DateTimeOffset now) =>
        state.Newest is not { } newest || state.IsLocked || Holding.MustActNow.Of(state, now) is not { } party
            ? []
            : [.. Responsibility.Of(state, now).Select(held => new ResponsibilityPage(held, party.Agency, party.AreaGss, LawOf(party.Country), InterimOf(state, newest, held.Child), held.Holder == state.Sender))];

    private static string LawOf(Country country) => country is Country.Eng or Country.Wls or Country.Unspecified ? Section47 : "";

    // Agreed means that both areas have said yes: one side's plan for the other's visits is not agreed.
    // What both agreed in a disagreement is later than what the transfer was written with.
    private static InterimArrangement? InterimOf(TransferState state, Transfer newest, string child) =>
        state.Notes.Where(note => note.Note.Agreed).SelectMany(note => note.Note.InterimArrangement).Reverse().Concat(newest.InterimArrangement).FirstOrDefault(one => one.Child == child && !one.WhoVisits.IsBlank() && !one.AgreedByFrom.IsBlank() && !one.AgreedByTo.IsBlank());
}
