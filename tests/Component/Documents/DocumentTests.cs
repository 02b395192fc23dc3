using Google.Protobuf;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Documents;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using State = InfoSharing.V1.DocumentNow.Types.State;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>Documents from one agency to another, on each engine.</summary>
public abstract class DocumentTests(Agencies agencies, Officers officers, Keeper keeper) : IAsyncLifetime
{
    private readonly TwoAgencies _two = new(agencies, officers, keeper);

    private TwoAgencies.Side Leeds => _two.Leeds;

    private TwoAgencies.Side Sandwell => _two.Sandwell;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_document_uploaded_before_it_is_sent_comes_to_the_lead_byte_for_byte()
    {
        var transfer = Naming("DO1");
        var file = Papers.Large(1_300_000);
        var taken = await Leeds.Upload(transfer.Id, "DO1", file, Papers.Digest(file));
        (taken.MediaType, taken.Bytes, taken.Sha256).ShouldBe(("text/plain", 1_300_000ul, taken.UploadedSha256));
        (await Leeds.Upload(transfer.Id, "DO1", file, chunk: 1000)).ShouldBe(taken, "the same bytes get the same answer");

        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        (await Leeds.Get(transfer.Id)).Transfer.Documents.Single(one => one.Item.Id == "DO1").Sha256.ShouldBe(taken.Sha256, "its entry was filled");
        await Leeds.SeeToDocuments(transfer.Id);
        await Leeds.SeeToDocuments(transfer.Id);
        await _two.CarryAll();
        await Sandwell.SeeToDocuments(transfer.Id);

        (await Sandwell.Download(transfer.Id, "DO1")).AsSpan().SequenceEqual(file).ShouldBeTrue();
        (await Sandwell.Download(transfer.Id, "DO1", 600_000)).AsSpan().SequenceEqual(file.AsSpan(600_000)).ShouldBeTrue();
        (await Sandwell.Download(transfer.Id, "DO1", (ulong)file.Length)).ShouldBeEmpty();
        await Should.ThrowAsync<OffsetBeyondException>(() => Sandwell.Download(transfer.Id, "DO1", (ulong)file.Length + 1));
        (await Leeds.Download(transfer.Id, "DO1")).AsSpan().SequenceEqual(file).ShouldBeTrue();
        (await Sandwell.Audit(transfer.Id)).Count(kind => kind == "download").ShouldBe(3, "each view is recorded");
        (await Leeds.Audit(transfer.Id)).ShouldContain("upload");
        (await Now(Sandwell, transfer, "DO1")).ShouldBe((State.Whole, 3u, 3u));
        (await Leeds.Flow(transfer.Id)).Documents.Single(one => one.Document == "DO1").Going.ShouldHaveSingleItem().Receipted.ShouldBe(3u);
        (await Sandwell.Events(transfer.Id)).ShouldContain("document-whole");
        foreach (var side in new[] { Leeds, Sandwell }) (await side.Ledger.VerifyAsync(null, TwoAgencies.Stop)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task A_document_uploaded_after_its_transfer_went_follows_it_where_its_digest_is_the_one_that_was_sent()
    {
        var file = Papers.Large(10_000);
        var transfer = Naming("DO1", Papers.Digest(file));
        await Leeds.Send(transfer);
        await _two.CarryAll();
        (await Now(Sandwell, transfer, "DO1")).State.ShouldBe(State.Named);
        (await Should.ThrowAsync<DocumentNotWholeException>(() => Sandwell.Download(transfer.Id, "DO1"))).Message.ShouldContain("none of its parts has come");

        await Leeds.Upload(transfer.Id, "DO1", file);
        await Leeds.SeeToDocuments(transfer.Id);
        await _two.CarryAll();
        (await Sandwell.Download(transfer.Id, "DO1")).AsSpan().SequenceEqual(file).ShouldBeTrue();
    }

    [Fact]
    public async Task Parts_that_come_in_any_order_twice_or_before_their_transfer_make_the_document_all_the_same_and_a_half_is_given_to_nobody()
    {
        var transfer = Naming("DO1");
        var file = Papers.Large((4 * DocumentForm.PartBytes) + 5);
        await Leeds.Upload(transfer.Id, "DO1", file);
        await Leeds.Send(transfer);
        await Leeds.SeeToDocuments(transfer.Id);
        var parts = await Due(3);
        parts.Count.ShouldBe(5);

        foreach (var at in new[] { 4, 0, 0, 2 }) await Sandwell.Take(parts[at]);
        await _two.Carry(Leeds, Sandwell, receiptsLost: true, reversed: true); // the transfer, and the parts once more: the receipts are lost
        await Sandwell.SeeToDocuments(transfer.Id);
        (await Sandwell.Download(transfer.Id, "DO1")).AsSpan().SequenceEqual(file).ShouldBeTrue();
        await _two.CarryAll();
        (await Leeds.Flow(transfer.Id)).Documents.Single(one => one.Document == "DO1").Going.Single().Receipted.ShouldBe(5u);
    }

    [Fact]
    public async Task Until_all_parts_are_in_it_says_how_many_are_and_an_answer_waits_for_none_of_them()
    {
        var transfer = Naming("DO1");
        await Leeds.Upload(transfer.Id, "DO1", Papers.Large(3 * DocumentForm.PartBytes));
        await Leeds.Send(transfer);
        await Leeds.SeeToDocuments(transfer.Id);
        foreach (var bytes in await Due(2)) await Sandwell.Take(bytes);
        var parts = await Due(3);
        await Sandwell.Take(parts[0]);

        await Sandwell.SeeToDocuments(transfer.Id);
        (await Now(Sandwell, transfer, "DO1")).ShouldBe((State.Partial, 1u, 3u));
        (await Should.ThrowAsync<DocumentNotWholeException>(() => Sandwell.Download(transfer.Id, "DO1"))).Message.ShouldStartWith("1 of 3 parts");
        await Sandwell.Ask(transfer.Id, 1, "P2", "Who has met Corwin since June?");
        var next = transfer.Clone();
        next.Version = 2;
        await Leeds.Supply(next);
        foreach (var bytes in await Due(2)) await Sandwell.Take(bytes);
        (await Sandwell.Get(transfer.Id)).Transfer.Version.ShouldBe(2u, "no version waits behind a document");
        foreach (var bytes in parts) await Sandwell.Take(bytes);
        (await Sandwell.Download(transfer.Id, "DO1")).Length.ShouldBe(3 * DocumentForm.PartBytes);
    }

    [Fact]
    public async Task A_document_that_comes_in_other_bytes_than_its_entry_names_is_given_to_nobody_and_asked_for_again_and_the_right_one_then_comes()
    {
        var transfer = Naming("DO1");
        var file = Papers.Large(9_000);
        await Leeds.Upload(transfer.Id, "DO1", file);
        await Leeds.Send(transfer);
        await Leeds.SeeToDocuments(transfer.Id);
        foreach (var bytes in await Due(2)) await Sandwell.Take(bytes);
        var wrong = Message.Parser.ParseFrom((await Due(3)).Single());
        wrong.Id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        wrong.DocumentPart.Upload = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        wrong.DocumentPart.Bytes = ByteString.CopyFromUtf8("not what was named");
        await Sandwell.Take(wrong.ToByteArray());

        await Sandwell.SeeToDocuments(transfer.Id);
        await Sandwell.SeeToDocuments(transfer.Id);
        (await Now(Sandwell, transfer, "DO1")).State.ShouldBe(State.OtherBytes);
        (await Should.ThrowAsync<DocumentNotWholeException>(() => Sandwell.Download(transfer.Id, "DO1"))).Message.ShouldContain("not what the transfer names");
        await _two.Carry(Sandwell, Leeds);
        (await Leeds.Get(transfer.Id)).Messages.Count(one => one.Asked?.RuleQuestions.Any(question => question.Field == "documents[DO1].sha256") == true).ShouldBe(1);
        await _two.CarryAll();
        (await Sandwell.Download(transfer.Id, "DO1")).AsSpan().SequenceEqual(file).ShouldBeTrue();
    }

    [Fact]
    public async Task A_copy_does_not_get_a_document_in_which_a_protected_place_stands_and_the_lead_does()
    {
        var transfer = WithCopyTo("leeds-police");
        transfer.Locations.First(one => one.Protection == Location.Types.Protection.Protected).Postcode = "B70 9QX";
        await Leeds.Upload(transfer.Id, "DO1", Papers.Docx("They now live at b709qx, near the park."));
        await Leeds.Upload(transfer.Id, "DO2", Papers.Docx("Nothing of any place."));
        await Leeds.Upload(transfer.Id, "DO3", Papers.Jpeg());
        var sent = await Leeds.Send(transfer);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, sent.Report.ToString());
        await Leeds.SeeToDocuments(transfer.Id);

        sent.Report.Withheld.Where(one => one.Recipient == "leeds-police" && one.Field is "documents[DO1]" or "documents[DO2]" or "documents[DO3]").Select(one => one.Field).ShouldBe(["documents[DO1]", "documents[DO3]"], ignoreOrder: true);
        (await GoesTo("leeds-police", transfer)).ShouldBe(["DO2"]);
        (await GoesTo("sandwell-social-care", transfer)).ShouldBe(["DO1", "DO2", "DO3"]);
    }

    [Fact]
    public async Task What_was_uploaded_after_the_transfer_went_is_searched_before_it_goes_and_a_person_who_has_read_a_picture_may_say_so()
    {
        var later = Papers.Large(1_000);
        "  B70 9QX  "u8.CopyTo(later);
        var transfer = WithCopyTo("leeds-police");
        transfer.Locations.First(one => one.Protection == Location.Types.Protection.Protected).Postcode = "B70 9QX";
        transfer.Documents[0].Sha256 = ByteString.CopyFrom(Papers.Digest(later));
        transfer.Documents[2].ReadBy = new() { Name = "Harriet Osei", Role = "social worker", Org = "leeds-social-care" };
        await Leeds.Upload(transfer.Id, "DO3", Papers.Jpeg());
        await Leeds.Send(transfer);
        await Leeds.Upload(transfer.Id, "DO1", later);
        await Leeds.SeeToDocuments(transfer.Id);

        (await GoesTo("leeds-police", transfer)).ShouldBe(["DO3"]);
        (await GoesTo("sandwell-social-care", transfer)).ShouldBe(["DO1", "DO3"]);
        (await Leeds.Get(transfer.Id)).Documents.Single(one => one.Document == "DO1").Going.Single(one => one.Agency == "leeds-police").Kept.ShouldBeTrue();
    }

    [Fact]
    public async Task A_hand_over_whose_entry_names_other_bytes_than_were_uploaded_is_a_request_at_fault_and_an_alert_goes_without_the_document()
    {
        var transfer = Naming("DO1", Papers.Digest([1]));
        await Leeds.Upload(transfer.Id, "DO1", Papers.Large(500));
        (await Should.ThrowAsync<NotATransferException>(() => Leeds.Send(transfer))).Faults.ShouldHaveSingleItem().Field.ShouldBe("documents[DO1].sha256");

        transfer.Kind = Transfer.Types.Kind.Notification;
        (await Leeds.Send(transfer)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await Leeds.SeeToDocuments(transfer.Id);
        (await Due(3)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_digest_of_the_file_before_anything_was_taken_out_names_it_too()
    {
        var file = Papers.Pdf();
        var transfer = Naming("DO1", Papers.Digest(file));
        var taken = await Leeds.Upload(transfer.Id, "DO1", file);
        taken.TakenOut.ShouldContain("AUTHOR");
        taken.Sha256.ShouldNotBe(taken.UploadedSha256);
        await Leeds.Send(transfer);
        await Leeds.SeeToDocuments(transfer.Id);
        await _two.CarryAll();
        Papers.Digest(await Sandwell.Download(transfer.Id, "DO1")).ShouldBe(taken.Sha256.ToByteArray());
    }

    [Fact]
    public async Task What_is_no_upload_leaves_nothing_and_says_what_is_wrong()
    {
        var id = Guid.CreateVersion7(_two.Clock.GetUtcNow()).ToString();
        (await Faults(() => Leeds.Upload("no id", "", Papers.Large(10)))).ShouldBe(["start.transfer_id", "start.document"]);
        (await Faults(() => Leeds.Upload(id, "DO1", Papers.Large(10), Papers.Digest([])))).ShouldBe(["start.sha256"]);
        (await Faults(() => Leeds.Upload(id, "DO1", []))).ShouldBe(["chunk"]);
        (await Faults(() => Leeds.Upload(id, "DO1", [.. "MZ"u8, 1, 2]))).ShouldBe(["chunk"]);
        (await Leeds.Ledger.DocumentsAsync(Guid.Parse(id), TwoAgencies.Stop)).ShouldBeEmpty();
        await Should.ThrowAsync<NotHereException>(() => Leeds.Download(id, "DO1"));

        static async Task<IEnumerable<string>> Faults(Func<Task> upload) => (await Should.ThrowAsync<DocumentNotTakenException>(upload)).Faults.Select(one => one.Field);
    }

    [Fact]
    public async Task A_transfer_of_another_agency_takes_no_document_of_ours_and_a_document_that_it_does_not_name_is_not_here()
    {
        var transfer = Naming("DO1");
        await Leeds.Send(transfer);
        await _two.CarryAll();
        (await Should.ThrowAsync<ActNotAllowedException>(() => Sandwell.Upload(transfer.Id, "DO1", Papers.Large(10)))).No.ShouldBe(Nos.NotTheSender);
        await Should.ThrowAsync<NotHereException>(() => Sandwell.Download(transfer.Id, "DO77"));
    }

    [Fact]
    public async Task A_withdrawn_transfer_sends_no_more_of_its_documents()
    {
        var transfer = Naming("DO1");
        await Leeds.Send(transfer);
        await _two.CarryAll();
        await Leeds.Withdraw(transfer.Id);
        await _two.CarryAll();
        await Leeds.Upload(transfer.Id, "DO1", Papers.Large(100));
        await Leeds.SeeToDocuments(transfer.Id);
        (await Due(3)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_conference_has_its_papers_once_they_are_whole()
    {
        var transfer = _two.Clean();
        transfer.Kind = Transfer.Types.Kind.CpTransferIn;
        var chronology = new Document { Item = new() { Id = "DO9" }, Kind = Document.Types.Kind.Chronology };
        transfer.Documents.Add(chronology);
        await Leeds.Upload(transfer.Id, "DO9", Papers.Large(5_000));
        var sent = await Leeds.Send(transfer);
        sent.OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent, sent.Report.ToString());
        await Leeds.SeeToDocuments(transfer.Id);
        await _two.CarryAll();
        await Sandwell.SeeToDocuments(transfer.Id);
        (await Now(Sandwell, transfer, "DO9")).State.ShouldBe(State.Whole);
        (await Sandwell.Flow(transfer.Id)).Owed.ShouldBe((await Leeds.Flow(transfer.Id)).Owed, "both sides say the same");
    }

    [Fact]
    public async Task An_erased_case_takes_its_documents_along()
    {
        var transfer = Naming("DO1");
        await Leeds.Upload(transfer.Id, "DO1", Papers.Large(100));
        await Leeds.Send(transfer);
        await Leeds.Ledger.AppendAsync(new() { Rows = new() { Erase = Guid.Parse(transfer.Id) } }, TwoAgencies.Stop);
        await Leeds.SeeToDocuments(transfer.Id);
        await Should.ThrowAsync<NotHereException>(() => Leeds.Download(transfer.Id, "DO1"));
        await Should.ThrowAsync<NotHereException>(() => Leeds.Upload(transfer.Id, "DO1", Papers.Large(101)));
    }

    private Transfer Naming(string document, byte[]? sha256 = null)
    {
        var transfer = _two.Clean();
        var entry = transfer.Documents.FirstOrDefault(one => one.Item.Id == document);
        if (entry is null) transfer.Documents.Add(entry = new() { Item = new() { Id = document }, Kind = Document.Types.Kind.CpPlan });
        (entry.Sha256, entry.Bytes, entry.MediaType) = (ByteString.CopyFrom(sha256 ?? []), 0, "");
        return transfer;
    }

    private Transfer WithCopyTo(string agency)
    {
        _two.Change(content => content.Agencies.Add(Directories.Given.Agency(agencies.Police)));
        var transfer = _two.Clean();
        foreach (var entry in transfer.Documents.Take(3)) entry.Sha256 = ByteString.Empty;
        transfer.Copies.Add(new Transfer.Types.Copy { Party = new() { Agency = agency, AgencyKind = Party.Types.AgencyKind.Police, AreaGss = "E08000035" } });
        return transfer;
    }

    private static async Task<(State State, uint Parts, uint Of)> Now(TwoAgencies.Side side, Transfer transfer, string document)
    {
        var now = (await side.Get(transfer.Id)).Documents.Single(one => one.Document == document);
        return (now.State, now.Parts, now.Of);
    }

    private async Task<List<byte[]>> Due(int lane) =>
        [.. (await Leeds.Ledger.DueAsync("sandwell-social-care", lane, _two.Clock.GetUtcNow(), 100, TwoAgencies.Stop)).Select(one => one.Body.Open()!)];

    private async Task<IEnumerable<string>> GoesTo(string agency, Transfer transfer) =>
        (await Leeds.Ledger.CarriedAsync(Guid.Parse(transfer.Id), TwoAgencies.Stop)).Where(one => one.Partner == agency).Select(one => one.Carries.Document).Order();
}

public sealed class DocumentsOnSqliteTests(Agencies agencies, Officers officers) : DocumentTests(agencies, officers, Keeper.Sqlite);

public sealed class DocumentsOnPostgresTests(Agencies agencies, Officers officers) : DocumentTests(agencies, officers, Keeper.Postgres);
