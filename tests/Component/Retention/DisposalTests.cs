using InfoSharing.Exchange.Api.Failing;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Retention.Disposal;
using InfoSharing.Exchange.Retention.Enquiry;
using InfoSharing.Tests.Component.Directories;
using InfoSharing.Tests.Component.Exchange;
using InfoSharing.Tests.Component.Ledger;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;
using Microsoft.Extensions.DependencyInjection;
using Basis = InfoSharing.V1.DestructionCertificate.Types.Basis;
using Capacity = InfoSharing.V1.CustodyRecord.Types.Capacity;
using Side = InfoSharing.Tests.Component.Exchange.TwoAgencies.Side;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Tests.Component.Retention;

public abstract class DisposalTests(Agencies agencies, Officers officers, Keeper keeper) : IAsyncLifetime
{
    private readonly TwoAgencies _two = new(agencies, officers, keeper);

    private Side Leeds => _two.Leeds;

    private protected Side Sandwell => _two.Sandwell;

    private protected static CancellationToken Stop => TwoAgencies.Stop;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_declined_family_is_proposed_after_twelve_months_and_ends_only_when_two_people_have_said_so()
    {
        var transfer = await Declined();
        (await Due(Sandwell)).ShouldBeEmpty("the period runs");
        (await No(() => Dispose(Sandwell, transfer.Id, Manager))).ShouldBe("not-due");

        _two.Clock.Pass(TimeSpan.FromDays(400));
        var due = (await Due(Sandwell)).ShouldHaveSingleItem();
        (due.TransferId, due.Kind, due.State, due.Schedule, due.Under18, due.OnHold).ShouldBe((transfer.Id, "hand-over", State.Declined, "not-taken", true, false));
        due.ToString().ShouldNotContain(transfer.Persons[1].Names[0].Family);
        (await Sandwell.Get(transfer.Id)).Transfer.ShouldNotBeNull("nothing about a child ends by itself, however long it is due");

        var first = await Dispose(Sandwell, transfer.Id, Manager);
        (first.Wanted, first.Certificate).ShouldBe((Capacity.InformationGovernanceLead, null));
        (await Due(Sandwell)).Single().Confirmed.ShouldBe(Capacity.Manager);
        (await Dispose(Sandwell, transfer.Id, Manager)).Wanted.ShouldBe(Capacity.InformationGovernanceLead, "the same person twice is one");
        (await No(() => Dispose(Sandwell, transfer.Id, (Manager.Who, Capacity.InformationGovernanceLead)))).ShouldBe("same-person");
        var second = await Dispose(Sandwell, transfer.Id, Lead);
        second.Certificate.Basis.ShouldBe(Basis.EndOfRetention);
        (await Dispose(Sandwell, transfer.Id, Lead)).Certificate.ShouldBe(second.Certificate);

        await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(transfer.Id));
        new RawLedger(Sandwell).CanRead(Guid.Parse(transfer.Id)).ShouldBeFalse();
        (await Due(Sandwell)).ShouldBeEmpty();
        (await Sandwell.Flow(transfer.Id)).State.ShouldBe(State.Erased);
        (await Sandwell.Ledger.VerifyAsync(null, Stop)).ShouldSatisfyAllConditions(report => report.Holds.ShouldBeTrue(), report => report.Erased.ShouldBe(1UL));
        (await Leeds.Get(transfer.Id)).Transfer.ShouldNotBeNull("the other agency keeps its own by its own schedule");
    }

    [Fact]
    public async Task A_legal_hold_stops_every_end_and_keeping_takes_back_what_was_confirmed()
    {
        var transfer = await Declined();
        _two.Clock.Pass(TimeSpan.FromDays(400));
        await Dispose(Sandwell, transfer.Id, Manager);
        var hold = Sandwell.Service<HoldAct>();
        (await No(() => hold.Run(new() { TransferId = transfer.Id, By = Lead.Who }, Sandwell.Caller, Stop))).ShouldBe("no-words");
        (await No(() => hold.Run(new() { TransferId = transfer.Id, By = Lead.Who, Reason = Words("Inquiry"), Until = "2020-01-01" }, Sandwell.Caller, Stop))).ShouldBe("day-passed");
        await hold.Run(new() { TransferId = transfer.Id, By = Lead.Who, Reason = Words("Inquiry"), Until = "2027-12-31" }, Sandwell.Caller, Stop);
        foreach (var basis in new[] { Basis.EndOfRetention, Basis.CourtOrder, Basis.Rectification, Basis.ErasureRequest })
            (await No(() => Dispose(Sandwell, transfer.Id, Lead, basis))).ShouldBe("on-hold", basis.ToString());
        (await Due(Sandwell)).Single().OnHold.ShouldBeTrue();

        _two.Clock.Pass(TimeSpan.FromDays(24));
        (await No(() => Dispose(Sandwell, transfer.Id, Lead))).ShouldBe("on-hold", "the last day of the hold is still to come");
        _two.Clock.Pass(TimeSpan.FromDays(365));
        (await Dispose(Sandwell, transfer.Id, Lead)).Wanted.ShouldBe(Capacity.Manager, "what was confirmed before the hold no longer counts");
        await Sandwell.Service<KeepAct>().Run(new() { TransferId = transfer.Id, Until = "2030-01-01", By = Manager.Who, Reason = Words("A sibling's case runs") }, Sandwell.Caller, Stop);
        (await Due(Sandwell)).ShouldBeEmpty();
        (await No(() => Dispose(Sandwell, transfer.Id, Manager))).ShouldBe("not-due");
        (await Dispose(Sandwell, transfer.Id, Manager, Basis.CourtOrder)).Wanted.ShouldBe(Capacity.InformationGovernanceLead, "a court's order waits for no schedule");
        (await Dispose(Sandwell, transfer.Id, Lead, Basis.CourtOrder)).Certificate.Basis.ShouldBe(Basis.CourtOrder);
        (await Sandwell.Events(transfer.Id)).ShouldBe(["received", "declined", "delivered", "disposal-confirmed", "hold", "disposal-confirmed", "kept", "disposal-confirmed", "disposal-confirmed", "erased"]);
    }

    [Fact]
    public async Task A_person_confirms_in_their_own_role_alone()
    {
        var transfer = await Declined();
        _two.Clock.Pass(TimeSpan.FromDays(400));
        var manager = new Caller("Marcus Bell", Roles.Manager, Sandwell.Keys.Agency);
        var act = Sandwell.Service<DisposeAct>();
        var request = new DisposeRequest { TransferId = transfer.Id, Basis = Basis.EndOfRetention, Reason = Words("Never came"), By = Lead.Who, Capacity = Capacity.InformationGovernanceLead };
        (await No(() => act.Run(request, manager, Stop))).ShouldBe("no-capacity");
        request.Capacity = Capacity.Unspecified;
        (await act.Run(request, manager, Stop)).Wanted.ShouldBe(Capacity.InformationGovernanceLead);
        (await Sandwell.Service<CustodyAct>().Run(new() { TransferId = transfer.Id }, Sandwell.Caller, Stop)).Records[^1].By.Name.ShouldBe("Marcus Bell", "whoever else was named");
        (await act.Run(request, new("Imani Cole", Roles.Governance, Sandwell.Keys.Agency), Stop)).Certificate.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_comes_for_an_erased_case_is_receipted_and_not_kept_and_its_sender_is_told()
    {
        var transfer = await Declined();
        await Ended(transfer);
        var next = transfer.Clone();
        next.Version = 2;
        next.Claims[0].Text.Text_ += " More.";
        (await Leeds.Supply(next)).OutcomeCase.ShouldBe(SendReply.OutcomeOneofCase.Sent);
        await _two.CarryAll();
        (await Leeds.Events(transfer.Id))[^1].ShouldBe("not-kept");
        (await Leeds.Flow(transfer.Id)).Steps.ShouldContain(step => step.What == "not-kept");
        (await Sandwell.Events(transfer.Id))[^1].ShouldBe("dropped");
    }

    private static (Who Who, Capacity Capacity) Manager { get; } = (new() { Name = "Marcus Bell", Role = "team manager", Org = "sandwell-social-care" }, Capacity.Manager);

    private protected static (Who Who, Capacity Capacity) Lead { get; } = (new() { Name = "Imani Cole", Role = "information governance lead", Org = "sandwell-social-care" }, Capacity.InformationGovernanceLead);

    private protected static Text Words(string words) => new() { Text_ = words };

    private protected async Task<Transfer> Declined()
    {
        var transfer = _two.Clean();
        await Leeds.Send(transfer);
        await _two.CarryAll();
        var children = InfoSharing.Validator.Facts.MovingChildren.Of(transfer).Select(child => child.Ref);
        await Sandwell.Acts.Respond.Run(new() { TransferId = transfer.Id, Declined = new() { SawVersion = 1, Children = { children }, Reason = V1.Declined.Types.Reason.ChildNotInArea, Words = Words("They never came") } }, Sandwell.Caller, Stop);
        await _two.CarryAll();
        return transfer;
    }

    private protected async Task<DestructionCertificate> Ended(Transfer transfer)
    {
        await Dispose(Sandwell, transfer.Id, Manager, Basis.CourtOrder);
        return (await Dispose(Sandwell, transfer.Id, Lead, Basis.CourtOrder)).Certificate.ShouldNotBeNull();
    }

    private static async Task<IReadOnlyList<ListDueReply.Types.Entry>> Due(Side side) => (await side.Service<ListDueAct>().Run(new(), side.Caller, Stop)).Cases;

    private static Task<DisposeReply> Dispose(Side side, string id, (Who Who, Capacity Capacity) by, Basis basis = Basis.EndOfRetention) =>
        side.Service<DisposeAct>().Run(new() { TransferId = id, Basis = basis, By = by.Who, Capacity = by.Capacity, Reason = Words("Its period is over") }, side.Caller, Stop);

    private static async Task<string> No(Func<Task> act) => (await Should.ThrowAsync<ActNotAllowedException>(act)).No.Code;
}

