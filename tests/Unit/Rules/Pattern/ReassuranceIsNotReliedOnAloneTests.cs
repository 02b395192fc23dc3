using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Rules.Pattern;
using Direction = InfoSharing.V1.Decision.Types.RiskDirection;
using Type = InfoSharing.V1.Decision.Types.Type;

namespace InfoSharing.Tests.Unit.Rules.Pattern;

public sealed class ReassuranceIsNotReliedOnAloneTests
{
    private const string Lowered = "REFUSE claims[C3].corroboration";
    private const string NotLowered = "WARN claims[C3].corroboration not_lowered";

    private readonly ReassuranceIsNotReliedOnAlone _rule = new();
    private readonly Claim _claim = Account("C3");

    [Theory]
    [InlineData(Direction.Lowered)]
    [InlineData(Direction.Closed)]
    public void Risk_lowered_on_it_alone_is_refused(Direction direction) => Judge(Rests(direction, "C3")).ShouldBe([Lowered]);

    [Theory]
    [InlineData(Direction.Same)]
    [InlineData(Direction.Raised)]
    [InlineData(Direction.Unspecified)]
    public void Risk_that_was_not_lowered_only_warns(Direction direction) => Judge(Rests(direction, "C3")).ShouldBe([NotLowered]);

    [Fact]
    public void With_another_account_of_the_kind_it_is_still_alone()
    {
        var other = Account("C4");
        other.Reliance = Claim.Types.Reliance.NotReliedOn;
        Judge(Rests(Direction.Lowered, "C3", "C4"), other).ShouldBe([Lowered, "REFUSE claims[C4].corroboration"]);
    }

    [Fact]
    public void With_other_evidence_it_only_warns() => Judge(Rests(Direction.Lowered, "C3", "E1")).ShouldBe([NotLowered]);

    [Fact]
    public void With_a_corroborated_account_beside_it_it_only_warns()
    {
        var other = Account("C4");
        other.Corroboration = Claim.Types.Corroboration.Partial;
        Judge(Rests(Direction.Lowered, "C3", "C4"), other).ShouldBe([NotLowered]);
    }

    [Fact]
    public void A_decision_that_another_replaces_is_not_asked()
    {
        var newer = Given.Decision("D9", Type.Other, "r", "P2");
        newer.Replaces = "D2";
        Judge(Rests(Direction.Lowered, "C3"), newer).ShouldBe([NotLowered]);
    }

    [Fact]
    public void Told_by_whoever_causes_harm_it_is_refused_in_the_other_words()
    {
        _claim.ToldBy = "P5";
        Judge().ShouldBe(["REFUSE claims[C3].corroboration not_lowered"]);
    }

    [Fact]
    public void Not_relied_on_it_passes_whoever_told_it()
    {
        (_claim.ToldBy, _claim.Reliance) = ("P5", Claim.Types.Reliance.NotReliedOn);
        Judge().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Claim.Types.Reliance.Unspecified)]
    [InlineData(Claim.Types.Reliance.ReliedOn)]
    public void Any_other_that_may_be_relied_on_warns_and_may_rise(Claim.Types.Reliance reliance)
    {
        _claim.Reliance = reliance;
        var found = Given.Of(_rule, Given.TransferOf(_claim));
        found.Lines().ShouldBe([NotLowered]);
        found.Fired.Single().MayRise.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Claim.Types.Effect.Concerning)]
    [InlineData(Claim.Types.Effect.Neutral)]
    [InlineData(Claim.Types.Effect.Unspecified)]
    public void A_disclosure_of_harm_is_never_doubted(Claim.Types.Effect effect)
    {
        (_claim.Effect, _claim.ToldBy) = (effect, "P5");
        Judge(Rests(Direction.Lowered, "C3")).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_professional_saw_is_no_account()
    {
        _claim.SourceType = Claim.Types.SourceType.ProfessionalObservation;
        Judge(Rests(Direction.Lowered, "C3")).ShouldBeEmpty();
    }

    [Fact]
    public void Something_that_bears_it_out_passes()
    {
        _claim.Corroboration = Claim.Types.Corroboration.Partial;
        Judge(Rests(Direction.Lowered, "C3")).ShouldBeEmpty();
    }

    private static Claim Account(string id) => new()
    {
        Item = new() { Id = id },
        Effect = Claim.Types.Effect.Reassuring,
        SourceType = Claim.Types.SourceType.ToldUs,
        Corroboration = Claim.Types.Corroboration.None,
        ToldBy = "P1",
    };

    private static Decision Rests(Direction direction, params string[] evidence)
    {
        var decision = Given.Decision("D2", Type.Other, "r", "P2");
        decision.RiskDirection = direction;
        decision.EvidenceRefs.Add(evidence);
        return decision;
    }

    private string[] Judge(params IMessage[] parts) => Given.Of(_rule, Given.TransferOf([Given.AdultVictim(), Given.AdultCausingHarm(), _claim, .. parts])).Lines();
}
