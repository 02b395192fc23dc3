using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Families;

/// <summary>A single fault, as people make it.</summary>
/// <param name="Name">What is done.</param>
/// <param name="RuleId">The rule that must catch it.</param>
/// <param name="Inject">Makes it; false where this family has nothing in which it could be made.</param>
internal sealed record InjectedFault(string Name, string RuleId, Func<Transfer, bool> Inject);
