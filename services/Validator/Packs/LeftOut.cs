namespace InfoSharing.Validator.Packs;

/// <summary>An item that stays out of a pack.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Field">Where it stands.</param>
/// <param name="Why">Why it stays out.</param>
public sealed record LeftOut(string Item, string Field, LeftOutWhy Why);
