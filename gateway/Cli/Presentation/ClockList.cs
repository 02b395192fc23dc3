using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>The clocks of a transfer: what waits, for whom, until when. Running out tells somebody; it changes no state.</summary>
internal sealed class ClockList(Screen screen, AgencyNames agencies, Names names)
{
    internal void Write(IEnumerable<FlowReply.Types.Clock> all)
    {
        // What is owed has a list of its own.
        var clocks = all.Where(clock => clock.Name != "owed").ToList();
        if (clocks.Count == 0) return;
        screen.Heading("Clocks", Colour.Bold, "");
        foreach (var clock in clocks.OrderBy(clock => clock.Answered).ThenByDescending(clock => clock.RunOut)) screen.Words(WordsOf(clock), 2);
        screen.Blank();
    }

    private string WordsOf(FlowReply.Types.Clock clock)
    {
        var what = $"{(clock.Agency.Length > 0 ? $"{agencies.Of(clock.Agency)}: " : "")}{WhatOf(clock)}";
        if (clock.Answered) return $"{what}: done.";
        if (clock.DueAt is null) return $"{what}: its clock has not started.";
        if (clock.RunOut) return $"RUN OUT {Sentence.Moment(clock.DueAt)}. {what}. Told: {TransferWords.OfCode(clock.Tells)}.";
        return $"{what}, by {Sentence.Moment(clock.DueAt)["at ".Length..]}; then the {TransferWords.OfCode(clock.Tells)} is told.";
    }

    private string WhatOf(FlowReply.Types.Clock clock) => WhatOf(clock.Name, clock.Child.Length == 0 ? "the child" : names.Of(clock.Child) ?? clock.Child);

    /// <summary>What a clock waits for.</summary>
    internal static string WhatOf(string name, string child) =>
        name.StartsWith("seen_since_move", StringComparison.Ordinal) ? $"somebody sees {child} since the move" : name switch
        {
            "arrival" => "a named person acknowledges it",
            "next_step" => "the next step is decided",
            "transfer_in_conference" => "the transfer-in conference is held",
            "refused_without_alert" => "the alert, or the mended hand-over, goes",
            "misdirected" => "the breach is assessed",
            "decline_answered" => $"the decline for {child} is answered",
            "disagreement_heads" => $"the heads of service settle the disagreement about {child}",
            "disagreement_directors" => $"the directors settle the disagreement about {child}",
            "undelivered" => "their receipt comes",
            _ => TransferWords.OfCode(name),
        };
}
