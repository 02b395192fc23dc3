using InfoSharing.V1;

namespace InfoSharing.Kit.Reading;

/// <summary>One transfer that shows what a rule means: it fires on the bad one and is silent on the good one.</summary>
/// <param name="Story">What happened, in a sentence that a worker would say.</param>
/// <param name="Transfer">The whole transfer, judged on <see cref="Beside.At"/>.</param>
/// <param name="Show">The part of it that makes the difference, as a finding names it: <c>decisions[D1].reasoning</c>.</param>
/// <param name="Excerpt">That part as JSON; null where nothing is written there.</param>
/// <param name="Beside">What may be known beside the transfer.</param>
public sealed record Example(string Story, Transfer Transfer, string Show, string? Excerpt, Beside Beside);
