using InfoSharing.Exchange.Ledger;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Hosting;

/// <summary>Why a process did not start, in lines for the person who started it.</summary>
public static class StartFailures
{
    private const string Before = " with the error: '";
    private const string After = "'.";

    /// <summary>A line for each fault, with its cure; null where the failure is none that was foreseen.</summary>
    /// <param name="failure">What was thrown while starting.</param>
    /// <param name="where">Where it was to listen, for a port that is taken.</param>
    public static IReadOnlyList<string>? Words(Exception failure, string where = "Its address")
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            CannotStartException or LedgerStartException => [failure.Message],
            OptionsValidationException options => [.. options.Failures.Select(OwnWords).Distinct()],
            AggregateException several when several.InnerExceptions.All(one => Words(one, where) is not null) => [.. several.InnerExceptions.SelectMany(one => Words(one, where)!).Distinct()],
            IOException { InnerException: AddressInUseException } => [$"{where} is taken by another program: stop that one, or give another port with --port."],
            { InnerException: { } inner } when inner is CannotStartException or LedgerStartException => Words(inner, where),
            _ => null,
        };
    }

    // An attribute's own words stand in a sentence of the framework's: DataAnnotation validation failed for 'X' members: 'Y' with the error: '…'.
    private static string OwnWords(string failure) =>
        failure.IndexOf(Before, StringComparison.Ordinal) is > 0 and var at && failure.EndsWith(After, StringComparison.Ordinal) ? failure[(at + Before.Length)..^After.Length] : failure;
}
