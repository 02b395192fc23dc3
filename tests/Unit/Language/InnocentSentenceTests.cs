using InfoSharing.Tests.Unit.Rules;

namespace InfoSharing.Tests.Unit.Language;

/// <summary>The agencies' ordinary language. A tool that is wrong ten times a page is clicked through.</summary>
public sealed class InnocentSentenceTests
{
    private const string Police = """
        A Domestic Violence Protection Notice was served on 3 May.
        The magistrates made a domestic violence protection order for 28 days.
        DVPN and DVPO history is attached.
        The right to ask under the Domestic Violence Disclosure Scheme was used in June.
        The DVDS disclosure was made to the mother on 4 June.
        He was convicted under the Malicious Communications Act 1988.
        A report of malicious communications was recorded on 6 June.
        The victim reported malicious damage to her car.
        The statement was signed and witnessed by PC 1234 Example.
        The violence was witnessed by PC 4021 from the doorway.
        The officer took a witness statement about the abuse.
        Police witnessed the abuse and arrested him.
        He absconded from bail in March.
        A prison recall followed when he absconded.
        He absconded while on licence.
        PC 4021 ran after him and he was caught running from the house.
        Officers attended and spoke to both separately.
        A non-molestation order with power of arrest was served.
        The log shows six calls from one address.
        She withdrew her statement on 2 May because she was afraid.
        He retracted the threat when officers arrived.
        The suspect is a drug user and was searched.
        """;

    private const string SocialCare = """
        Why did he not stop? The plan asks that of him.
        She left when it was safe to leave.
        Mother is in a relationship with a man of her age who lives in Leeds.
        The boys spend time with their grandmother on Saturdays.
        Contact is supervised fortnightly at the contact centre.
        The child arrangements order sets indirect contact only.
        We discussed what made leaving unsafe for her.
        The conference was told that school is hard to contact in August.
        The social worker was hard to reach on the telephone and rang back.
        He puts the children at risk when he drinks.
        The plan puts the onus on him.
        Factor 3A, domestic violence, was recorded at assessment.
        Domestic violence: concerns about the child being the subject of domestic violence.
        The independent domestic violence adviser rang twice.
        The team discussed the choice of school.
        She chose this school because it is near.
        Mother made good choices about who collects them.
        The child is a troubled sleeper since the move.
        The family keeps going to the same church.
        He keeps taking him to school on time.
        The way she was met at the door mattered to her.
        She is involved in planning her own support.
        Both parents were asked about money.
        The plan was recruited to; the team is running two groups.
        She behaves well and takes few risks.
        His behaviour is challenging for the carers, who have support.
        She allowed the worker to see the bedrooms.
        The children were exposed to cold in the flat.
        """;

    private const string Health = """
        The health visitor saw each child on 14 October.
        She is hard to reach by phone before noon.
        Sexual health was discussed with her alone.
        He is sexually active and uses contraception.
        She has been sexually active since 2024.
        She has been sexually active since 12 March 2024, when she was 16.
        The midwife booked her at ten weeks.
        The baby seeks attention with a smile.
        Her asthma is worse in dust.
        A drug chart is attached.
        The ward will send pictures to the consultant.
        Immunisations are up to date and the growth is on the 50th centile.
        She is stressed by the housing and asked for help.
        The wound was dressed and she was shown the way out.
        """;

    private const string Probation = """
        The perpetrator programme starts in January.
        He completed a perpetrator programme in 2024.
        The court heard the victim's evidence of the abuse she witnessed.
        He is on licence with a condition of no contact.
        He was recalled to custody after he absconded from approved premises.
        OASys rates risk to children as high.
        He is running late for supervision and rang.
        He must have known the terms, which he had signed.
        He must have done the first module by March.
        He accepts that his arguments happen when he drinks.
        The domestic abuse officer saw him on Monday.
        He has been working for a builder since May.
        MAPPA level 2 was agreed.
        The crime was one of violence.
        """;

    public static TheoryData<string> Sentences =>
        [.. (Police + "\n" + SocialCare + "\n" + Health + "\n" + Probation).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [Fact]
    public void There_are_at_least_sixty() => Sentences.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_two_adults_gives_no_hit(string sentence) => Given.EntriesIn(Given.AdultVictimBesideHarm(sentence)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_a_young_person_gives_none(string sentence) => Given.EntriesIn(Given.YoungPersonWhoHarms(sentence)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_a_young_victim_gives_none(string sentence) => Given.EntriesIn(Given.YoungVictimBesideHarm(sentence)).ShouldBeEmpty();
}
