using InfoSharing.V1;
using InfoSharing.Validator.Rules.Moves;
using Kind = InfoSharing.V1.Accommodation.Types.Kind;

namespace InfoSharing.Tests.Unit.Rules.Moves;

public sealed class PlacedFamilyIsKnownToServicesTests
{
    private static readonly PlacedFamilyIsKnownToServices Rule = new();

    [Fact]
    public void A_family_that_services_know_of_passes() => Rule.Found(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Who_placed_them_until_when_and_who_pays()
    {
        Rule.Found(t => (t.Accommodation.PlacedBy, t.Accommodation.Until, t.Accommodation.Pays) = ("", "", "")).ShouldBe(["Warn accommodation child=P2,P3,P4 list=placed_by,until,pays person=P1"]);
        Rule.Owes(t => t.Accommodation.Pays = "").ShouldBe(["accommodation child=P2,P3,P4 list=pays person=P1, 5 WorkingDays"]);
    }

    [Theory]
    [InlineData(Kind.TemporaryHousing, 1)]
    [InlineData(Kind.Hotel, 1)]
    [InlineData(Kind.DaSafeAccommodation, 1)]
    [InlineData(Kind.Nrpf, 1)]
    [InlineData(Kind.PrivateRent, 0)]
    [InlineData(Kind.FamilyOrFriends, 0)]
    public void Only_of_a_family_that_was_placed(Kind kind, int findings) => Rule.Found(t => (t.Accommodation.Kind, t.Accommodation.Pays) = (kind, "")).Length.ShouldBe(findings);

    [Fact]
    public void Each_childs_services_are_asked_about() => Rule.Found(t => t.Accommodation.Notified.Clear()).ShouldBe([
        "Warn accommodation.notified child=P2 list=GP person=P1", "Warn accommodation.notified child=P3 list=GP,SCHOOL person=P1", "Warn accommodation.notified child=P4 list=GP,HEALTH_VISITOR person=P1"]);

    [Theory]
    [InlineData(YesNo.Yes, "P1", "", 0)]
    [InlineData(YesNo.Yes, "", "Her father works there.", 0)]
    [InlineData(YesNo.Yes, "", "", 1)]
    [InlineData(YesNo.No, "", "", 1)]
    [InlineData(YesNo.NotKnown, "", "", 0)]
    [InlineData(YesNo.Unspecified, "P1", "", 1)]
    public void With_agreement_or_a_reason_to_go_without_and_not_known_counts(YesNo done, string agreedBy, string without, int findings) => Rule.Found(t =>
    {
        var one = t.Accommodation.Notified[0];
        (one.Done, one.AgreedBy, one.OrWhyWithout) = (done, agreedBy, Given.Written(without));
    }).Length.ShouldBe(findings);

    [Fact]
    public void Without_a_birth_date_the_rest_is_undecided() => Rule.Undecided(t => Given.Of(t, "P3").DateOfBirth = "").ShouldBe(["persons[P3].date_of_birth"]);

    [Fact]
    public void The_unborn_are_not_asked_about() => Rule.Found(t => t.Persons.Add(new Person { Ref = "P7", Roles = { Person.Types.Role.Unborn }, InMovingHousehold = YesNo.Yes })).ShouldBeEmpty();
}
