namespace InfoSharing.Validator.Alerts;

/// <summary>The alert that a refused hand-over leaves behind.</summary>
/// <param name="Notification">The NOTIFICATION, without what nobody may have. Each recipient still gets a view of its own.</param>
/// <param name="Withheld">What is left out: first for all, then for each recipient.</param>
public sealed record MadeAlert(Transfer Notification, IReadOnlyList<Withheld> Withheld);
