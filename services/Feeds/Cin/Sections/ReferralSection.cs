using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;
using Kind = InfoSharing.V1.ChronologyEntry.Types.Kind;

namespace InfoSharing.Feeds.Cin.Sections;

/// <summary>CINdetails: a referral and what became of it. The census says what was done and never why, so no decision is written and no reasoning.</summary>
internal static class ReferralSection
{
    /// <summary>Writes the referral, and gives the days between which its work should lie.</summary>
    public static Episode Write(Element details, Draft draft)
    {
        var referred = draft.Day(details, "CINreferralDate", missing: "8600");
        var closed = draft.Day(details, "CINclosureDate", rule: "8620");
        var episode = new Episode(details.Line, referred, closed);
        var reason = draft.Code(details, "ReasonForClosure", ClosureReason.Codes, "8640");
        var noFurtherAction = NoFurtherAction(details, draft);
        var source = draft.Code(details, "ReferralSource", ReferralSource.Codes, "8866", missing: "8866");
        EpisodeHoldsTogether.CheckDays(draft, episode, details.First("ReasonForClosure")?.Text is { Length: > 0 } written ? reason ?? written : null);
        EpisodeHoldsTogether.CheckActivity(draft, details, noFurtherAction);

        draft.Transfer.Referrals.Add(new Referral
        {
            Item = draft.Item($"R{draft.Transfer.Referrals.Count + 1}", details.Line),
            On = referred?.Iso ?? "",
            Source = source ?? "",
            About = { Draft.Child },
            Children = { Draft.Child },
            ClosedOn = closed?.Iso ?? "",
            ClosureReason = reason ?? "",
            PrimaryNeed = draft.Code(details, "PrimaryNeedCode", PrimaryNeed.Codes, "8650", missing: noFurtherAction is false ? "8610" : null) ?? "",
            NoFurtherAction = noFurtherAction switch { true => YesNo.Yes, false => YesNo.No, null => YesNo.Unspecified },
        });

        draft.Chronology.Add(Kind.Referral, referred, "Referral received" + ReferralWords.From(source) + (noFurtherAction is true ? "; no further action" : ""));
        draft.Chronology.Add(Kind.Other, closed, reason is null ? "Case closed" : $"Case closed: {ClosureReason.Codes.Describe(reason)} ({reason})");
        return episode;
    }

    private static bool? NoFurtherAction(Element details, Draft draft)
    {
        var element = details.First("ReferralNFA");
        var flag = CinCode.Flag(element);
        if (flag is null) draft.Report(element?.Line ?? details.Line, "ReferralNFA", element is null ? "is missing" : "is not true or false; it is left out", "8568");
        return flag;
    }
}
