using System.Collections.Concurrent;
using InfoSharing.Kit.Reading;

namespace InfoSharing.Tests.Unit.Kit;

/// <summary>Each rule's example, read once for all tests. Nobody changes one: they clone it.</summary>
internal static class Examples
{
    private static readonly ConcurrentDictionary<string, RuleExample?> Known = new();

    internal static RuleExample? Of(string id) => Known.GetOrAdd(id, ExampleSet.Find);
}
