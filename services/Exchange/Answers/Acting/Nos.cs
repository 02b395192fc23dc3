namespace InfoSharing.Exchange.Answers.Acting;

/// <summary>Every no that an act can get, with its words.</summary>
internal static class Nos
{
    internal static No NotKnown { get; } = Failed("not-known", "The transfer has not come here yet.");

    internal static No NotTheLead { get; } = Failed("not-the-lead", "This agency has a copy. Only the lead recipient answers; tell them what you know.");

    internal static No NotTheSender { get; } = Failed("not-the-sender", "Only the agency that sent it can do this.");

    internal static No AlertIsAcknowledged { get; } = Failed("alert-is-acknowledged", "An alert is acknowledged, not accepted or declined: what it tells you, you now know.");

    internal static No TakesNobody { get; } = Invalid("takes-nobody", "An acknowledgement takes no child. To take them, accept.");

    internal static No AlertIsCorrected { get; } = Failed("alert-is-corrected", "An alert cannot be withdrawn: they know it now. Correct what was wrong in it.");

    internal static No CrisisIsNotQuestioned { get; } = Failed("crisis-is-not-questioned", "A crisis alert is acknowledged and acted on, never questioned back. Ring the sender.");

    internal static No Locked { get; } = Failed("misdirected", "Locked: it went to the wrong place. The information governance leads have it; to the right place goes a new transfer.");

    internal static No LockedBy(string agency) =>
        Failed("misdirected", $"Locked: it went to the wrong place; {agency} said so. This agency's information governance lead alone can open it, for the breach enquiry.");

    internal static No NotARecipient { get; } = Invalid("not-a-recipient", "Say which of its recipients it should not have gone to, by the agency's id.");

    internal static No AwareLater { get; } = Invalid("aware-later", "Nobody became aware of it in the future, or before it was sent. Say when it was, or leave it blank: now.");

    internal static No NotMisdirected { get; } = Failed("not-misdirected", "Nobody has said that it went to the wrong place, so there is no breach to enquire into.");

    internal static No EnquiryClosed { get; } = Failed("enquiry-closed", "The breach enquiry is closed.");

    internal static No NoEnquiry { get; } = Failed("no-enquiry", "No enquiry of yours is open. Open one: it lasts for a limited time, and each reading is recorded.");

    internal static No MisdirectedIsClosed { get; } = Failed("misdirected", "It went to the wrong place: the breach enquiry is closed, and that destroys its key.");

    internal static No OnHold { get; } = Failed("on-hold", "A legal hold keeps it. Whoever put it on can end it; until then nothing destroys it.");

    internal static No NoHold { get; } = Failed("no-hold", "No legal hold is on it.");

    internal static No NotDue(DateOnly? on) =>
        Failed("not-due", on is { } day ? $"By the schedule it is kept until {day:yyyy-MM-dd}." : "It is not answered or ended yet, so no period runs.");

    internal static No Undelivered(int messages) =>
        Failed("undelivered", $"{messages} of this agency's messages about it {(messages == 1 ? "has" : "have")} no receipt yet. It can be ended when {(messages == 1 ? "that has" : "they have")} arrived; nothing that was said gets lost.");

    internal static No NoBasis { get; } = Invalid("no-basis", "Say why: the end of its period, a court's order, rectification, or the request of the person whom it is about.");

    internal static No NoCapacity { get; } = Invalid("no-capacity", "Say in what capacity: as manager, or as information governance lead. A person's own role must be the same.");

    internal static No SamePerson { get; } = Failed("same-person", "Two people confirm a disposal. This one has confirmed already, in the other capacity.");

    internal static No DayPassed { get; } = Invalid("day-passed", "Give a day to come, as YYYY-MM-DD.");

    internal static No AlreadyMisdirected { get; } = Failed("already-misdirected", "It is marked as misdirected already.");

    internal static No WithdrawnAlready { get; } = Failed("withdrawn", "The sender no longer asks you to take this case. What you know of the children, and must do for them, stays.");

    internal static No AlreadyWithdrawn { get; } = Failed("withdrawn", "You have withdrawn it already.");

    internal static No NothingToWithdraw { get; } = Failed("nothing-to-answer", "No withdrawal waits for an answer.");

