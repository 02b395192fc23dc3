using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace InfoSharing.Exchange.Ledger.Migrations;

/// <summary>One numbered change of an engine's tables.</summary>
/// <param name="Number">Its number, from 1, without gaps.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the SQL: a migration that has been run is never edited.</summary>
    internal byte[] Digest => SHA256.HashData(Encoding.UTF8.GetBytes(Sql));

    /// <summary>The migrations of an engine, in order, from the program itself.</summary>
    internal static IReadOnlyList<Migration> Of(string engine)
    {
        var folder = $"migrations/{engine}/";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => new Migration(int.Parse(name.AsSpan(folder.Length, 4)), name[folder.Length..], Read(assembly, name)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
