namespace InfoSharing.Tests.Component.Ledger;

/// <summary>Tests of a ledger that each engine must pass: a class beside them for each.</summary>
public abstract class RoomTests : IDisposable
{
    private protected RoomTests(Keeper keeper) => _room = LedgerRoom.On(keeper);

    private protected readonly LedgerRoom _room;

    public void Dispose()
    {
        _room.Dispose();
        GC.SuppressFinalize(this);
    }
}
