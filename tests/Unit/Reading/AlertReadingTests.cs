using System.Text;
using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Reading;

public sealed class AlertReadingTests
{
    [Fact]
    public void An_alert_with_parts_that_cannot_be_read_goes_and_keeps_them_as_text()
    {
        var read = Read("""
            {
              "persons": [{ "ref": "P1", "roles": ["BOY"], "names": [{ "given": "Perran" }], "shoes": { "colour": "red" } }],
              "alert": { "worry": "He was out all night.", "whereNowOrLast": { "text": "By the school gate." } },
              "kind": "NOTIFICATION"
            }
            """);

        read.Transfer!.Persons[0].Names[0].Given.ShouldBe("Perran");
        read.Transfer.KeptAsText.Select(kept => (kept.Field, kept.Text)).ShouldBe(
        [
            ("persons[P1].roles[0]", "BOY"),
            ("persons[P1]", """{ "colour": "red" }"""),
            ("alert.worry", "He was out all night."),
        ]);
        read.Faults.Count.ShouldBe(3);
    }

    [Fact]
    public void A_worry_that_was_kept_as_text_is_a_worry() =>
        ShapeCheck.Of(Read("""{ "kind": "NOTIFICATION", "alert": { "who": { "text": "A boy." }, "worry": "Cold.", "whereNowOrLast": { "text": "Here." } } }""").Transfer!).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "kind": "NOTIFICATION", "alert": """)]
    [InlineData("""{ "kind": "NOTICE", "alert": { "who": { "text": "A boy." } } }""")]
    [InlineData("""{ "alert": { "who": 5 } }""")]
    public void What_is_no_JSON_or_has_no_kind_is_not_read(string json) => Read(json).Transfer.ShouldBeNull();

    [Fact]
    public void Nothing_of_a_thousand_faults_is_lost()
    {
        var transfer = Read("{ \"kind\": \"NOTIFICATION\", \"persons\": [" + string.Join(',', Enumerable.Range(0, 3000)) + "] }").Transfer!;

        transfer.KeptAsText.Count.ShouldBe(1001);
        transfer.KeptAsText[^1].Text.ShouldContain("persons[2999]: 2999");
    }

    private static ReadResult Read(string json) => TransferJson.Read(Encoding.UTF8.GetBytes(json));
}
