using System.Text;

namespace InfoSharing.Exchange.Documents.Contents;

/// <summary>Programs, by how they begin. None is taken, alone or inside another document.</summary>
internal static class Executables
{
    /// <summary>How many bytes of a file's beginning are looked at.</summary>
    internal const int HeadBytes = 4096;

    private static readonly (byte[] Head, string What)[] Heads =
    [
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([0xFE, 0xED, 0xFA, 0xCE], "a program"), ([0xFE, 0xED, 0xFA, 0xCF], "a program"), ([0xCE, 0xFA, 0xED, 0xFE], "a program"), ([0xCF, 0xFA, 0xED, 0xFE], "a program"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        ("dex\n"u8.ToArray(), "a program"),
        ([0, (byte)'a', (byte)'s', (byte)'m'], "a program"),
        ([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], "a shortcut that starts a program"),
        ("#!"u8.ToArray(), "a script"),
    ];

    private static readonly string[] ScriptWords = ["<script", "<?php", "<html", "<!doctype html", "<svg", "<hta:", "<job", "<package"];

    /// <summary>What the beginning of a file shows it to be; null where it is no program.</summary>
    internal static string? In(ReadOnlySpan<byte> head)
    {
        foreach (var (begins, what) in Heads)
            if (head.StartsWith(begins)) return what;
        var text = Encoding.ASCII.GetString(head[..Math.Min(head.Length, 256)]).TrimStart('?', ' ', '\t', '\r', '\n').ToLowerInvariant();
        return Array.Exists(ScriptWords, text.StartsWith) ? "a web page or script" : null;
    }
}
