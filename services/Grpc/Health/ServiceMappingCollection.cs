using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Services, each with the health checks that it stands on.</summary>
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    private readonly Dictionary<string, ServiceMapping> mappings = [];

    /// <summary>Reports on a service by the checks that the predicate takes; with none, it is well. Replaces what was said of it.</summary>
    /// <param name="name">Name with package; empty for the server as a whole.</param>
    /// <param name="predicate">Which checks count.</param>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => mappings[name] = new ServiceMapping(name, predicate);

    /// <summary>Stops reporting on a service.</summary>
    public void Remove(string name) => mappings.Remove(name);

    /// <summary>Stops reporting on all services.</summary>
    public void Clear() => mappings.Clear();

    /// <inheritdoc/>
    public IEnumerator<ServiceMapping> GetEnumerator() => mappings.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryGet(string name, [NotNullWhen(true)] out ServiceMapping? mapping) => mappings.TryGetValue(name, out mapping);
}
