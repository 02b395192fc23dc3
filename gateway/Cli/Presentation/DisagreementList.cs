using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using ClosedBy = InfoSharing.V1.Flow.Types.Disagreement.Types.ClosedBy;
using OpenedBy = InfoSharing.V1.Flow.Types.Disagreement.Types.OpenedBy;
using Step = InfoSharing.V1.Flow.Types.Disagreement.Types.Step;

namespace InfoSharing.Cli.Presentation;

/// <summary>Where areas disagree about a child: who has it, until when, what each side says, who visits meanwhile, and how it ended. It moves no responsibility.</summary>
internal sealed class DisagreementList(Screen screen, AgencyNames agencies, Names names)
{
    internal void Write(IReadOnlyCollection<Flow.Types.Disagreement> all)
    {
        if (all.Count == 0) return;
        screen.Heading("Disagreement", Colour.Bold, "  it moves no responsibility, and nobody waits for it");
        foreach (var one in all)
        {
            screen.Words($"About {names.Of(one.Child) ?? one.Child}, opened {Sentence.Moment(one.OpenedAt)}: {WhyOf(one.OpenedBy)}.", 2);
            screen.Words(Standing(one), 4);
            foreach (var reason in one.Reasons)
                screen.Words($"{agencies.Of(reason.Agency)} {WhatOf(reason.What)} {Sentence.Moment(reason.At)}{(reason.By is { Name.Length: > 0 } by ? $", by {by.Name}" : "")}: {string.Join(" ", reason.Words.Select(words => words.Text_))}", 4);
            screen.Words($"Meanwhile: {(one.Interim is { } interim ? $"{interim.WhoVisits?.Name}, {interim.WhoVisits?.Role}, visits{(interim.HowOften.Length > 0 ? $", {interim.HowOften}" : "")}." : "nobody has said who visits.")}", 4);
        }
        screen.Blank();
    }

    private string Standing(Flow.Types.Disagreement one)
    {
        if (one.ClosedAt is { } closed) return $"Ended {Sentence.Moment(closed)}: {EndOf(one.ClosedBy)}.";
        var who = one.Step == Step.Directors ? "The directors" : "The heads of service";
        return $"{who} of {string.Join(" and ", one.Named.Select(named => agencies.Of(named.Org)))} settle it by {Sentence.Moment(one.DueAt)["at ".Length..]}.";
    }

    private static string WhyOf(OpenedBy by) => by switch
    {
        OpenedBy.SecondTurn => "the second question or decline",
        OpenedBy.UnansweredDecline => "a decline that was not answered in time",
        _ => "one side said that it does not agree",
    };

    private static string EndOf(ClosedBy by) => by switch
    {
        ClosedBy.Acceptance => "accepted",
        ClosedBy.Agreement => "both sides agreed",
        _ => "the transfer was withdrawn",
    };

    private static string WhatOf(string code) => code switch
    {
        "declined" => "declined",
        "asked" => "asked",
        "disagreement-agreed" => "recorded what both agreed",
        _ => "said why",
    };
}
