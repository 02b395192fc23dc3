using static InfoSharing.Validator.Language.LanguageLevel;
using static InfoSharing.Validator.Language.LanguageScope;
using static InfoSharing.Validator.Language.PlainSenses;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Validator.Language;

/// <summary>
/// The language list, with the allow-list of legal and proper names beside the entries that it quiets.
/// Kept out until sourced: "failure to protect", "chose to stay", "refuses to engage", "toxic relationship", "did not attend".
/// </summary>
internal static class LanguageEntries
{
    private const string GangWords = "gang~ | county line~ | drug/drugs";
    private const string Behaviour = "behaviour~/behavior~";
    private const string Ranks = "pc/dc/ps/ds/di/dci/sgt/sergeant/constable/inspector/officer/pcso/wpc";

    // The four that police and probation use in senses of their own.
    private static readonly AgencyKind[] PoliceAndProbation = [AgencyKind.Police, AgencyKind.Probation];

    /// <summary>Every entry, in the order of its number.</summary>
    internal static IReadOnlyList<LanguageEntry> All { get; } =
    [
        new(1, ShiftsResponsibility, Any, "{child} may have been groomed; is at increased vulnerability to being abused; is being placed at risk by {person causing harm}",
            "CSE alternatives list, Children's Society, Cardiff University, NSPCC", "put~/place~ themselves/herself/himself/themself at risk"),
        new(2, ShiftsResponsibility, Any, "{victim} is being abused or exploited by {person causing harm}", "JTAI 2017; ours", "lifestyle choice~ | choose~ this lifestyle"),
        new(3, ShiftsResponsibility, Any, "{person causing harm} used violence in earlier relationships too; what support does {victim} want",
            "JTAI 2017, Durham SCP; ours", "make~ better relationship choice~ | poor relationship choice~"),
        new(4, ShiftsResponsibility, Any, "identify the primary aggressor; record who did what to whom", "JTAI 2017, CPS; ours",
            "as bad as one another | as bad as each other", new Wording("six of one") { NotBefore = "group/kind/sort/type/make/colour/size/set/class" }),
        new(5, ShiftsResponsibility, Any, "why did {person causing harm} not stop; what made leaving unsafe for {victim}", "CPS, Durham SCP, SafeLives, SafeSpots",
            "why didn't/didnt/did'nt/doesn't/doesnt/don't she/he/they/mum/mother leave (sooner) | why didn't/didnt/doesn't {victim} leave (sooner)"
            + " | why did/does not she/he/they leave (sooner) | why did/does she/he/they/mum/mother not leave (sooner) | why did/does {victim} not leave (sooner)"
            + " | why did/does not {victim} leave (sooner) | why didn't/didnt/doesn't the victim/mother leave (sooner) | why did/does the victim/mother not leave (sooner)"),
        new(6, ShiftsResponsibility, Any, "{person causing harm} exploited {victim}'s vulnerability", "Durham SCP; ours", "their/her/his vulnerability~ lead~ to (the) abuse"),
        new(7, ShiftsResponsibility, Under18OrVictim, "describe the behaviour and what may lie behind it", "Durham SCP; ours", "troublemaker~ | trouble maker~"),
        new(8, ShiftsResponsibility, Any, "delete; state what {person causing harm} did", "Durham SCP; ours", "must have known what would happen"),
        new(9, ShiftsResponsibility, Under18OrExploited, "{child} has been sexually abused / raped; reports of sexual abuse", "CSE alternatives list", "sexual activity with"),
        new(10, ShiftsResponsibility, Under18OrExploited, "{child} has been raped; may have been sexually abused", "CSE alternatives list",
            new Wording("sexually active since … (the age of) 0/1/2/3/4/5/6/7/8/9/10/11/12/one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve")
            {
                // A date and a length of time are no age.
                NotBefore = "# | january/february/march/april/may/june/july/august/september/october/november/december/jan/feb/mar/apr/jun/jul/aug/sep/sept/oct/nov/dec"
                    + " | year~/month~/week~/day~ ago | partner~/person/man/woman/child",
            }),
        new(11, ShiftsResponsibility, Under18OrExploited, "adults have been contacting {child}; concerns an adult is facilitating communication",
            "CSE alternatives list; Children's Society", "contact~ adult male~/female~/men/women"),
        new(12, ShiftsResponsibility, Under18OrExploited, "{child} is being sexually exploited", "CSE alternatives list",
            new Wording("(offer~ drugs …) in return for sex") { NotBefore = "offender~" }),
        new(13, ShiftsResponsibility, Under18OrExploited, "{child} is a victim of sexual / criminal exploitation", "Children's Society",
            new Wording("involved in cse/cce/exploitation | involved in (child) sexual/criminal exploitation")
            {
                NotBefore = "work/working/team~/investigation~/operation~/panel~/training/strategy/screening/awareness/meeting~/prevention/cases",
            }),
        new(14, ShiftsResponsibility, Under18OrExploited, "{child} has been groomed", "Cardiff University", new Wording("become~ involved in crime") { NotBefore = "prevention" }),
        new(15, ShiftsResponsibility, Under18OrExploited, "{child} is being criminally exploited", "Cardiff University; NSPCC",
            new Wording("work~ for a/the gang~") { NotBefore = "of builders/fitters/labourers/painters/roofers/scaffolders/workmen" },
            new Wording("recruited | running") { SentenceHas = GangWords, NotBefore = "late | … week~/day~/hour~/minute~ late | short/smoothly/well" }),
        new(16, ShiftsResponsibility, Under18OrExploited, "{child} is being controlled", "Cardiff University", "go~ back to their/her/his exploiter~"),
        new(17, ShiftsResponsibility, Under18OrExploited, "{child} has been trafficked; is missing, consider who is moving them", "Cardiff University",
            new Wording("keep~ going missing") { NotAfter = Things, NotBefore = $"from/in {Places} | from/in the/a/her/his/their/our/this/that {Places} | from/in the/her/his/our {Sorts} {Places}" }),
        new(18, ShiftsResponsibility, Under18AndVictim, "{child} is being groomed, coerced, controlled by {person causing harm}; talk of context, not relationship",
            "NWG/VKPP \"preferred terms\"",
            "in a relationship with {harm} | spend~ time with {harm} | associate~ with {harm}"
            + " | in a relationship with the (alleged) perpetrator/abuser | spend~ time with the (alleged) perpetrator/abuser | associate~ with the (alleged) perpetrator/abuser"),
        new(19, ShiftsResponsibility, Under18AndVictim, "name the age gap and the concern of grooming", "NSPCC", "older boyfriend~/girlfriend~"),
        new(20, ShiftsResponsibility, Under18OrExploited, "an adult is grooming / targeting {child}", "NWG/VKPP",
            "send~ explicit picture~/image~ to an/a adult~/man/woman | send~ explicit picture~/image~ to adults/men/women"),
        new(21, ShiftsResponsibility, Under18OrExploited, "child sexual exploitation", "Magdalene Group; Safe and Sound", "child prostitute~"),
        new(22, ShiftsResponsibility, Under18OrExploited, "{child} is a victim of criminal exploitation", "Safe and Sound", "drug/drugs dealer~/runner~"),
        new(23, ShiftsResponsibility, Under18OrExploited, "{child} is being used or forced to move money; forced to carry internally", "Children's Society; ours",
            "money mule~", new Wording("plugging") { SentenceHas = "drug/drugs" }),
        new(24, ShiftsResponsibility, Under18OrExploited, "describe signs of abuse and the impact on {child}", "NSPCC", $"risky {Behaviour} | risk taking ({Behaviour})"),
        new(25, ShiftsResponsibility, Under18OrExploited, "{child} is being harmed by {person causing harm}", "case review quoted by NSPCC; ours",
            "lead~ a lifestyle that/which put~/place~ her/him/them at risk"),
        new(26, ShiftsResponsibility, Under18OrExploited, "delete; children cannot consent to abuse", "Safe and Sound; ours", "streetwise | street wise"),
        new(27, ShiftsResponsibility, Under18OrExploited, "delete", "Safe and Sound; ours", "the way she/he/they was/were/is/are dressed"),
        new(28, ShiftsResponsibility, Any, "{person causing harm} assaulted {victim}", "CPS; ours", "crime~ of passion") { Why = "It romanticises abuse." },
        new(29, ShiftsResponsibility, Any, "{victim} did not support prosecution; consider fear and an evidence-led case", "CPS", "withdraw~/retract~ … (so) not credible"),
        new(30, ShiftsResponsibility, VictimAndPersonCausingHarm, "record what {person causing harm} did", "SafeSpots; CPS reciprocal-abuse guidance; ours",
            "instigator~",
            new Wording("provoke~")
            {
                // Of an illness, a thought or a talk.
                NotAfter = $"{Symptoms} | {Symptoms} is/was/are/were/being | {Symptoms} is/was/are/were not/also | {Symptoms} can/could/may be | thought/anxiety | without being | dog~ is/was/were",
                NotBefore = $"{Symptoms} | a/an/the/any/no/more/her/his/their/further/some {Symptoms} | a/an/the/any/more/her/his/their {Symptoms} | by {Triggers} | by a/an/the {Triggers}"
                    + $" | factor~/test~/manoeuvre~ | {Talks} | a/an/some/much/more {Talks} | a/an/some/much/more good/useful/long/lively/helpful/open/interesting/healthy/happy {Talks}",
            },
            new Wording("must have done something") { NotBefore = $"right/well | to the/her/his/their {Parts}" }),
        new(31, ShiftsResponsibility, Any, "describe the behaviour: threats, control, assault", "SafeSpots; ours",
            "arguments happen in all relationships", new Wording("just a domestic") { NotBefore = "abuse/violence/homicide/appliance~/cleaner~/flight~/waste" }),
        new(32, ShiftsResponsibility, Any, "delete", "SafeSpots; ours",
            "he/she/they is/are/was/were just stressed | he's/she's/they're just stressed | truly sorry … another chance"),
        new(33, ShiftsResponsibility, VictimAndPersonCausingHarm, "{person causing harm} returned; what control, fear or pressure was there", "SafeSpots; ours",
            "allow~ this to happen", new Wording("allow~ him/her/them back") { NotBefore = BackToHavens }),
        new(34, ShiftsResponsibility, VictimAndPersonCausingHarm, "{person causing harm} returned; what control, fear or pressure was there",
            "everydayvictimblaming account, not formal guidance; ours", new Wording("keep~ taking him/her/them back") { NotBefore = BackToHavens }),
        new(35, DatedOrLabels, Any, "domestic abuse", "NSPCC; Shelter",
            new Wording("domestic violence")
            {
                NotBefore = "protection notice~/order~ | disclosure scheme~ | concerns about | crime and victims | adviser~/advisor~/advocate~ | helpline~ | court~ | unit~",
                NotAfter = "being the subject of",
                SentenceLacks = "3a/3b/3c",
            }),
        new(36, DatedOrLabels, Under18, "was there when …, heard …, lives with …", "Domestic Abuse Act 2021; in part ours",
            new Wording("witness~ (to) domestic abuse/violence | witness~ (to) the abuse/violence")
            {
                SentenceLacks = $"statement~ | signature~ | signed | court~ | police | evidence | witness~ by {Ranks} | witness~ by #",
            },
            "expose~ (to) domestic abuse/violence | expose~ (to) the abuse/violence") { Why = "\"Witnessed\" hides that {child} is a victim." },
        new(37, DatedOrLabels, CalledSoUnder18, "young person who harms", "Nottingham pathway", new Wording("perpetrator~")
            {
                NotBefore = "programme~/program~ | behaviour change programme~/group~",
                NotAfter = "programme~/program~/course~/group~ for | programme~/program~/course~/group~ for adult/male/the/domestic | programme~/program~/course~/group~ for domestic abuse",
            }),
        new(38, DatedOrLabels, Any, "describe what the carer does and does not do", "NSPCC", "disguised compliance") { OffFor = PoliceAndProbation },
        new(39, DatedOrLabels, Any, "services not yet accessible; what would help", "NSPCC",
            new Wording("hard to reach") { NotBefore = $"by/on/at/after/before/during/via/when/while/because/as/from/until/till/between/a/an/the/them/her/him/today/tonight/now | out of hours | in the morning~/afternoon~/evening~/holidays/daytime | in school/office/working hours/holidays/time"
                + $" | this/last/next/most week/month/afternoon/morning/days | {Unreached}",
                NotAfter = $"{Fixtures} | {Fixtures} … is/are/was/were | {Fixtures} is/are/was/were too/very/so/quite/just",
            }) { OffFor = PoliceAndProbation },
        new(40, DatedOrLabels, Any, "unseen men", "NSPCC", "hidden men"),
        new(41, DatedOrLabels, Any, "attention needing", "NSPCC", "attention seeking/seeker~") { OffFor = PoliceAndProbation },
        new(42, DatedOrLabels, Any, "not substantiated; keep the record", "NSPCC; ours",
            new Wording("malicious")
            {
                SentenceHas = "allegation/allegations | complaint/complaints | referral/referrals | report/reports",
                NotAfter = "not/never/nothing | not thought/considered/found to be",
                NotBefore = "communication~ | damage/wounding/intent/prosecution/software | message~/call~",
            }),
        new(43, ShiftsResponsibility, Any, "child sexual abuse material", "NSPCC", "child pornography"),
        new(44, DatedOrLabels, Any, "non-recent sexual abuse", "IICSA victims' panel", "historical/historic (child) sexual abuse"),
        new(45, DatedOrLabels, Under18, "run away, go missing", "TACT", new Wording("abscond~") { SentenceLacks = "bail~ | recall~ | custody | prison~ | licence~/license~" }),
        new(46, DatedOrLabels, Any, "having trouble coping; distressed feelings", "TACT", $"challenging {Behaviour}") { OffFor = PoliceAndProbation },
    ];
}
