using System.Diagnostics;
using System.Xml;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Tests.Benchmarks.Importing;

/// <summary>The census import in MB a second and its peak memory. The floor is an XmlReader that reads the same return and keeps nothing.</summary>
internal static class ImportFigures
{
    private const int Rounds = 5;

    public static void Print(int megabytes)
    {
        var length = (long)megabytes << 20;
        _ = Import(8 << 20);
        _ = Floor(8 << 20);
        var imports = new List<double>();
        var floors = new List<double>();
        var children = 0;
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(MegabytesASecond(megabytes, () => Floor(length)));
            imports.Add(MegabytesASecond(megabytes, () => children = Import(length)));
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine();
        Console.WriteLine($"Import        {megabytes} MB, {children:N0} children: {Machine.Median(imports):F1} MB/s; floor (XmlReader) {Machine.Median(floors):F1} MB/s; ratio {Machine.Median(imports) / Machine.Median(floors):F2}; peak memory {process.PeakWorkingSet64 >> 20} MB");
    }

    private static double MegabytesASecond(int megabytes, Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return megabytes / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static int Import(long length)
    {
        var at = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
        using var stream = new RepeatedReturn(length);
        using var reader = new CinReader(stream, new CinReaderOptions { NewId = () => Guid.CreateVersion7(at), Today = DateOnly.FromDateTime(at.Date) });
        var children = reader.Read().OfType<CinChild>().Count();
        if (children != stream.Children) throw new InvalidOperationException($"{stream.Children} children went in, {children} came out");
        return children;
    }

    private static int Floor(long length)
    {
        using var stream = new RepeatedReturn(length);
        using var reader = XmlReader.Create(stream);
        var nodes = 0;
        while (reader.Read()) nodes++;
        return nodes;
    }
}
