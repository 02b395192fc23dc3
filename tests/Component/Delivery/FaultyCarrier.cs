using InfoSharing.Exchange.Delivery.Bus;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Delivery;

/// <summary>What becomes of a parcel that was handed over.</summary>
internal enum Fate
{
    Carried,
    Lost,
    Doubled,
    Delayed,
    NotTaken,
}

/// <summary>A parcel that was handed over.</summary>
internal sealed record HandedOver(string Recipient, Parcel.Types.Lane Lane, byte[] SealedParcel, TimeSpan ExpiresIn);

/// <summary>A carrier that loses, doubles, delays and reorders what another would carry, as a test says.</summary>
internal sealed class FaultyCarrier(IParcelCarrier carrier) : IParcelCarrier
{
    private readonly Lock _gate = new();
    private readonly List<HandedOver> _handedOver = [];
    private readonly List<HandedOver> _delayed = [];
    private readonly Notice _changed = new();

    public bool IsReachable => carrier.IsReachable;

    /// <summary>Whether what is handed over is kept to be looked at. In a run of hours it would be gigabytes.</summary>
    internal bool Keeps { get; init; } = true;

    /// <summary>How many were handed over.</summary>
    internal int Count { get; private set; }

    internal Func<HandedOver, Fate> Decide { get; set; } = _ => Fate.Carried;

    internal List<HandedOver> HandedOver
    {
        get
        {
            lock (_gate) return [.. _handedOver];
        }
    }

    /// <summary>Waits until so many were handed over.</summary>
    internal Task<List<HandedOver>> Until(int count) => _changed.Until(() => HandedOver is { } all && all.Count >= count ? all : null);

    public async Task SendAsync(string recipient, Parcel.Types.Lane lane, byte[] sealedParcel, TimeSpan expiresIn, CancellationToken cancellationToken)
    {
        var parcel = new HandedOver(recipient, lane, sealedParcel, expiresIn);
        Fate fate;
        lock (_gate)
        {
            fate = Decide(parcel);
            if (fate != Fate.NotTaken) Count++;
            if (fate != Fate.NotTaken && Keeps) _handedOver.Add(parcel);
            if (fate == Fate.Delayed) _delayed.Add(parcel);
        }
        _changed.Give();
        if (fate == Fate.NotTaken) throw new BusUnavailableException("As the test says.");
        if (fate is Fate.Carried or Fate.Doubled) await Carry(parcel, cancellationToken);
        if (fate == Fate.Doubled) await Carry(parcel, cancellationToken);
    }

    /// <summary>Lets go what was delayed, the last first.</summary>
    internal async Task LetGo()
    {
        List<HandedOver> delayed;
        lock (_gate)
        {
            delayed = [.. Enumerable.Reverse(_delayed)];
            _delayed.Clear();
        }
        foreach (var parcel in delayed) await Carry(parcel, TestContext.Current.CancellationToken);
    }

    private Task Carry(HandedOver parcel, CancellationToken cancellationToken) => carrier.SendAsync(parcel.Recipient, parcel.Lane, parcel.SealedParcel, parcel.ExpiresIn, cancellationToken);
}
