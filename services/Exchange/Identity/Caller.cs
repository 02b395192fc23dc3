namespace InfoSharing.Exchange.Identity;

/// <summary>Who calls, as was proven, never as was said.</summary>
/// <param name="Name">Who: a system's or a person's name as the identity's issuer gives it. It stands in sealed audit records alone.</param>
/// <param name="Role">In what role; one of <see cref="Roles"/>.</param>
/// <param name="Agency">For which agency.</param>
internal sealed record Caller(string Name, string Role, string Agency);
