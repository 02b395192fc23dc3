using InfoSharing.Feeds;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

public class OddityTests
{
    [Theory]
    [InlineData("<PersonBirthDate>2015-05-05</PersonBirthDate>", "<PersonBirthDate>2015-02-30</PersonBirthDate>", "PersonBirthDate: is not a day; the field is left blank (8520)")]
    [InlineData("<PersonBirthDate>2015-05-05</PersonBirthDate>", "", "PersonBirthDate: is missing, and so is ExpectedPersonBirthDate (8525)")]
    [InlineData("<PersonBirthDate>2015-05-05</PersonBirthDate>", "<PersonBirthDate>05/05/2015</PersonBirthDate>", "PersonBirthDate: is not written as year-month-day; it is read as day/month/year")]
    [InlineData("<LAchildID>A1</LAchildID>", "<LAchildID>a_1</LAchildID>", "LAchildID: has a character that is neither a letter nor a digit (1570)")]
    [InlineData("<LAchildID>A1</LAchildID>", "<LAchildID>123456789012345678901</LAchildID>", "LAchildID: is longer than 20 characters (1580)")]
    [InlineData("<LAchildID>A1</LAchildID>", "", "LAchildID: is missing (8500)")]
    [InlineData("<UPN>A950000178301</UPN>", "<UPN>B950000178301</UPN>", "UPN: check letter does not fit, and characters 2 to 4 are no authority's number (1510, 1530)")]
    [InlineData("<UPN>A950000178301</UPN>", "<UPN>A8X0000178301</UPN>", "UPN: characters 2 to 12 are not all digits (1540)")]
    [InlineData("<UPN>A950000178301</UPN>", "<UPNunknown>UN9</UPNunknown>", "UPNunknown: is not a code of its list; it is left out, written UN9")]
    [InlineData("<Sex>F</Sex>", "", "Sex: is missing (4180)")]
    [InlineData("<Sex>F</Sex>", "<Sex>X</Sex>", "Sex: is not a code of its list; it is left out (4180)")]
    [InlineData("<Sex>F</Sex>", "<Sex>1</Sex>", "Sex: must be M, F or U; it is written in the code of GenderCurrent, and read in it (4180)")]
    [InlineData("<Sex>F</Sex>", "<Sex>F</Sex><Sex>M</Sex>", "Sex: is given more than once; the first is read")]
    [InlineData("<Sex>F</Sex>", "<Sex>F</Sex><Shoe>9</Shoe>", "Shoe: is not an element that a return has here; it is not read")]
    [InlineData("<Sex>F</Sex>", "<Sex>F</Sex>Jo Bloggs", "ChildIdentifiers: has stray text between its elements, which is not read")]
    [InlineData("<Sex>F</Sex>", "<Sex code='x'>F</Sex>", "Sex: has an attribute, which is not read")]
    public void What_is_wrong_with_the_child_is_told_once_at_its_line(string sound, string wrong, string told)
    {
        var oddity = Census.Read(Census.Return(Census.Identifiers.Replace(sound, wrong))).Faults().ShouldHaveSingleItem();

        oddity.ToString().ShouldBe(told);
        oddity.Line.ShouldBe(4);
    }

    [Fact]
    public void A_death_before_birth_and_before_the_referral_is_told_as_both()
    {
        var identifiers = Census.Identifiers.Replace("</ChildIdentifiers>", "<PersonDeathDate>2014-01-01</PersonDeathDate></ChildIdentifiers>");

        Census.Read(Census.Return(identifiers)).Faults().Select(oddity => oddity.ToString()).ShouldBe(["PersonDeathDate: is before the date of birth (8535Q)", "CINreferralDate: is after the child's death (8555)"]);
    }

    [Theory]
    [InlineData("WBRI", "XXXX", "Ethnicity: is not a code of its list; it is left out (4220)")]
    [InlineData("<Disability>NONE</Disability>", "<Disability>NONE</Disability><Disability>LD</Disability>", "Disabilities: says none, and names one (8790)")]
    [InlineData("<Disability>NONE</Disability>", "<Disability>LD</Disability><Disability>LD</Disability>", "Disability: is given twice with the same code (8794)")]
    [InlineData("<Disability>NONE</Disability>", "", "Disability: is missing; none is an answer (NONE) (8540)")]
    public void What_is_wrong_with_the_characteristics_is_told(string sound, string wrong, string told) =>
        Census.Read(Census.Return(characteristics: Census.Characteristics.Replace(sound, wrong))).Faults().ShouldHaveSingleItem().ToString().ShouldBe(told);

