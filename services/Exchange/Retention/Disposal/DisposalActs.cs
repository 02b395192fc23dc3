namespace InfoSharing.Exchange.Retention.Disposal;

/// <summary>The acts of keeping and ending.</summary>
internal sealed record DisposalActs(ListDueAct ListDue, DisposeAct Dispose, KeepAct Keep, HoldAct Hold, ErasedAct Erased);
