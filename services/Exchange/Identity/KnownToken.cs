using System.Text.Json.Serialization;

namespace InfoSharing.Exchange.Identity;

/// <summary>A token as the service knows it: it could not make one of this.</summary>
/// <param name="Sha256">SHA-256 of the token's ASCII bytes, 64 digits of lower-case hex.</param>
/// <param name="Name">Whose it is: a system's name.</param>
/// <param name="Role">Its role; one of <see cref="Roles"/>.</param>
/// <param name="Expires">From when it counts for nothing.</param>
internal sealed record KnownToken(
    [property: JsonRequired] string Sha256, [property: JsonRequired] string Name, [property: JsonRequired] string Role, [property: JsonRequired] DateTimeOffset Expires);
