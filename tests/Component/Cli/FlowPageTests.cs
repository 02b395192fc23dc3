using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using InfoSharing.V1;
using ChildNow = InfoSharing.V1.FlowReply.Types.ChildNow;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Cli;

public sealed class FlowPageTests
{
    [Fact]
    public async Task A_flow_says_who_runs_each_plan_who_must_act_what_is_owed_and_each_step_on_its_side()
    {
        await using var network = await FakeNetwork.Start(new() { Flow = _ => Flow() });

        var (code, page, _) = await network.Run("", "flow", FakeNetwork.Id);

        code.ShouldBe(0);
        page.ShouldBe($$"""
            Child protection transfer-in, answered for some children
            Leeds children's social care to Sandwell children's social care, version 1
            {{FakeNetwork.Id}}

            Each child now
              Zennor (P2)  accepted
                Sandwell children's social care runs Zennor (P2)'s plan now.
                Sandwell children's social care must act now if Zennor (P2) is at risk of
                significant harm in Sandwell (Children Act 1989 s47).
              Caspian (P3)  not answered yet
                Leeds children's social care still runs Caspian (P3)'s plan, unless an
                acceptance is on its way.
                Sandwell children's social care must act now if Caspian (P3) is at risk of
                significant harm in Sandwell (Children Act 1989 s47).
                Interim visits and supervision: Priya Nandakumar, social worker, weekly,
                from Monday 12 October 2026; agreed by Daniel Mirza and somebody not named
                here.
              Ludovic (P4)  declined
                Leeds children's social care still runs Ludovic (P4)'s plan.
                An order keeps Ludovic (P4) with Leeds children's social care: only the
                court, or the order's end, changes that.
                Interim visits and supervision: not agreed yet.

            Owed
              By Monday 2 November 2026:
                IS-101 decisions
                        No decision is recorded. Say what was decided about each child
                        before this case can be handed over.

            Clocks
              RUN OUT at 10:00 on Monday 2 November 2026. Sandwell children's social care:
              somebody sees Caspian (P3) since the move. Told: team manager.
              Sandwell children's social care: the next step is decided, by 10:00 on Monday
              2 November 2026; then the duty manager is told.
              Sandwell children's social care: a named person acknowledges it: done.

            Step by step, as the main flow numbers them; times are London's
              Leeds children's social care          Sandwell children's social care
              Monday 2 November 2026
               5  10:00:00  sent
               7  10:00:01  packed and signed
                                                    11  10:00:02  stored, receipt signed
              12  10:00:03  delivered: their receipt is stored
                                                    13  10:00:04  accepted, version 2


            """.ReplaceLineEndings());
    }

    [Fact]
    public async Task Who_may_not_open_the_case_sees_references()
    {
        await using var network = await FakeNetwork.Start(new() { Flow = _ => Flow(), Get = _ => throw new RpcException(new Status(StatusCode.PermissionDenied, "")) });

        var (code, page, _) = await network.Run("", "flow", FakeNetwork.Id);

        code.ShouldBe(0);
        page.ShouldContain("Leeds children's social care still runs P4's plan.");
        page.ShouldNotContain("Ludovic");
    }

    [Fact]
    public async Task With_references_the_case_is_not_opened()
    {
        await using var network = await FakeNetwork.Start(new() { Flow = _ => Flow() });

        (await network.Run("", "flow", FakeNetwork.Id, "--references")).Out.ShouldNotContain("Zennor");

        network.Answers.Requests<GetRequest>().ShouldBeEmpty();
    }

    private static FlowReply Flow() => new()
    {
        State = State.PartAnswered,
        Children =
        {
            new ChildNow { Child = "P2", Holder = "sandwell-social-care", Reads = ChildNow.Types.Reads.Theirs, Answer = ChildNow.Types.Answer.Accepted, MustActNow = "sandwell-social-care", AreaGss = "E08000028", Law = "CHILDREN_ACT_1989_S47" },
            new ChildNow
            {
                Child = "P3", Holder = "leeds-social-care", Reads = ChildNow.Types.Reads.OursUnlessAcceptanceOnItsWay, Answer = ChildNow.Types.Answer.Open, MustActNow = "sandwell-social-care", AreaGss = "E08000028", Law = "CHILDREN_ACT_1989_S47",
                Interim = new() { WhoVisits = new() { Name = "Priya Nandakumar", Role = "social worker" }, HowOften = "weekly", From = "2026-10-12", AgreedByFrom = new() { Name = "Daniel Mirza" } },
            },
            new ChildNow { Child = "P4", Holder = "leeds-social-care", Reads = ChildNow.Types.Reads.Ours, Answer = ChildNow.Types.Answer.Declined, OrderStays = true },
        },
        Owed = { new Owed { RuleId = "IS-101", Field = "decisions", Due = At(0), Unit = Owed.Types.Unit.WorkingDays } },
        Clocks =
        {
            new FlowReply.Types.Clock { Name = "arrival", Agency = "sandwell-social-care", DueAt = At(0), Answered = true },
            new FlowReply.Types.Clock { Name = "next_step", Agency = "sandwell-social-care", Tells = "DUTY_MANAGER", DueAt = At(0) },
            new FlowReply.Types.Clock { Name = "seen_since_move_on_plan", Child = "P3", Agency = "sandwell-social-care", Tells = "TEAM_MANAGER", DueAt = At(0), RunOut = true },
            new FlowReply.Types.Clock { Name = "owed", Agency = "leeds-social-care", DueAt = At(0) },
        },
        Steps =
        {
            Step(5, "leeds-social-care", "sent", 0, 1), Step(7, "leeds-social-care", "parcel-made", 1, 1), Step(11, "sandwell-social-care", "stored", 2, 1),
            Step(12, "leeds-social-care", "delivered", 3, 1), Step(13, "sandwell-social-care", "accepted", 4, 2),
        },
    };

    private static FlowReply.Types.Step Step(uint number, string agency, string what, int second, uint version) => new() { Number = number, Agency = agency, What = what, At = At(second), Version = version };

    private static Timestamp At(int second) => Timestamp.FromDateTimeOffset(Samples.JudgedOn.AddSeconds(second));
}
