using InfoSharing.V1;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>The whole set over complete, large, and a family of eight children whose chronology grows: CPU time each, and for each kB of narrative.</summary>
internal static class GrowthFigures
{
    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("Whole set                      CPU µs      bytes   narrative kB   µs each kB   µs each entry");
        Line("complete", Samples.Complete(), 4000);
        Line("large", Samples.Large(), 1000);
        foreach (var entries in new[] { 125, 250, 500, 1000, 2000 }) Line($"eight children, {entries} entries", Eight(entries), 100_000 / entries);
    }

    private static void Line(string name, Transfer transfer, int rounds)
    {
        var context = new JudgingContext { At = Samples.JudgedOn };
        var narrative = Texts.Of(transfer).Sum(place => System.Text.Encoding.UTF8.GetByteCount(place.Text.Text_)) / 1024.0;
        var (micros, bytes) = Cpu.Of(rounds, () => GC.KeepAlive(RuleSets.Newest.Judge(transfer, context)));
        Console.WriteLine($"{name,-29} {micros,8:F1} {bytes,10:N0} {narrative,14:F1} {micros / narrative,12:F2} {micros / transfer.Chronology.Count,15:F2}");
    }

    // Six more children beside the two eldest, each with words of their own, and entries that name them in turn.
    private static Transfer Eight(int entries)
    {
        var transfer = Samples.Complete();
        for (var child = 0; child < 5; child++)
        {
            var copy = transfer.Persons.Single(person => person.Ref == "P3").Clone();
            copy.Ref = $"P{20 + child}";
            copy.DateOfBirth = $"201{child + 1}-03-05";
            transfer.Persons.Add(copy);
            transfer.Plans.Add(new Plan { Item = new() { Id = $"PLX{child}" }, Child = copy.Ref, Type = Plan.Types.Type.Cp });
            transfer.ChildAssessments.Add(new ChildAssessment
            {
                Item = new() { Id = $"AX{child}" }, Child = copy.Ref,
                Needs = new() { Text_ = string.Join(' ', Enumerable.Range(0, 45).Select(i => $"word{child}{i * 7}")) }, Risks = new() { Text_ = string.Join(' ', Enumerable.Range(0, 45).Select(i => $"fear{child}{i * 5}")) },
            });
        }
        var large = Samples.Large().Chronology.Where(entry => entry.Item.Id.StartsWith("EL", StringComparison.Ordinal)).ToList();
        for (var i = transfer.Chronology.Count; i < entries; i++)
        {
            var entry = large[i % large.Count].Clone();
            entry.Item.Id = $"EX{i}";
            entry.Persons.Add($"P{20 + (i % 5)}");
            transfer.Chronology.Add(entry);
        }
        return transfer;
    }
}
