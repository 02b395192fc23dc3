using System.Text;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit;

public class SamplesTests
{
    // What the clean transfer cannot rightly hold, each with its reason.
    private static readonly Dictionary<string, string> RightlyBlank = new()
    {
        ["replaces_refusal"] = "it mends no refused transfer",
        ["perpetrator_unknown_reason"] = "the people causing harm are named",
        ["joint_discussions"] = "no two young people in it are a couple",
        ["no_ongoing_work_because"] = "there is work in progress",
        ["crisis_review_on"] = "it is no crisis",
        ["acknowledged_warnings"] = "nothing warns",
        ["overrides"] = "nothing is refused",
        ["not_held"] = "its sender brings all that social care must",
        ["kept_as_text"] = "all of it could be read",
    };

    [Fact]
    public void Complete_transfer_uses_every_section_that_it_rightly_can()
    {
        var complete = Samples.Complete();

        var blank = Transfer.Descriptor.Fields.InDeclarationOrder()
            .Where(field => !Tests.Contract.IsSet(complete, field))
            .Select(field => field.Name);

        blank.ShouldBe(RightlyBlank.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Complete_transfer_has_16_kB_of_which_8_kB_are_narrative()
    {
        var complete = Samples.Complete();

        complete.CalculateSize().ShouldBeInRange(15_500, 16_900);
        Narrative(complete).ShouldBeGreaterThanOrEqualTo(8_192);
    }

    [Fact]
    public void Large_transfer_has_64_kB_and_no_text_twice()
    {
        var large = Samples.Large();

        large.CalculateSize().ShouldBeInRange(64_000, 66_000);
        large.Chronology.Select(entry => entry.Text.Text_).ShouldBeUnique();
        large.Claims.Select(claim => claim.Text.Text_).ShouldBeUnique();
    }

    [Fact]
    public void Large_transfer_adds_no_report_and_keeps_the_chronology_in_order()
    {
        var large = Samples.Large();

        Reports(large).ShouldBe(Reports(Samples.Complete()));
        large.Chronology.Select(entry => entry.On).ShouldBeInOrder();
    }

    [Fact]
    public void Every_call_gives_a_fresh_copy()
    {
        var changed = Samples.Complete();
        changed.Decisions.Clear();

        Samples.Complete().Decisions.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleSet.All), MemberType = typeof(SampleSet))]
    public void Binary_to_JSON_to_binary_loses_nothing(string sample)
    {
        var before = SampleSet.Make(sample).ToByteArray();

        var json = JsonFormatter.Default.Format(Transfer.Parser.ParseFrom(before));
        var after = JsonParser.Default.Parse<Transfer>(json).ToByteArray();

        after.ShouldBe(before);
    }

    [Fact]
    public void Secrets_hold_the_family_and_no_worker()
    {
        var secrets = Secrets.Of(Samples.Complete());

        secrets.ShouldContain("Ottoline");
        secrets.ShouldContain("2009-10-01");
        secrets.ShouldContain("9434765919");
        secrets.ShouldContain("07700 900417");
        secrets.ShouldContain("Quarrymount Cottage");
        secrets.ShouldContain("kingfisher");
        secrets.ShouldContain("When his key went in");
        secrets.ShouldNotContain("Harriet");
    }

    [Theory]
    [InlineData("complete-fm.json")]
    [InlineData("large.json")]
    public void Derived_file_is_what_the_code_makes(string name)
    {
        var format = new JsonFormatter(JsonFormatter.Settings.Default.WithIndentation("  "));
        var sample = name == "large.json" ? Samples.Large() : Samples.CompleteFm();
        var made = format.Format(sample).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(RepositoryRoot(), "tests", "Samples", name);

        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        if (kept != made)
        {
            File.WriteAllText(path, made);
        }

        (kept == made).ShouldBeTrue($"{name} had fallen behind the code and was written again: look at the difference, then commit it.");
    }

    private static int Narrative(Transfer transfer) =>
        Tests.Contract.Values(transfer).Select(value => value.Value).OfType<Text>().Sum(text => Encoding.UTF8.GetByteCount(text.Text_));

    private static IEnumerable<string> Reports(Transfer transfer) => transfer.Chronology
        .Where(entry => entry.Kind is ChronologyEntry.Types.Kind.Incident or ChronologyEntry.Types.Kind.Referral)
        .Select(entry => entry.Item.Id);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InfoSharing.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("InfoSharing.sln is in no folder above the tests.");
    }
}
