using System.Globalization;

namespace InfoSharing.Tests.Unit.Support;

/// <summary>How many rounds the generated tests go. Tests with the trait Rounds=many run again, longer, in ./test --long.</summary>
internal static class Rounds
{
    /// <summary>2,000, or what INFOSHARING_ROUNDS says.</summary>
    public static int Many { get; } = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2000;

    /// <summary>For rounds that take milliseconds each: a quarter, at most 5,000.</summary>
    public static int Some { get; } = Math.Clamp(Many / 4, 1, 5000);

    /// <summary>For rounds that take ten milliseconds and more: a tenth, at most 2,000.</summary>
    public static int Few { get; } = Math.Clamp(Many / 10, 1, 2000);
}
