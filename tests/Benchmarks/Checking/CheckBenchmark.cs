using BenchmarkDotNet.Attributes;
using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Judging;
using InfoSharing.Validator.Rules;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>Judging a sample with every rule. The floor is reading the same transfer from its bytes.</summary>
[MemoryDiagnoser]
public class CheckBenchmark
{
    private readonly JudgingContext _context = new() { At = Samples.JudgedOn };
    private Transfer _transfer = new();
    private byte[] _bytes = [];

    /// <summary>Which sample.</summary>
    [Params("complete", "large")]
    public string Sample { get; set; } = "";

    /// <summary>Reads the sample.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _transfer = Sample == "complete" ? Samples.Complete() : Samples.Large();
        _bytes = _transfer.ToByteArray();
    }

    /// <summary>The floor: reading the transfer from its bytes.</summary>
    [Benchmark(Baseline = true)]
    public Transfer Read() => Transfer.Parser.ParseFrom(_bytes);

    /// <summary>All rules and the report.</summary>
    [Benchmark]
    public Report Judge() => RuleSets.Newest.Judge(_transfer, _context);
}
