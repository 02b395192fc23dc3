using InfoSharing.Feeds.Cin.Rules;
using InfoSharing.Feeds.Cin.Sections;
using InfoSharing.Feeds.Xml;
using InfoSharing.V1;

namespace InfoSharing.Feeds.Cin;

/// <summary>Turns one child of a return into one draft transfer.</summary>
internal static class ChildToTransfer
{
    /// <summary>Writes the draft: (1) sender, (2) child, (3) each episode with its work, (4) the chronology.</summary>
    public static CinChild Write(Element child, CinHeader header, CinReaderOptions options)
    {
        var draft = new Draft(header, options.Today);
        ShapeIsKnown.Check(child, draft.Oddities);

        // 1. The sender.
        draft.Transfer.Id = options.NewId().ToString();
        draft.Transfer.Version = 1;
        draft.Transfer.Kind = Transfer.Types.Kind.FullTransfer;
        draft.Transfer.From = Sender(header);

        // 2. The child.
        var person = IdentitySection.Write(child, draft);
        CharacteristicsSection.Write(child, person, draft);

        // 3. Each episode.
        var episodes = 0;
        foreach (var details in child.All("CINdetails"))
        {
            episodes++;
            var episode = ReferralSection.Write(details, draft);
            AssessmentSection.Write(details, episode, draft);
            CinPlanSection.Write(details, episode, draft);
            Section47Section.Write(details, episode, draft);
            ProtectionPlanSection.Write(details, episode, draft);
            PreProceedingsSection.Write(details, draft);
        }

        if (episodes == 0) draft.Report(child.Line, "CINdetails", "is missing: the child has no episode", "8590");

        // 4. The chronology.
        draft.Chronology.WriteTo(draft.Transfer);
        draft.Oddities.Sort((one, other) => one.Line.CompareTo(other.Line));
        return new CinChild(child.Line, episodes, draft.Transfer, draft.Oddities);
    }

    private static Party Sender(CinHeader header) => new()
    {
        Agency = header.Agency,
        AgencyKind = Party.Types.AgencyKind.SocialCare,
        AreaGss = header.Authority?.Gss ?? "",
        Country = Party.Types.Country.Eng,
    };
}
