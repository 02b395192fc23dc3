using InfoSharing.V1;
using static InfoSharing.V1.Party.Types;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Tests.Families;

/// <summary>
/// Makes a family's transfer from a seed, whole in every section that a refusing rule asks about, and as different from the next as
/// families are: one child or six, unborn or seventeen, a parent who is a child, no known abuse or two who cause harm, forced
/// marriage feared, orders, earlier areas, from each of the four services. Judged on <see cref="Samples.JudgedOn"/>.
/// </summary>
public sealed partial class FamilyMaker
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    private static readonly (string Slug, string Gss)[] Areas =
    [
        ("leeds", "E08000035"), ("sandwell", "E08000028"), ("bradford", "E08000032"), ("barnsley", "E08000016"), ("camden", "E09000007"), ("norfolk", "E10000020"),
    ];

    private readonly Random _chance;
    private readonly MadeWords _words;
    private readonly Transfer _made = new();
    private readonly List<Person> _children = [];
    private readonly List<Person> _harming = [];
    private bool _abuse;
    private bool _marriage;

    private FamilyMaker(int seed)
    {
        _chance = new(seed);
        _words = new(_chance);
    }

    /// <summary>The family of a seed; the same each time.</summary>
    public static Transfer Make(int seed) => new FamilyMaker(seed).Make();

    private Transfer Make()
    {
        Envelope();
        People();
        Relationships();
        History();
        foreach (var child in _children) EachChild(child);
        Decisions();
        Support();
        Harming();
        Law();
        Sharing();
        return _made;
    }

    private void Envelope()
    {
        var from = _words.Pick(Areas);
        var to = _words.Pick([.. Areas.Where(area => area != from)]);
        var kind = _words.Pick([AgencyKind.SocialCare, AgencyKind.SocialCare, AgencyKind.Police, AgencyKind.Health, AgencyKind.Probation]);
        _made.Id = Guid.CreateVersion7(Samples.JudgedOn).ToString("D");
        _made.Version = 1;
        _made.Kind = _words.Pick([Kind.FullTransfer, Kind.CpTransferIn, Kind.MaracToMarac, Kind.ProbationTransfer]);
        _made.Urgency = _words.Pick([Transfer.Types.Urgency.Crisis, Transfer.Types.Urgency.NonCrisis, Transfer.Types.Urgency.PostCrisis]);
        _made.From = PartyOf(from, kind);
        _made.Lead = PartyOf(to, kind);
        _made.CallRecord = new() { SpokeTo = Worker("duty worker"), At = Stamp(-1) };
        _made.CrisisReviewOn = On(5);
        _made.Move = new()
        {
            Date = On(-_chance.Next(0, 40)), Permanence = Chance(80) ? Move.Types.Permanence.Permanent : Move.Types.Permanence.Temporary, Planned = YesNo.Yes, IsSeparation = YesNo.No,
            WhereaboutsKnown = YesNo.Yes, RiskEffect = Move.Types.RiskEffect.Types.Direction.Same, RiskEffectReason = Words(), Reason = Words(), ReviewOn = On(20), ExpectedDays = 400,
        };
        _made.Moves.Add(new EarlierArea { Item = Id("MV1"), AreaGss = from.Gss, Country = Country.Eng, From = On(-2000), To = On(-40), WhatKnown = Words() });
        if (Chance(30)) _made.Moves.Insert(0, new EarlierArea { Item = Id("MV2"), AreaGss = _words.Pick(Areas).Gss, Country = Country.Eng, From = On(-3000), To = On(-2001), WhatKnown = Words() });
        _made.CaseOwner = Worker("social worker");
        _made.FirstInvolvementOn = On(-700);
        _made.Accommodation = new() { Kind = Accommodation.Types.Kind.PrivateRent, Rationale = Words() };
        _made.LawfulBasis = new()
        {
            Basis = LawfulBasis.Types.Basis.PublicTask, Article9Condition = "DPA 2018 Sch 1 para 18", Article10Ground = "DPA 2018 Sch 1 para 18", Confidentiality = LawfulBasis.Types.Confidentiality.PublicInterest,
            FamilyAgreement = LawfulBasis.Types.FamilyAgreement.NotNeeded,
        };
        // What its kind must bring, and this one does not know.
        foreach (var what in Enum.GetValues<NotHeld.Types.What>().Where(what => what != NotHeld.Types.What.Unspecified))
            _made.NotHeld.Add(new NotHeld { Item = Id($"NH{(int)what}"), What = what, Answer = NotHeld.Types.Answer.NotKnown });
    }

    private bool Chance(int percent) => _chance.Next(100) < percent;

    private Text Words() => new() { Text_ = _words.Line() };

    private Who Worker(string role) => new() { Name = $"{_words.GivenName()} {_words.FamilyName()}", Role = role, Org = _made.From?.Agency ?? "duty" };

    private static Item Id(string id) => new() { Id = id, Handling = new() { ShareWithFamily = Handling.Types.ShareWithFamily.No } };

    private static string On(int days) => Day.AddDays(days).ToString("yyyy-MM-dd");

    private static Google.Protobuf.WellKnownTypes.Timestamp Stamp(int days) => Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Samples.JudgedOn.AddDays(days));

    private static Party PartyOf((string Slug, string Gss) area, AgencyKind kind) => new()
    {
        Agency = $"{area.Slug}-{kind switch { AgencyKind.SocialCare => "social-care", _ => kind.ToString().ToLowerInvariant() }}", AgencyKind = kind, AreaGss = area.Gss, Country = Country.Eng,
    };
}
