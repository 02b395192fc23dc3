using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

public sealed class FillingTests
{
    [Theory]
    [InlineData("ICO", "P4 is under an interim care order made to Leeds.")]
    [InlineData("CARE", "P4 is under a care order made to Leeds.")]
    [InlineData("", "P4 is under a court order made to Leeds.")]
    public void An_order_is_called_as_people_call_it(string code, string sentence) =>
        new Filling(new Names(new Transfer()), _ => FoundAgain.Nothing)
            .Of("{child} is under a {order} made to {area}.", new Finding { Params = { ["child"] = "P4", ["order"] = code, ["area"] = "E08000035" } })
            .ShouldBe(sentence);
}
