namespace InfoSharing.Validator.Packs;

/// <summary>A pack for a conference, and what was left out of it. The transfer is not touched.</summary>
/// <param name="Pack">The pack: what may be given to the family, and nothing else.</param>
/// <param name="LeftOut">What stays out, for the worker who builds it; never for the family, to whom it must not be listed.</param>
public sealed record BuiltPack(ConferencePack Pack, IReadOnlyList<LeftOut> LeftOut);
