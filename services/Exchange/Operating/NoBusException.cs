namespace InfoSharing.Exchange.Operating;

/// <summary>There is no bus to reach a partner by.</summary>
internal sealed class NoBusException() : Exception("There is no bus to reach the partner by: nothing was compared. See that the broker runs, then give the command again.");