    [Theory]
    [InlineData("<ReferralSource>5C</ReferralSource>", "<ReferralSource>Smith</ReferralSource>", "ReferralSource: is not a code of its list; it is left out, written Smith (8866)")]
    [InlineData("<ReferralSource>5C</ReferralSource>", "<ReferralSource>Jo Smith</ReferralSource>", "ReferralSource: is not a code of its list; it is left out (8866)")]
    [InlineData("<PrimaryNeedCode>N1</PrimaryNeedCode>", "", "PrimaryNeedCode: is missing (8610)")]
    [InlineData("<ReferralNFA>false</ReferralNFA>", "<ReferralNFA>maybe</ReferralNFA>", "ReferralNFA: is not true or false; it is left out (8568)")]
    [InlineData("<CINreferralDate>2024-10-01</CINreferralDate>", "", "CINreferralDate: is missing (8600)")]
    [InlineData("<CINreferralDate>2024-10-01</CINreferralDate>", "<CINreferralDate>2013-10-01</CINreferralDate>", "CINreferralDate: is more than 40 weeks before the child's birth or expected birth (8606)")]
    [InlineData("<CINreferralDate>2024-10-01</CINreferralDate>", "<CINreferralDate>2025-04-01</CINreferralDate>", "CINreferralDate: is after the reference date; it is kept as it is, written 2025-04-01")]
    [InlineData("<CINreferralDate>2024-10-01</CINreferralDate>", "<CINreferralDate>2024-13-01</CINreferralDate>", "CINreferralDate: is not a day; the field is left blank, written 2024-13-01")]
    [InlineData("<CINreferralDate>2024-10-01</CINreferralDate>", "<CINreferralDate>9434765919</CINreferralDate>", "CINreferralDate: is not a day; the field is left blank")]
    [InlineData("<ReferralNFA>", "<CINclosureDate>2024-09-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>", "CINclosureDate: is before the referral (8630)")]
    [InlineData("<ReferralNFA>", "<CINclosureDate>2024-11-01</CINclosureDate><ReferralNFA>", "ReasonForClosure: is missing for a case that is closed (8805)")]
    [InlineData("<ReferralNFA>", "<ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>", "CINclosureDate: is missing for a case that has a reason for closure (8810)")]
    [InlineData("<ReferralNFA>", "<CINPlanDates><CINPlanStartDate>2024-09-01</CINPlanStartDate></CINPlanDates><ReferralNFA>", "CINPlanStartDate: is before the referral (4015)")]
    [InlineData("<ReferralNFA>", "<CINPlanDates><CINPlanStartDate>2024-11-01</CINPlanStartDate><CINPlanEndDate>2024-10-20</CINPlanEndDate></CINPlanDates><ReferralNFA>", "CINPlanEndDate: is before the plan began (4011)")]
    [InlineData("<ReferralNFA>", "<Assessments><AssessmentActualStartDate>2024-09-01</AssessmentActualStartDate></Assessments><ReferralNFA>", "AssessmentActualStartDate: is before the referral (1103)")]
    [InlineData("<ReferralNFA>", "<Section47><S47ActualStartDate>2024-11-01</S47ActualStartDate><DateOfInitialCPC>2024-10-20</DateOfInitialCPC></Section47><ReferralNFA>", "DateOfInitialCPC: is before the enquiry began (8615)")]
    public void What_is_wrong_with_an_episode_is_told_once_at_its_line(string sound, string wrong, string told)
    {
        var oddity = Census.Read(Census.Return(details: Census.Details().Replace(sound, wrong))).Faults().ShouldHaveSingleItem();

        oddity.ToString().ShouldBe(told);
        oddity.Line.ShouldBe(6);
    }

    [Theory]
    [InlineData("3A,21", "FactorsIdentifiedAtAssessment: says no factor (21), and names one (8869)")]
    [InlineData("3A,3A", "AssessmentFactors: is given twice with the same code, written 3A (8898)")]
    [InlineData("3A,8A", "AssessmentFactors: is not a valid factor; it is left out, written 8A (8617)")]
    [InlineData("18A", "AssessmentFactors: is no longer used in this census year; it is kept, written 18A (8945Q)")]
    public void What_is_wrong_with_factors_is_told(string factors, string told)
    {
        var elements = string.Concat(factors.Split(',').Select(factor => $"<AssessmentFactors>{factor}</AssessmentFactors>"));
        var work = $"<Assessments><AssessmentActualStartDate>2024-10-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-11-02</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>{elements}</FactorsIdentifiedAtAssessment></Assessments>";

        Census.Read(Census.Return(details: Census.Details(work))).Faults().ShouldHaveSingleItem().ToString().ShouldBe(told);
    }

    [Fact]
    public void A_child_that_stands_twice_in_the_file_is_told_of()
    {
        var child = $"<Child>{Census.Identifiers}{Census.Characteristics}{Census.Details()}</Child>";
        var results = Census.Read($"<Message>{Census.Header}<Children>{child}{child}</Children></Message>");

        results.Children().Count.ShouldBe(2);
        results.Faults().Select(oddity => oddity.ToString()).ShouldBe(["LAchildID: stands in the file more than once: two drafts are of one child", "UPN: is given to more than one child (1520)"]);
    }

    [Fact]
    public void Fewer_than_eight_disabilities_in_a_return_are_a_remark() =>
        Census.Read(Census.Return()).Oddities().ShouldHaveSingleItem().ShouldBe(new Oddity(7, "Disability", "has fewer than 8 different codes in the whole return", "2887Q", Weight: OddityWeight.Remark));

    [Fact]
    public void A_date_that_cannot_be_keeps_its_words_in_the_draft()
    {
        var draft = Census.Read(Census.Return(details: Census.Details(referral: "<CINreferralDate>last May</CINreferralDate>"))).Draft();

        draft.Referrals[0].On.ShouldBe("");
        draft.Chronology.ShouldHaveSingleItem().Text.Text_.ShouldBe("Referral received from another authority (5C): the day given, \"last May\", is not a day");
    }

    [Theory]
    [InlineData("2024-10-01Z")]
    [InlineData("2024-10-01+01:00")]
    [InlineData("2024-10-01T23:59:00")]
    [InlineData("2024-10-01T00:30:00+01:00")]
    public void A_time_or_a_time_zone_does_not_move_the_day(string written) =>
        Census.Read(Census.Return(details: Census.Details(referral: $"<CINreferralDate>{written}</CINreferralDate>"))).Draft().Referrals[0].On.ShouldBe("2024-10-01");
}
