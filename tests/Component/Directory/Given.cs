using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Parcels.Sealing;
using InfoSharing.Tests.Component.Parcels;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Directories;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    public static DirectoryContent Directory(Agencies agencies, ulong number = 5) => new()
    {
        Number = number,
        NotBefore = Now.AddDays(-1).ToTimestamp(),
        ExpiresAt = Now.AddDays(30).ToTimestamp(),
        Agencies = { Agency(agencies.Leeds), Agency(agencies.Sandwell) },
        Agreements = { Agreement(agencies.Leeds.Agency, agencies.Sandwell.Agency) },
    };

    public static DirectoryAgency Agency(AgencyKeys keys) => new()
    {
        Id = keys.Agency,
        Name = keys.Agency,
        AreaGss = "E08000035",
        Contacts = new() { EmergencyPhone = "0113 496 0000", OutOfHoursPhone = "0113 496 0001", DutyInbox = "duty@example.org", EscalationRoles = { "duty manager" } },
        Signing = { Key(keys.Signing, -10, 100) },
        Sealing = { Key(keys.Sealing, -10, 100) },
    };

    public static DirectoryAgency.Types.Key Key(X509Certificate2 certificate, int fromDays, int untilDays) => new()
    {
        Certificate = ByteString.CopyFrom(certificate.RawData),
        NotBefore = Now.AddDays(fromDays).ToTimestamp(),
        NotAfter = Now.AddDays(untilDays).ToTimestamp(),
    };

    public static SharingAgreement Agreement(string from, string to) => new()
    {
        From = from,
        To = to,
        NotBefore = Now.AddDays(-10).ToTimestamp(),
        ExpiresAt = Now.AddDays(10).ToTimestamp(),
    };
}
