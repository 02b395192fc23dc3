using InfoSharing.V1;
using InfoSharing.Validator.Questions;
using InfoSharing.Validator.Rules;
using InfoSharing.Validator.Views;
using Risen = InfoSharing.V1.Settings.Types.Risen;

namespace InfoSharing.Tests.Unit.Questions;

public class ReceiverQuestionsTests
{
    private const string Receiver = "sandwell-social-care";

    [Fact]
    public void A_clean_transfer_raises_no_question() => Asked(Samples.Complete()).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_the_receivers_partnership_turned_up_asks_though_the_sender_acknowledged_nothing()
    {
        var transfer = WithoutMaker();
        var own = Judge(transfer, new() { Risen = { new Risen { RuleId = "IS-103", From = "2026-01-01" } } });
        own.Handover.ShouldBe(Report.Types.Handover.Refused);
        var question = ReceiverQuestions.Of(View.For(transfer, Receiver).Transfer, Receiver, own).ShouldHaveSingleItem();
        question.RuleId.ShouldBe("IS-103");
        question.Template.ShouldBe("Who made this decision, in what role, and when?");
        question.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_the_senders_report_said_already_is_not_asked_again()
    {
        var transfer = WithoutMaker();
        ReceiverQuestions.Of(transfer, Receiver, Judge(transfer), senders: Judge(transfer)).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_sender_acknowledged_is_not_asked_again()
    {
        var transfer = WithoutMaker();
        var field = Judge(transfer).Findings.Single().Field;
        transfer.AcknowledgedWarnings.Add(new AcknowledgedWarning { RuleId = "IS-103", Field = field });
        Asked(transfer).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_manager_let_pass_is_owed_and_is_no_question() => Asked(GoldenCases.Get("29").Make()).ShouldBeEmpty();

    [Fact]
    public void What_was_withheld_is_no_question() => Asked(GoldenCases.Get("18").Make()).ShouldBeEmpty();

    [Fact]
    public void An_agency_with_a_copy_asks_nothing_for_its_view_leaves_out_much()
    {
        var transfer = WithoutMaker();
        ReceiverQuestions.Of(transfer, "sandwell-health", Judge(transfer)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Transfer.Types.Urgency.Crisis, false)]
    [InlineData(Transfer.Types.Urgency.NonCrisis, true)]
    public void A_crisis_alert_is_acknowledged_and_never_questioned_back(Transfer.Types.Urgency urgency, bool asked)
    {
        var transfer = GoldenCases.Get("15b").Make();
        transfer.Kind = Transfer.Types.Kind.Notification;
        transfer.Urgency = urgency;
        Asked(transfer).Any().ShouldBe(asked);
    }

    [Fact]
    public void The_answer_names_the_children_of_its_questions_and_the_rule_set()
    {
        var transfer = Samples.Complete();
        transfer.ChildAssessments.Remove(transfer.ChildAssessments.Single(one => one.Child == "P3"));
        var own = Judge(transfer);
        var questions = ReceiverQuestions.Of(transfer, Receiver, own).Where(one => one.RuleId == "IS-401").ToList();
        var asked = ReceiverQuestions.Answer(transfer, questions, own).ShouldNotBeNull();
        asked.Children.ShouldBe(["P3"]);
        asked.SawVersion.ShouldBe(1u);
        asked.RuleSet.ShouldBe("2026.1");
    }

    [Fact]
    public void A_question_about_no_child_is_about_all()
    {
        var transfer = WithoutMaker();
        var own = Judge(transfer);
        ReceiverQuestions.Answer(transfer, ReceiverQuestions.Of(transfer, Receiver, own), own)!.Children.ShouldBe(["P2", "P3", "P4"]);
    }

    [Fact]
    public void No_question_is_no_answer() => ReceiverQuestions.Answer(Samples.Complete(), [], Judge(Samples.Complete())).ShouldBeNull();

    private static IReadOnlyList<RuleQuestion> Asked(Transfer transfer) => ReceiverQuestions.Of(transfer, Receiver, Judge(transfer));

    private static Report Judge(Transfer transfer, Settings? settings = null) => RuleSets.Newest.Judge(transfer, new() { At = Samples.JudgedOn, Settings = settings ?? new() });

    private static Transfer WithoutMaker()
    {
        var transfer = Samples.Complete();
        transfer.Decisions.Single(decision => decision.Item.Id == "D1").MadeBy = null;
        return transfer;
    }
}