public sealed class DisposalOnSqliteTests(Agencies agencies, Officers officers) : DisposalTests(agencies, officers, Keeper.Sqlite)
{
    [Fact]
    public async Task What_a_restored_copy_brings_back_is_erased_again_by_the_certificate_of_its_key_and_by_nothing_else()
    {
        var (transfer, other) = (await Declined(), await Declined());
        var parts = new[] { "", "-wal" }.Select(part => Sandwell.LedgerFile + part).ToList();
        await Sandwell.Restart(() => parts.ForEach(part => { if (File.Exists(part)) File.Copy(part, part + ".copy"); }));
        await Ended(transfer);
        var list = await Erased.List(new(), Sandwell.Caller, Stop);
        var certificate = list.Cases.ShouldHaveSingleItem().Certificate;
        (await Erased.List(new() { After = list.Cases[0].Position }, Sandwell.Caller, Stop)).Cases.ShouldBeEmpty();
        (await Again(certificate)).ShouldBe(new EraseAgainReply { NothingToDo = 1 });

        await Sandwell.Restart(() =>
        {
            foreach (var part in parts.Append(Sandwell.LedgerFile + "-shm")) File.Delete(part);
            foreach (var part in parts.Where(part => File.Exists(part + ".copy"))) File.Move(part + ".copy", part);
        });
        (await Sandwell.Get(transfer.Id)).Transfer.ShouldNotBeNull("the copy has its key");
        var forged = new DestructionCertificate(certificate) { TransferId = other.Id };
        (await Again(forged)).ShouldBe(new EraseAgainReply { NotOurs = { other.Id } });
        await Sandwell.Service<HoldAct>().Run(new() { TransferId = transfer.Id, By = Lead.Who, Reason = Words("Inquiry") }, Sandwell.Caller, Stop);
        (await Again(certificate)).ShouldBe(new EraseAgainReply { OnHold = { transfer.Id } });
        await Sandwell.Service<HoldAct>().End(new() { TransferId = transfer.Id, By = Lead.Who, Reason = Words("Over") }, Sandwell.Caller, Stop);
        (await Again(certificate)).ShouldBe(new EraseAgainReply { Erased = 1 });
        await Should.ThrowAsync<NotHereException>(() => Sandwell.Get(transfer.Id));
        (await Sandwell.Get(other.Id)).Transfer.ShouldNotBeNull();
        (await Sandwell.Ledger.VerifyAsync(null, Stop)).Holds.ShouldBeTrue();
    }

