namespace InfoSharing.Local.Broker;

/// <summary>Something that is to be made or changed on the broker.</summary>
/// <param name="Agency">Whose it is; blank: everybody's.</param>
/// <param name="What">What it is: "queue".</param>
/// <param name="MakeAsync">Makes it; made twice it is there once.</param>
internal sealed record BrokerChange(string Agency, string What, Func<ManagementApi, CancellationToken, Task> MakeAsync);
