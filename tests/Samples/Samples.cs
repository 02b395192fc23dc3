using System.Reflection;
using Google.Protobuf;
using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>Our own sample transfers. Each call gives a fresh copy, which a test may change. The people are invented.</summary>
public static class Samples
{
    /// <summary>The moment at which every sample is judged: Monday 2 November 2026, 10:00 UTC.</summary>
    public static DateTimeOffset JudgedOn { get; } = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The clean transfer (rules.md d): a CP_TRANSFER_IN of 16 kB, every section in use, no finding and nothing owed.</summary>
    public static Transfer Complete() => Read("complete.json");

    /// <summary>The clean transfer of a young woman for whom forced marriage is feared: IS-611 and IS-612, no more.</summary>
    public static Transfer CompleteFm() => CompleteFmBuilder.From(Complete());

    /// <summary>The clean transfer grown to 64 kB by a longer chronology, more observations and more documents. Still no finding.</summary>
    public static Transfer Large() => LargeBuilder.From(Complete());

    /// <summary>The smallest thing that may be sent: a NOTIFICATION in a crisis, one name, a worry, an address.</summary>
    public static Transfer Alert() => Read("alert.json");

    private static Transfer Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The sample {name} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return JsonParser.Default.Parse<Transfer>(reader.ReadToEnd());
    }
}