    private ErasedAct Erased => Sandwell.Service<ErasedAct>();

    private Task<EraseAgainReply> Again(DestructionCertificate certificate) => Erased.Again(new() { Certificates = { certificate }, By = Lead.Who }, Sandwell.Caller, Stop);
}

public sealed class DisposalOnPostgresTests(Agencies agencies, Officers officers) : DisposalTests(agencies, officers, Keeper.Postgres)
{
    [Fact]
    public async Task Another_process_of_the_agency_opens_nothing_of_it_from_what_it_remembers()
    {
        var transfer = await Declined();
        using var ledger = Sandwell.Opened();
        await using var services = Sandwell.ServicesOn(ledger);
        var other = services.GetRequiredService<InfoSharing.Exchange.Api.Acts>();
        (await other.Get.Run(new() { TransferId = transfer.Id }, Sandwell.Caller, Stop)).Transfer.ShouldNotBeNull();

        await Ended(transfer);
        await Should.ThrowAsync<NotHereException>(() => other.Get.Run(new() { TransferId = transfer.Id }, Sandwell.Caller, Stop));
        (await ledger.OpenAsync(Guid.Parse(transfer.Id), 0, null, Stop)).ShouldNotBeNull().Body.Open().ShouldBeNull();
        (await ledger.AppendAsync(new() { Rows = new() { Audits = [new(Guid.Parse(transfer.Id), 1, "view", [1])] } }, Stop)).Reason.ShouldBe("erased", "its remembered key seals nothing more");
        (await ledger.FindAsync("nhs", transfer.Persons.SelectMany(person => person.Identifiers).First(one => one.Kind == Person.Types.Identifier.Types.Kind.Nhs).Value, Stop)).ShouldBeEmpty();
    }
}
