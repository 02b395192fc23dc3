using System.Collections;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit;

public class GoldenCaseTests
{
    [Fact]
    public void Every_case_of_the_page_but_the_ledgers_own_is_here()
    {
        string[] page =
        [
            "1a", "1b", "2a", "2b", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "15b", "16", "17", "18", "19",
            "20", "21", "22", "23", "24", "25", "26", "27", "28", "29",
        ];

        GoldenCases.All.Select(one => one.Id).ShouldBe(page);
    }

    [Theory]
    [MemberData(nameof(SampleSet.Golden), MemberType = typeof(SampleSet))]
    public void A_case_differs_from_the_samples(string id)
    {
        var made = GoldenCases.Get(id).Make();

        made.ShouldNotBe(Samples.Complete());
        made.ShouldNotBe(Samples.CompleteFm());
    }

    [Theory]
    [MemberData(nameof(SampleSet.Golden), MemberType = typeof(SampleSet))]
    public void An_expected_finding_names_a_field_and_an_item_that_exist(string id)
    {
        var one = GoldenCases.Get(id);
        var transfer = one.Make();

        foreach (var expected in one.Fires)
        {
            Exists(transfer, expected.Field).ShouldBeTrue($"{expected.RuleId}: {expected.Field}");
        }
    }

    [Theory]
    [MemberData(nameof(SampleSet.Golden), MemberType = typeof(SampleSet))]
    public void Findings_stand_in_the_reports_order(string id)
    {
        var order = GoldenCases.Get(id).Fires.Select(expected => $"{(int)expected.Severity} {expected.Field}").ToList();

        order.ShouldBe(order.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SampleSet.Golden), MemberType = typeof(SampleSet))]
    public void A_case_that_may_not_go_holds_a_refusal_that_nobody_overrode(string id)
    {
        var one = GoldenCases.Get(id);
        var refused = one.Fires.Any(expected =>
            expected.Severity == Finding.Types.Severity.Refuse && expected.RuleId != one.OverriddenRule);

        refused.ShouldBe(!one.MayGo || one.ChildrenBlocked.Count > 0);
    }

    private static bool Exists(IMessage message, string path)
    {
        IMessage? here = message;
        foreach (var step in path.Split('.'))
        {
            var parts = step.TrimEnd(']').Split('[');
            var field = here?.Descriptor.FindFieldByName(parts[0]);
            if (field is null)
            {
                return false;
            }

            var value = field.Accessor.GetValue(here);
            here = parts.Length == 1 ? value as IMessage
                : ((IList)value).OfType<IMessage>().SingleOrDefault(item => IdOf(item) == parts[1]);
            if (parts.Length > 1 && here is null)
            {
                return false;
            }
        }

        return true;
    }

    private static string? IdOf(IMessage item) => item switch
    {
        Person person => person.Ref,
        _ => (item.Descriptor.FindFieldByName("item")?.Accessor.GetValue(item) as Item)?.Id,
    };
}
