using System.Reflection;

namespace InfoSharing.Exchange;

/// <summary>The version of this software, as receipts and flows say it.</summary>
internal static class Software
{
    /// <summary>"1.0.0", without the commit that a build may add.</summary>
    public static string Version { get; } =
        typeof(Software).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
