using InfoSharing.V1;
using static InfoSharing.Tests.LargeWords;

namespace InfoSharing.Tests;

/// <summary>
/// Grows the clean transfer to 64 kB by what a longer case has: visits, observations, documents. Nothing is random: entry n is always
/// the same, and no two say the same. No incident and no referral is added, so the rules find nothing new.
/// </summary>
internal static class LargeBuilder
{
    private const int Size = 65_000;
    private static readonly DateOnly FirstDay = new(2025, 2, 12);
    private const int Days = 600;

    public static Transfer From(Transfer transfer)
    {
        transfer.Id = "019a9c64-a0f3-7d48-8b26-90c5e7f1d34a";
        for (var number = 0; transfer.CalculateSize() < Size; number++)
        {
            transfer.Chronology.Add(Entry(number));
            if (number % 3 == 0)
            {
                transfer.Claims.Add(Observation(number));
            }

            if (number % 12 == 0)
            {
                transfer.Documents.Add(Paper(number));
            }
        }

        var inOrder = transfer.Chronology.OrderBy(entry => entry.On, StringComparer.Ordinal).ToList();
        transfer.Chronology.Clear();
        transfer.Chronology.AddRange(inOrder);
        return transfer;
    }

    private static ChronologyEntry Entry(int number)
    {
        var (child, name) = Children[number % Children.Length];
        var kind = Kinds[number % Kinds.Length];
        return new ChronologyEntry
        {
            Item = ItemOf($"EL{number}"),
            On = Day(number),
            Kind = kind,
            Persons = { "P1", child },
            ByAgency = "leeds-social-care",
            Text = new Text { Text_ = $"{Workers[number % Workers.Length]} {Pick(Openings, number, 7)} {name} {Pick(Places, number, 5)}. {Seen(number)} {Pick(Next, number, 11)}" },
        };
    }

    private static Claim Observation(int number)
    {
        var (child, name) = Children[(number + 1) % Children.Length];
        return new Claim
        {
            Item = ItemOf($"CL{number}"),
            Text = new Text { Text_ = $"{name}, {Pick(Places, number, 3)}: {Seen(number + 97)}" },
            About = { child },
            SourceType = Claim.Types.SourceType.ProfessionalObservation,
            Subject = Claim.Types.Subject.Other,
            Effect = Claim.Types.Effect.Neutral,
            Risk = RiskLevel.Low,
            Corroboration = Claim.Types.Corroboration.None,
            ObservedOn = Day(number),
            Status = Claim.Types.Status.Closed,
        };
    }

    private static Document Paper(int number)
    {
        var digest = new byte[32];
        for (var place = 0; place < digest.Length; place++)
        {
            digest[place] = (byte)((number * 131) + (place * 37));
        }

        return new Document
        {
            Item = ItemOf($"DL{number}"),
            Kind = Document.Types.Kind.Other,
            About = { Children[number % Children.Length].Ref },
            MadeOn = Day(number),
            Sha256 = Google.Protobuf.ByteString.CopyFrom(digest),
            Bytes = (ulong)(20_000 + (number * 613)),
            MediaType = "application/pdf",
        };
    }

    private static Item ItemOf(string id) => new()
    {
        Id = id,
        Source = new Source { Agency = "leeds-social-care", RecordId = $"REC-{id}" },
        Handling = new Handling { ShareWithFamily = Handling.Types.ShareWithFamily.No },
    };

    private static string Seen(int number) => $"{Pick(Mood, number, 13)} {Pick(Body, number, 3)} {Pick(Home, number, 17)}";

    private static string Day(int number) => FirstDay.AddDays((number * 5) % Days).ToString("yyyy-MM-dd");

    // Steps of different lengths through lists of different lengths: the same words meet again, the same sentences in a row do not.
    private static string Pick(string[] words, int number, int step) => words[((number * step) + (number / words.Length)) % words.Length];
}
