using InfoSharing.Tests.Benchmarks;
using InfoSharing.Tests.Benchmarks.Calling;
using InfoSharing.Tests.Benchmarks.Checking;
using InfoSharing.Tests.Benchmarks.Importing;
using InfoSharing.Tests.Benchmarks.Keeping;
using InfoSharing.Tests.Benchmarks.Moving;
using InfoSharing.Tests.Benchmarks.Wire;

// dotnet run -c Release --project tests/Benchmarks [-- check | rules | growth | peer | import [MB] | call [seconds] | wire [seconds] | append [seconds] | ledger [seconds] | move [seconds] [--distributed] | steps [seconds]]
// Each part is measured in a process of its own, so that none inherits another's memory.
switch (args.FirstOrDefault())
{
    case "check": CheckFigures.Print(); break;
    case "rules": RuleFigures.Print(); break;
    case "growth": GrowthFigures.Print(); break;
    case "peer": PeerFigures.Print(); break;
    case "import": ImportFigures.Print(megabytes: args.Length > 1 ? int.Parse(args[1]) : 100); break;
    case "call": await CallFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 2); break;
    case "wire": await WireFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 2); break;
    case WireServer.Part: await WireServer.Serve(); break;
    case "append": await AppendFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 3); break;
    case "ledger": await PostgresFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 3); break;
    case "steps": await StepFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 30); break;
    case "move" when args.Contains("--distributed"): await DistributedFigures.Print(seconds: args.Length > 2 ? double.Parse(args[1]) : 60); break;
    case "move": await MoveFigures.Print(seconds: args.Length > 1 ? double.Parse(args[1]) : 10); break;
    case null:
        Console.WriteLine(Machine.Describe());
        foreach (var part in new[] { "check", "growth", "peer", "import", "call", "wire", "append", "ledger", "move" }) await Machine.RunApart(part);
        break;
    default:
        await Console.Error.WriteLineAsync("Parts: check, rules, growth, peer, import [MB], call [seconds a round], wire [seconds a round], append [seconds a round], ledger [seconds a round], move [seconds a round], move SECONDS --distributed, steps [seconds]; without a part, all but the last two.");
        return 64;
}
return 0;
