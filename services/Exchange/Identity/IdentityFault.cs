namespace InfoSharing.Exchange.Identity;

/// <summary>On a request whose proof was not taken: why, in words for its sender.</summary>
/// <param name="Words">The words, without a part of the proof.</param>
internal sealed record IdentityFault(string Words);