    internal static No Newer(uint newest) => new("newer-version", NoKind.Aborted, $"Version {newest} has come. Read what changed, then answer.", []);

    internal static No OwnNewer(uint newest) => new("newer-version", NoKind.Aborted, $"Version {newest} is sent already. Write the next one from it.", []);

    internal static No OwnCorrectsNewest(uint newest) => new("newer-version", NoKind.Aborted, $"Version {newest} is sent already. Read what it says, then correct that.", []);

    internal static No Early { get; } = Failed("early-version", "A newer version has come before a message that belongs in front of it. It can be answered when that is here.");

    internal static No NoSuchVersion { get; } = Invalid("no-such-version", "Say which version you have read.");

    internal static No VersionGap(uint next) => Invalid("version-gap", $"The next version is {next}.");

    internal static No NotThatTransfer { get; } = Invalid("not-that-transfer", "A next version keeps the transfer's id, kind, sender and lead. For anything else send a new transfer.");

    internal static No NoChildren { get; } = Invalid("no-children", "Say for which children.");

    internal static No NotInTransfer(IReadOnlyList<string> children) => new("child-not-in-transfer", NoKind.FailedPrecondition, $"Not moved by this transfer: {List(children)}.", children);

    internal static No AlreadyAccepted(IReadOnlyList<string> children) =>
        new("already-accepted", NoKind.FailedPrecondition, $"Accepted already: {List(children)}. Responsibility goes back only by a transfer of its own.", children);

    internal static No TooLate(IReadOnlyList<string> children) =>
        new("too-late", NoKind.FailedPrecondition, $"It is too late to withdraw: accepted already: {List(children)}.", children);

    internal static No OrderStays(IReadOnlyList<string> children) =>
        new("order-stays", NoKind.FailedPrecondition, $"Under an order that does not move with a transfer: {List(children)}. Accept the others, and agree who visits.", children);

    internal static No PapersNeeded(IReadOnlyList<string> children) =>
        new("papers-needed", NoKind.FailedPrecondition, $"The conference cannot accept yet: papers are owed for {List(children)}. The request has gone and its clock is running.", children);

    internal static No NoAnswer { get; } = Invalid("no-answer", "Accept, decline or ask: the answer is blank.");

    internal static No NoReason { get; } = Invalid("no-reason", "Choose why: not in our area, an order stays with you, a duplicate, the move has not happened, or another reason. A short stay or missing papers is none.");

    internal static No NoWords { get; } = Invalid("no-words", "Say why in your own words: the other area must be able to answer.");

    internal static No NoQuestion { get; } = Invalid("no-question", "Write at least one question.");

    internal static No NoName { get; } = Invalid("no-name", "Nothing is recorded without a name and a role.");

    internal static No NoTime { get; } = Invalid("no-time", "Say when.");

    internal static No NoField { get; } = Invalid("no-field", "Say which field is corrected.");

    internal static No NothingCorrected { get; } = Invalid("nothing-corrected", "What it said and what it says are the same, or are both blank.");

    internal static No NotSentThere { get; } = Failed("not-a-recipient", "It was not sent to that agency. Name its lead, or one that has a copy.");

    internal static No NotAParty { get; } = Failed("not-a-party", "This agency has a copy. The sender and the lead settle it between them; tell them what you know.");

    internal static No NobodySpokenTo { get; } = Invalid("no-name", "Say who was spoken to, by name and role.");

    internal static No ToCome { get; } = Invalid("time-to-come", "That time has not come yet.");

    internal static No NotKept { get; } = Invalid("no-choice", "Say what you do with what you know: you have acted on it already, keep it as a contact, or return it.");

    internal static No NothingToAgree(IReadOnlyList<string> children) =>
        new("nothing-to-agree", NoKind.FailedPrecondition, $"No disagreement is open for {List(children)}. To take them, accept; to begin one, say your reasons.", children);

    internal static No NoVisitor(IReadOnlyList<string> children) =>
        new("no-visitor", NoKind.InvalidArgument, $"Say who visits meanwhile, and who agreed to that for each side: {List(children)}.", children);

    private static No Failed(string code, string words) => new(code, NoKind.FailedPrecondition, words, []);

    private static No Invalid(string code, string words) => new(code, NoKind.InvalidArgument, words, []);

    private static string List(IReadOnlyList<string> children) => string.Join(", ", children);
}
