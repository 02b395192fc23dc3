using Xunit.v3;

namespace InfoSharing.Tests.Rpc;

/// <summary>
/// On a test: which point of the checklist of a correct gRPC stack it proves. `--filter Point=12` runs the tests of one.
/// The specification is PROTOCOL-HTTP2.md and its neighbours in grpc/grpc doc.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PointAttribute(int number) : Attribute, ITraitAttribute
{
    public int Number => number;

    /// <summary>Where the official .NET stack departs from the specification, which ours follows: what that stack does.</summary>
    public string? Official { get; init; }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Point", number.ToString())];
}
