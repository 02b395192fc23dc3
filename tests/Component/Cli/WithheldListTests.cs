using InfoSharing.Cli.Presentation;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

public sealed class WithheldListTests
{
    [Fact]
    public void The_same_field_of_several_items_is_one_line_and_another_rule_is_another() =>
        Shown(("", "locations[LO1].address_lines", "IS-816"), ("health", "claims[C5]", ""), ("health", "seen_since_move[SE2].by", ""), ("health", "seen_since_move[SE3].by", ""), ("health", "seen_since_move[SE4].by", "IS-805"), ("health", "locations", ""))
            .ShouldBe("""
                Withheld
                  From everybody:
                    locations[LO1].address_lines (IS-816)
                  From health:
                    claims[C5]
                    seen_since_move[SE2, SE3].by
                    seen_since_move[SE4].by (IS-805)
                    locations
                  The rest goes. Ring through what a recipient needs.


                """.ReplaceLineEndings());

    [Fact]
    public void Where_nothing_is_withheld_nothing_is_said() => Shown().ShouldBeEmpty();

    private static string Shown(params (string To, string Field, string Rule)[] withheld)
    {
        using var output = new StringWriter();
        new WithheldList(new Screen(output, 80, colours: false)).Write([.. withheld.Select(one => new Withheld { Recipient = one.To, Field = one.Field, RuleId = one.Rule })]);
        return output.ToString();
    }
}
