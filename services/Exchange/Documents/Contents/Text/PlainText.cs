using System.Text;
using System.Text.RegularExpressions;

namespace InfoSharing.Exchange.Documents.Contents.Text;

/// <summary>Plain text: UTF-8, or UTF-16 that says so, without characters that no text has. A script without a mark of its own cannot be told from words; it stays text, and nothing starts it.</summary>
internal static partial class PlainText
{
    internal static JudgedDocument Judge(Stream file, ReadOnlySpan<byte> head)
    {
        if (IsMail(head)) throw NotTaken.Mail();
        var encoding = head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF])
            ? new UnicodeEncoding(bigEndian: head[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true)
            : (Encoding)new UTF8Encoding(false, throwOnInvalidBytes: true);
        var words = new WordsFound();
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 << 10, leaveOpen: true);
        var buffer = new char[16 << 10];
        try
        {
            for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
            {
                var now = buffer.AsSpan(0, read);
                foreach (var letter in now)
                    if (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f')) throw NotTaken.Kind();
                words.Add(now);
            }
        }
        catch (DecoderFallbackException)
        {
            throw NotTaken.Kind();
        }
        return new("text/plain", file) { Words = words.ToString(), NotSearched = words.Why };
    }

    private static bool IsMail(ReadOnlySpan<byte> head) => MailHeader().Count(Encoding.ASCII.GetString(head)) >= 2 && FirstHeader().IsMatch(Encoding.ASCII.GetString(head[..Math.Min(head.Length, 200)]));

    [GeneratedRegex(@"^(Received|Return-Path|Message-ID|MIME-Version|X-[A-Za-z-]+|Delivered-To|DKIM-Signature): ", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailHeader();

    [GeneratedRegex(@"^[A-Za-z-]+: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstHeader();
}
