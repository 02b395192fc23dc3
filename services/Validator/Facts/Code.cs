using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Facts;

/// <summary>Values of the contract's enums as the contract writes them: <c>CHILD_ASSESSMENT</c>.</summary>
internal static class Code
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The code of a value; its number where a newer version of the contract made it.</summary>
    internal static string Of(Enum value) => Known.GetOrAdd(value, static one =>
        one.GetType().GetField(one.ToString())?.GetCustomAttribute<OriginalNameAttribute>()?.Name ?? one.ToString());
}
