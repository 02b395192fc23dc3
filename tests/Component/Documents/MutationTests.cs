using System.Diagnostics;
using InfoSharing.Exchange.Api.Failing;

namespace InfoSharing.Tests.Component.Documents;

/// <summary>Files that somebody changed: each is taken or refused, in a bounded time, and nothing else happens. INFOSHARING_ROUNDS runs more of them.</summary>
[Trait("Rounds", "many")]
public sealed class MutationTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("INFOSHARING_ROUNDS"), out var rounds) ? rounds : 2_000;

    private static readonly byte[][] Files =
        [Papers.Pdf(), Papers.Pdf(packed: false, image: Papers.Jpeg()), Papers.PackedPdf("<< /Author (a) >>"), Papers.Docx(), Papers.Odt(), Papers.Jpeg(), Papers.Png(), Papers.Tiff(), Papers.Rtf(), Papers.Utf("words")];

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_taken_or_refused()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var file = Changed((byte[])Files[random.Next(Files.Length)].Clone(), random);
            var since = Stopwatch.GetTimestamp();
            try
            {
                ContentTests.Judge(file).Dispose();
            }
            catch (DocumentNotTakenException)
            {
                // refused, as it may be
            }
            catch (Exception other)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}: {other.GetType().Name}", other);
            }
            if (Stopwatch.GetElapsedTime(since) is var took && took > slowest) slowest = took;
        }
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(10), $"seed {seed}");
    }

    private static byte[] Changed(byte[] file, Random random)
    {
        for (var times = random.Next(1, 6); times > 0 && file.Length > 4; times--)
        {
            var at = random.Next(file.Length);
            switch (random.Next(6))
            {
                case 0: file[at] = (byte)random.Next(256); break;
                case 1: file = file[..at]; break;
                case 2: file = [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 64))..]]; break;
                case 3: file = [.. file[..at], .. file[(at / 2)..at], .. file[at..]]; break;
                case 4: file.AsSpan(at, Math.Min(file.Length - at, 4)).Fill(0xFF); break;
                default: file[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return file;
    }
}
