using InfoSharing.V1;
using static InfoSharing.Tests.Component.Cli.NetworkTests;

namespace InfoSharing.Tests.Component.Cli;

public sealed class RetentionTests
{
    [Fact]
    public async Task Misdirected_says_that_it_is_locked_whom_to_ring_and_that_the_children_still_need_the_right_area()
    {
        var asked = new List<MisdirectRequest>();
        await using var network = await FakeNetwork.Start(new()
        {
            Misdirect = request =>
            {
                asked.Add(request);
                return new() { MessageId = FakeNetwork.OtherId, AssessBy = new() { Seconds = 1_793_900_000 } };
            },
        });

        var (code, page, _) = await network.Run("", "misdirected", FakeNetwork.Id[..8], "--aware", "2026-11-02T16:30Z", "--by", "Gwen Tolliver", "--role", "team manager");

        code.ShouldBe(0);
        Flat(page).ShouldStartWith("Locked. Nobody opens it here any more");
        Flat(page).ShouldContain("Send it there as a new transfer.");
        asked.Single().ShouldSatisfyAllConditions(one => one.TransferId.ShouldBe(FakeNetwork.Id), one => one.AwareAt.ToDateTimeOffset().ShouldBe(new(2026, 11, 2, 16, 30, 0, TimeSpan.Zero)),
            one => one.By.Name.ShouldBe("Gwen Tolliver"), one => one.RequestId.ShouldNotBeEmpty());
        (await network.Run("", "misdirected", FakeNetwork.Id, "--aware", "on Monday")).Error.ShouldStartWith("--aware wants a time as 2026-11-02T16:30Z");
    }

    [Fact]
    public async Task Whoever_ends_a_case_is_named_and_gives_a_reason()
    {
        await using var network = await FakeNetwork.Start(new());
        foreach (var verb in new[] { new[] { "hold", FakeNetwork.Id }, ["release", FakeNetwork.Id], ["enquiry", "open", FakeNetwork.Id], ["retention", "keep", FakeNetwork.Id, "--until", "2027-01-01"] })
        {
            var (code, _, error) = await network.Run("", verb);
            code.ShouldBe(2, string.Join(' ', verb));
            error.ShouldContain("--by");
            error.ShouldContain("--reason");
        }
        (await network.Run("", "retention", "dispose", FakeNetwork.Id, "--capacity", "clerk", "--basis", "court-order", "--reason", "x", "--by", "A", "--role", "b")).Error.ShouldContain("ig-lead");
    }
}
