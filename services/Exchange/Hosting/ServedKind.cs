using Kind = InfoSharing.V1.Party.Types.AgencyKind;

namespace InfoSharing.Exchange.Hosting;

/// <summary>The kind of agency that a service is made for.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record ServedKind(Kind Kind)
{
    /// <summary>Refuses an agency of another kind: it would be judged by the wrong minimum.</summary>
    /// <exception cref="CannotStartException">It is of another kind.</exception>
    internal void Check(string agency, Kind kind)
    {
        if (kind != Kind) throw new CannotStartException($"{agency} is an agency for {Words(kind)}, and this service is for {Words(Kind)}: start it with --agency and an agency for {Words(Kind)}, or start the service for {Words(kind)}.");
    }

    /// <summary>A kind in words: "social care".</summary>
    internal static string Words(Kind kind) => V1.Party.Descriptor.EnumTypes.Single(one => one.ClrType == typeof(Kind)).FindValueByNumber((int)kind).Name.ToLowerInvariant().Replace('_', ' ');
}
