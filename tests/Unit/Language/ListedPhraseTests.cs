using InfoSharing.Tests.Unit.Rules;
using InfoSharing.Validator.Language;

namespace InfoSharing.Tests.Unit.Language;

/// <summary>Every entry of the list is found in the item that it is about, in the forms in which people write it.</summary>
public sealed class ListedPhraseTests
{
    // "|" parts the forms.
    private static readonly Dictionary<int, string> Young = new()
    {
        [1] = "She puts herself at risk|He put himself at risk|They were putting themselves at risk|She places herself at risk|He is placing himself at risk|placed themself at risk",
        [2] = "a lifestyle choice|her lifestyle choices|she chose this lifestyle|he chooses this lifestyle|choosing this lifestyle|a life-choice, a LIFESTYLE CHOICE",
        [3] = "make better relationship choices|making better relationship choices|made a better relationship choice? made better relationship choices|poor relationship choices|a poor relationship choice|makes better relationship choice",
        [4] = "They are as bad as one another|each is as bad as each other|it is six of one and half a dozen of the other|As bad as each other.|AS BAD AS ONE ANOTHER",
        [5] = "why didn't she leave|why didn’t he leave sooner|why did not they leave|why did she not leave|why doesn't she leave|why didn't Mia leave|why did Mia Specimen not leave|why didn't Ms Specimen leave|Why did not Mia leave?",
        [6] = "her vulnerability led to the abuse|his vulnerabilities led to abuse|their vulnerability leads to the abuse|her vulnerabilities leading to abuse|Her vulnerability lead to abuse",
        [7] = "a troublemaker|the troublemakers|a trouble-maker|known troublemaker's friend|TROUBLEMAKER",
        [8] = "She must have known what would happen|must have known what would happen next|he MUST have known what would happen|They must have known what would happen.|surely must have known what would happen",
        [9] = "sexual activity with a man of 30|had sexual activity with him|Sexual activity with others|sexual activity with\nadults|sexual activity with, it is said, an adult",
        [10] = "sexually active since the age of 12|sexually active since she was 11|sexually active since age twelve|sexually active since 10|Sexually active since about the age of ten",
        [11] = "contacting adult males|contacts adult men|contacted adult women|contact adult females|is contacting an app; contacts adult male",
        [12] = "in return for sex|offered drugs in return for sex|money in return for sex|offers drugs and money in return for sex|a phone, in return for sex",
        [13] = "involved in CSE|involved in CCE|involved in exploitation|involved in child sexual exploitation|involved in criminal exploitation",
        [14] = "became involved in crime|becomes involved in crime|becoming involved in crime|has become involved in crime|Became involved in crime",
        [15] = "recruited into a gang|running for a county line|works for a gang|working for the gang|recruited to move drugs|worked for a gang|running county lines",
        [16] = "went back to her exploiters|goes back to his exploiter|going back to their exploiters|go back to her exploiter|has gone back to her exploiter",
        [17] = "keeps going missing|kept going missing|keep going missing|keeping going missing|She Keeps Going Missing",
        [18] = "in a relationship with Ray|in a relationship with Mr Example|spends time with Ray Example|spending time with Ray|associates with P5|associating with Ray Example|associated with the alleged perpetrator",
        [19] = "an older boyfriend|older boyfriends|an older girlfriend|older girlfriends|her older boyfriend's flat",
        [20] = "sent explicit pictures to an adult|sends explicit images to a man|sending explicit images to a woman|send an email; sent explicit picture to adults|sent explicit images to men",
        [21] = "child prostitute|child prostitutes|child prostitution|child-prostitution|CHILD PROSTITUTE",
        [22] = "a drug dealer|drug dealers|drug runner|a drugs runner|drug-runners",
        [23] = "a money mule|money mules|plugging drugs|He was plugging. Drugs were found while plugging drugs|the money mule's account",
        [24] = "risky behaviour|risky behaviours|risk-taking|risk taking behaviour|risky behavior",
        [25] = "leads a lifestyle that puts her at risk|led a lifestyle that put him at risk|leading a lifestyle which puts them at risk|lead a lifestyle that put them at risk|leads a lifestyle that is putting; leads a lifestyle that putting her at risk",
        [26] = "streetwise|street wise|street-wise|She is very streetwise.|STREETWISE",
        [27] = "the way she was dressed|the way he was dressed|the way they were dressed|The way she is dressed|the way they are dressed",
        [28] = "a crime of passion|crimes of passion|Crime of passion|this crime of passion.|called the crimes of passion",
        [29] = "withdrew her statement so not credible|retracted, not credible|retracts and is not credible|withdraws so not credible|has withdrawn it, so not credible",
        [30] = "she provoked him|provokes|provoking him|an instigator|the instigators|must have done something",
        [31] = "arguments happen in all relationships|just a domestic|It was just a domestic.|Arguments happen in all relationships|seen as just a domestic, no more",
        [32] = "he is just stressed|she's just stressed|they are just stressed|truly sorry and deserves another chance|he was just stressed",
        [33] = "allowed this to happen|allows this to happen|allowing him back|allow her back|allowed them back",
        [34] = "keeps taking him back|kept taking her back|keep taking them back|keeping taking him back|Kept taking him back",
        [35] = "domestic violence|Domestic violence in the home|a history of domestic violence|DOMESTIC-VIOLENCE|the domestic violence worsened",
        [36] = "witnessed domestic abuse|witnesses the abuse|witnessing domestic violence|exposed to domestic abuse|exposure to the violence|a witness to the abuse",
        [38] = "disguised compliance|Disguised compliance|disguised-compliance|this is disguised compliance.|DISGUISED COMPLIANCE",
        [39] = "hard to reach|a hard-to-reach family|Hard to reach.|seen as hard to reach and closed|HARD TO REACH",
        [40] = "hidden men|the hidden men|Hidden men|hidden-men|hidden men in the home",
        [41] = "attention seeking|attention-seeking|an attention seeker|attention seekers|Attention-Seeking",
        [42] = "a malicious allegation|malicious referrals|The report was thought to be malicious|malicious complaint|complaints that were malicious",
        [43] = "child pornography|Child pornography|child-pornography|images of child pornography|CHILD PORNOGRAPHY",
        [44] = "historical sexual abuse|historic sexual abuse|historic child sexual abuse|Historical sexual abuse|HISTORIC SEXUAL ABUSE",
        [45] = "absconded|absconds|absconding|may abscond|Absconded again",
        [46] = "challenging behaviour|challenging behaviours|challenging behavior|Challenging behaviour at school|her challenging-behaviour",
    };

