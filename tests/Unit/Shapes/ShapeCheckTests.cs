using Google.Protobuf;
using InfoSharing.Tests.Unit.Reading;
using InfoSharing.V1;
using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Shapes;

public sealed class ShapeCheckTests
{
    [Fact]
    public void The_small_transfer_has_its_shape() => ShapeCheck.Of(Small()).ShouldBeEmpty();

    [Fact]
    public void An_empty_hand_over_lacks_id_version_sender_and_lead() =>
        Fields(new Transfer { Kind = Transfer.Types.Kind.FullTransfer }).ShouldBe(["id", "version", "from.agency", "lead.agency"]);

    [Fact]
    public void A_draft_need_not_say_yet_who_takes_it_over()
    {
        ShapeCheck.OfDraft(Small(t => t.Lead = null)).ShouldBeEmpty();
        ShapeCheck.PartiesMissing(Small(t => t.Lead = null)).ShouldHaveSingleItem().Field.ShouldBe("lead.agency");
    }

    [Fact]
    public void A_transfer_says_what_is_asked() => Fields(Small(t => t.Kind = default)).ShouldBe(["kind"]);

    public static TheoryData<string, Action<Transfer>> Misfits => new()
    {
        { "id", t => t.Id = "1" },
        { "id", t => t.Id = "019a9c64-7d20-4b31-8e55-4f0c2a6d9b17" },
        { "replaces_refusal", t => t.ReplacesRefusal = "none" },
        { "version", t => t.Version = 0 },
        { "from.agency", t => t.From.Agency = "Leeds Social Care" },
        { "lead.area_gss", t => t.Lead.AreaGss = "Sandwell" },
        { "copies[0].party.agency", t => t.Copies.Add(new Transfer.Types.Copy()) },
        { "move.date", t => t.Move.Date = "12/10/2026" },
        { "move.date", t => t.Move.Date = "2026-02-30" },
        { "move.date", t => t.Move.Date = "1899-12-31" },
        { "persons[P1].date_of_birth", t => t.Persons[0].DateOfBirth = "2201-01-01" },
        { "persons[0].ref", t => t.Persons[0].Ref = "" },
        { "persons[1].ref", t => t.Persons[1].Ref = "Tamsin Fenwick" },
        { "claims[C1].item.id", t => t.Concerns[0].Item.Id = "C1" },
        { "persons[P1].parental_responsibility_for[0]", t => t.Persons[0].ParentalResponsibilityFor[0] = "P9" },
        { "decisions[D1].evidence_refs[0]", t => t.Decisions[0].EvidenceRefs[0] = "C9" },
        { "decisions[D1].type", t => t.Decisions[0].Type = (Decision.Types.Type)77 },
        { "persons[P1].roles[1]", t => t.Persons[0].Roles[1] = (Person.Types.Role)77 },
        { "decisions[D1].made_at", t => t.Decisions[0].MadeAt.Seconds = long.MaxValue },
        { "decisions[D1].reasoning", t => t.Decisions[0].Reasoning.Text_ = new string('é', 51_201) },
        { "claims[C1].text.quotes[0]", t => t.Claims[0].Text.Quotes[0].Length = 500 },
        { "claims[C1].text.quotes[0]", t => t.Claims[0].Text.Quotes[0].Start = uint.MaxValue },
        { "documents[F1].sha256", t => t.Documents[0].Sha256 = ByteString.CopyFrom(1, 2, 3) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_value_that_does_not_hold_its_form_is_named(string field, Action<Transfer> spoil) =>
        Fields(Small(spoil)).ShouldContain(field);

    [Fact]
    public void Whatever_is_blank_holds_its_form() => Fields(Small(t =>
    {
        t.Move.Date = "";
        t.Concerns[0].Item.Id = "";
        t.Decisions[0].EvidenceRefs.Clear();
        t.Documents[0].Sha256 = ByteString.Empty;
    })).ShouldBeEmpty();

    [Fact]
    public void A_text_of_exactly_100_kB_fits() => Fields(Small(t => t.Decisions[0].Reasoning.Text_ = new string('é', 51_200))).ShouldBeEmpty();

    [Fact]
    public void Quotes_count_characters_beyond_16_bits_as_one() => Fields(Small(t =>
    {
        t.Claims[0].Text.Text_ = "😀😀";
        t.Claims[0].Text.Quotes[0].Start = 1;
        t.Claims[0].Text.Quotes[0].Length = 2;
    })).ShouldBe(["claims[C1].text.quotes[0]"]);

    [Fact]
    public void A_receiver_tolerates_references_to_what_was_withheld()
    {
        var view = Small(t => t.Claims.Clear());

        Fields(view).ShouldBe(["decisions[D1].evidence_refs[0]"]);
        ShapeCheck.Of(view, tolerateMissingRefs: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_without_end_is_named() =>
        Fields(Small(t => t.Decisions[0].EvidenceRefs.Add(Enumerable.Repeat("C1", 10_000)))).ShouldContain("decisions[D1].evidence_refs");

    [Fact]
    public void A_fault_never_repeats_what_stands_there()
    {
        var faults = ShapeCheck.Of(Small(t =>
        {
            t.Move.Date = t.Persons[1].Ref = t.From.Agency = t.Id = t.Lead.AreaGss = "Tamsin Fenwick";
            t.Decisions[0].Children[0] = t.Decisions[0].Item.Id = "Tamsin Fenwick";
        }));

        faults.Count.ShouldBeGreaterThanOrEqualTo(7);
        faults.ShouldAllBe(fault => !fault.Field.Contains("Tamsin") && !fault.Words.Contains("Tamsin"));
    }

    internal static Transfer Small(Action<Transfer>? change = null)
    {
        var transfer = TransferFile.Read(SmallTransfer.Bytes).Transfer!;
        change?.Invoke(transfer);
        return transfer;
    }

    private static IEnumerable<string> Fields(Transfer transfer) => ShapeCheck.Of(transfer).Select(fault => fault.Field);
}
