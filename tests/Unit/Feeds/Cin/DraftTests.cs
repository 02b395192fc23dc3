using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

public class DraftTests
{
    [Fact]
    public void A_sound_return_has_no_oddity()
    {
        Census.Read(Census.Return()).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void The_draft_is_a_first_full_transfer_from_the_authority_of_the_header()
    {
        var draft = Census.Read(Census.Return()).Draft();

        draft.Kind.ShouldBe(Transfer.Types.Kind.FullTransfer);
        draft.Version.ShouldBe(1u);
        draft.Id.ShouldBe("00000001-0000-7000-8000-000000000000");
        draft.From.ShouldBe(new Party { Agency = "leeds-social-care", AgencyKind = Party.Types.AgencyKind.SocialCare, AreaGss = "E08000035", Country = Party.Types.Country.Eng });
        draft.Lead.ShouldBeNull();
    }

    [Fact]
    public void The_child_is_P1_with_what_the_census_says_and_no_more()
    {
        var person = Census.Read(Census.Return()).Draft().Persons.ShouldHaveSingleItem();

        person.Roles.ShouldBe([Person.Types.Role.Child]);
        person.DateOfBirth.ShouldBe("2015-05-05");
        person.Sex.ShouldBe(Person.Types.Sex.F);
        person.Ethnicity.ShouldBe("WBRI");
        person.Disabilities.ShouldBe(["NONE"]);
        person.Identifiers.Select(id => id.Kind).ShouldBe([Person.Types.Identifier.Types.Kind.LaChildId, Person.Types.Identifier.Types.Kind.Upn]);
        person.InMovingHousehold.ShouldBe(YesNo.Unspecified);
    }

    [Fact]
    public void An_unborn_child_has_an_expected_day_and_no_birth()
    {
        const string Unborn = "<ChildIdentifiers><LAchildID>A1</LAchildID><UPNunknown>UN1</UPNunknown><ExpectedPersonBirthDate>2025-06-01</ExpectedPersonBirthDate><Sex>U</Sex></ChildIdentifiers>";
        var results = Census.Read(Census.Return(Unborn));

        results.Faults().ShouldBeEmpty();
        var person = results.Draft().Persons[0];
        person.Roles.ShouldBe([Person.Types.Role.Unborn]);
        person.ExpectedOn.ShouldBe("2025-06-01");
        person.DateOfBirth.ShouldBe("");
    }

    [Theory]
    [InlineData("0", Person.Types.Sex.U)]
    [InlineData("1", Person.Types.Sex.M)]
    [InlineData("2", Person.Types.Sex.F)]
    [InlineData("9", Person.Types.Sex.U)]
    public void The_old_code_of_GenderCurrent_is_read(string code, Person.Types.Sex sex)
    {
        var results = Census.Read(Census.Return(Census.Identifiers.Replace("<Sex>F</Sex>", $"<GenderCurrent>{code}</GenderCurrent>")));

        results.Faults().ShouldBeEmpty();
        results.Draft().Persons[0].Sex.ShouldBe(sex);
    }

    [Fact]
    public void A_referral_carries_its_source_need_and_closure()
    {
        var referral = Census.Read(Census.Return(details: Census.Details(end: "<CINclosureDate>2025-01-31</CINclosureDate><ReasonForClosure>RC5</ReasonForClosure>"))).Draft().Referrals.ShouldHaveSingleItem();

        referral.Item.Id.ShouldBe("R1");
        referral.Item.Source.RecordId.ShouldBe("cin-2025-line-6");
        referral.Item.Source.Agency.ShouldBe("leeds-social-care");
        (referral.On, referral.Source, referral.PrimaryNeed).ShouldBe(("2024-10-01", "5C", "N1"));
        (referral.ClosedOn, referral.ClosureReason, referral.NoFurtherAction).ShouldBe(("2025-01-31", "RC5", YesNo.No));
    }

    [Fact]
    public void The_chronology_is_in_order_and_says_in_words_what_happened()
    {
        const string Work =
            "<Assessments><AssessmentActualStartDate>2024-10-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-11-20</AssessmentAuthorisationDate>" +
            "<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>" +
            "<Section47><S47ActualStartDate>2024-10-05</S47ActualStartDate><InitialCPCtarget>2024-10-25</InitialCPCtarget><DateOfInitialCPC>2024-10-24</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>" +
            "<ChildProtectionPlans><CPPstartDate>2024-10-24</CPPstartDate><InitialCategoryOfAbuse>EMO</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>" +
            "<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-01-20</CPPreviewDate></Reviews></ChildProtectionPlans>";
        var results = Census.Read(Census.Return(details: Census.Details(Work)));
        var draft = results.Draft();

        results.Faults().ShouldBeEmpty();
        draft.Chronology.Select(entry => $"{entry.Item.Id} {entry.On} {entry.Text.Text_}").ShouldBe(
        [
            "E1 2024-10-01 Referral received from another authority (5C)",
            "E2 2024-10-02 Assessment began",
            "E3 2024-10-05 Section 47 enquiry began",
            "E4 2024-10-24 Initial child protection conference",
            "E5 2024-10-24 Child protection plan began: Emotional abuse (EMO); earlier child protection plans: 1",
            "E6 2024-10-25 Target day for the initial child protection conference",
            "E7 2024-11-20 Assessment authorised; factors 3B",
            "E8 2025-01-20 Child protection review conference",
        ]);
        draft.Chronology.ShouldAllBe(entry => entry.ByAgency == "leeds-social-care" && entry.Persons.Single() == "P1");
        draft.Plans.ShouldHaveSingleItem().Category.ShouldBe("NEG");
        draft.ChildAssessments.ShouldHaveSingleItem().AuthorisedOn.ShouldBe("2024-11-20");
    }

    [Fact]
    public void No_decision_no_concern_and_no_reasoning_is_made_up()
    {
        var draft = Census.Read(Census.Return()).Draft();

        draft.Decisions.ShouldBeEmpty();
        draft.Concerns.ShouldBeEmpty();
        draft.FirstInvolvementOn.ShouldBe("");
        draft.Referrals[0].Outcome.ShouldBeNull();
    }

    [Fact]
    public void No_record_id_holds_an_identifier_of_the_child()
    {
        var draft = Census.Read(Census.Return(Census.Identifiers.Replace("A1<", "CHILD77<"))).Draft();

        draft.Referrals.Select(referral => referral.Item.Source.RecordId).Concat(draft.Chronology.Select(entry => entry.Item.Source.RecordId)).ShouldAllBe(id => !id.Contains("CHILD77"));
    }
}