    private static readonly string[] Called = ["a perpetrator", "the perpetrators", "the perpetrator's friends", "Perpetrator", "known perpetrator."];

    public static TheoryData<int, string> Forms
    {
        get
        {
            var forms = new TheoryData<int, string>();
            foreach (var (entry, written) in Young)
                foreach (var form in written.Split('|')) forms.Add(entry, form);
            return forms;
        }
    }

    [Fact]
    public void Every_entry_has_at_least_five_forms_here() =>
        Enumerable.Range(1, 46).Where(entry => entry != 37 && Young[entry].Split('|').Length < 5).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_found(int entry, string words) => Given.EntriesIn(Given.YoungVictimBesideHarm($"The record reads {words}")).ShouldContain(entry);

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_whose_speaker_is_named_is_not(int entry, string words) =>
        Given.EntriesIn(Given.YoungVictimBesideHarm($"Her grandmother said: “{words}”")).ShouldNotContain(entry);

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_in_marks_whose_speaker_is_not_named_is_found(int entry, string words) =>
        Given.EntriesIn(Given.YoungVictimBesideHarm($"A view of this as “{words}” is on file.")).ShouldContain(entry);

    [Fact]
    public void A_young_person_who_harms_is_not_called_a_perpetrator()
    {
        foreach (var words in Called)
        {
            Given.EntriesIn(Given.YoungPersonWhoHarms(words)).ShouldBe([37]);
            Given.EntriesIn(Given.AdultVictimBesideHarm(words)).ShouldBeEmpty();
            Given.EntriesIn(Given.YoungPersonWhoHarms($"Mother said “{words}”")).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_list_has_its_forty_six_entries_in_order() =>
        LanguageList.Entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 46));

    [Fact]
    public void Every_entry_has_an_alternative_and_a_source() =>
        LanguageList.Entries.ShouldAllBe(entry => entry.Alternative.Length > 0 && entry.Source.Length > 0);

    [Fact]
    public void No_alternative_is_itself_on_the_list()
    {
        foreach (var entry in LanguageList.Entries) Given.EntriesIn(Given.YoungVictimBesideHarm(entry.Alternative)).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_of_no_entry_finds_none()
    {
        LanguageList.Find(0).ShouldBeNull();
        LanguageList.Find(47).ShouldBeNull();
        LanguageList.Find(46)!.Number.ShouldBe(46);
    }
}
