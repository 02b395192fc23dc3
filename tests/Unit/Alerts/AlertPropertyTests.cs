using InfoSharing.Tests.Unit.Support;
using InfoSharing.Tests.Unit.Views;
using InfoSharing.V1;
using InfoSharing.Validator.Alerts;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Views;

namespace InfoSharing.Tests.Unit.Alerts;

/// <summary>What must hold of the alert of every refused hand-over, whatever is in it. INFOSHARING_ROUNDS runs more of them.</summary>
[Trait("Rounds", "many")]
public sealed class AlertPropertyTests
{
    private static readonly Guid NewId = new("019a0000-0000-7000-8000-000000000001");

    [Fact]
    public void Any_hand_over_makes_an_alert_that_nothing_refuses_and_that_says_who_why_and_where()
    {
        foreach (var (seed, refused) in HandOvers())
        {
            var before = refused.Clone();
            var alert = AlertMaker.Make(refused, NewId, AlertMakerTests.Context).ShouldNotBeNull().Notification;

            refused.Equals(before).ShouldBeTrue($"seed {seed}");
            var report = RuleSets.Newest.Judge(alert, AlertMakerTests.Context);
            report.Handover.ShouldBe(Report.Types.Handover.MayGo, $"seed {seed}");
            report.Findings.ShouldNotContain(finding => finding.Severity == Finding.Types.Severity.Refuse, $"seed {seed}");
            (alert.Alert.Who.IsBlank() || alert.Alert.Worry.IsBlank() || alert.Alert.WhereNowOrLast.IsBlank()).ShouldBeFalse($"seed {seed}");
        }
    }

    [Fact]
    public void No_view_of_the_alert_holds_what_a_view_of_the_hand_over_must_not()
    {
        foreach (var (seed, refused) in HandOvers())
        {
            refused.Alert = null;
            var alert = AlertMaker.Make(refused, NewId, AlertMakerTests.Context)!.Notification;
            foreach (var (party, copy) in Oracle.Recipients(refused))
            {
                var forbidden = Oracle.Forbidden(refused, party, copy);
                Oracle.Markers(View.For(alert, party.Agency).Transfer).Where(forbidden.Contains).ShouldBeEmpty($"seed {seed}, {party.Agency}");
            }
        }
    }

    private static IEnumerable<(int Seed, Transfer Refused)> HandOvers()
    {
        for (var seed = 0; seed < Rounds.Few; seed++)
        {
            var refused = RandomTransfers.Make(seed);
            refused.Kind = (Transfer.Types.Kind)(2 + (seed % 4));
            yield return (seed, refused);
        }
    }
}
