using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Directories;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Development;

/// <summary>The signed directory of the development network. It is made anew, with a higher number, when keys were made or its end is near.</summary>
internal static class DevelopmentDirectory
{
    /// <summary>Leaves the file where it says what it should and holds for a while yet; otherwise makes the next one.</summary>
    internal static void Renew(DevelopmentFolder folder, IReadOnlyList<X509Certificate2> officers, DateTimeOffset now)
    {
        var there = Content(folder.Directory);
        if (there is not null && IsGood(folder.Directory, officers, now) && there.ExpiresAt.ToDateTimeOffset() - now > DevelopmentKeys.RenewedBefore
            && there.Equals(Made(folder, there.Number, there.NotBefore, there.ExpiresAt)))
            return;

        // Rises even where the last file was lost: services remember the highest number that they saw.
        var number = Math.Max((there?.Number ?? 0) + 1, (ulong)now.ToUnixTimeSeconds());
        var made = Made(folder, number, now.AddDays(-1).ToTimestamp(), (now + DevelopmentKeys.Lasts).ToTimestamp());
        PrivateFiles.Write(folder.Directory, SignedDirectory.Sign(made, officers.Take(DevelopmentAuthority.Required)));
    }

    private static DirectoryContent Made(DevelopmentFolder folder, ulong number, Timestamp from, Timestamp until) => new()
    {
        Number = number,
        NotBefore = from,
        ExpiresAt = until,
        Development = true,
        Agencies = { DevelopmentAgencies.All.Select(agency => Entry(folder, agency)) },
        Agreements = { DevelopmentAgencies.Agreements.Select(pair => new SharingAgreement { From = pair.From, To = pair.To, NotBefore = from, ExpiresAt = until }) },
    };

    private static DirectoryAgency Entry(DevelopmentFolder folder, DevelopmentAgency agency)
    {
        var entry = DevelopmentAgencies.EntryOf(agency);
        var files = new AgencyKeyFiles(folder.Keys(agency.Id));
        // What a retired key signed must still verify. Nobody seals to a retired one.
        entry.Signing.AddRange(DevelopmentKeys.RetiredOf(files.Signing).Prepend(files.Signing).Select(Key));
        entry.Sealing.Add(Key(files.Sealing));
        return entry;
    }

    private static DirectoryAgency.Types.Key Key(string file)
    {
        using var certificate = DevelopmentKeys.Read(file);
        return new()
        {
            Certificate = ByteString.CopyFrom(certificate.RawData),
            NotBefore = new DateTimeOffset(certificate.NotBefore).ToTimestamp(),
            NotAfter = new DateTimeOffset(certificate.NotAfter).ToTimestamp(),
        };
    }

    private static bool IsGood(string file, IReadOnlyList<X509Certificate2> officers, DateTimeOffset now) =>
        SignedDirectory.Read(File.ReadAllBytes(file), new() { Officers = officers, Required = DevelopmentAuthority.Required, AllowsDevelopment = true }, now).Directory is not null;

    private static DirectoryContent? Content(string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            var signed = new SignedCms();
            signed.Decode(File.ReadAllBytes(file));
            return DirectoryContent.Parser.ParseFrom(signed.ContentInfo.Content);
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidProtocolBufferException)
        {
            return null; // not one of ours any more: the next one is made
        }
    }
}
