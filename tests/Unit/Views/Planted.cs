using InfoSharing.V1;

namespace InfoSharing.Tests.Unit.Views;

/// <summary>A protected place, and words all over the transfer that give it away.</summary>
internal sealed record Planted(bool IsRefuge)
{
    private static readonly string[] Address = ["14 Larkspur Rise", "14A LARKSPUR RISE", "larkspur  rise", "Heron House"];
    private static readonly string[] Postcode = ["QX8 1ZZ", "qx81zz", "QX8  1zz", "QX8-1ZZ"];
    private static readonly string[] Others = ["QX8", "P.O. Box 7731", "07700 900123", "+44 7700 900 123", "0044 (0)7700-900123", "G99017", "URN 9107564", "Birkenthwaite"];

    /// <summary>What was written, in the forms in which it was.</summary>
    internal static IEnumerable<string> Written(bool searched) => searched ? [.. Address, .. Postcode, .. Others] : [.. Address, .. Postcode];

    internal static Planted Into(Transfer transfer, Random random)
    {
        var planted = new Planted(random.Next(2) == 0);
        var writers = Leaves.Writers(transfer);
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var words = Written(true).ElementAt(random.Next(16));
            writers[random.Next(writers.Count)](before => random.Next(2) == 0 ? $"{before} {words}" : $"At {words}, {before}.");
        }
        transfer.Locations.Add(new Location
        {
            Item = new Item { Id = "L99" },
            Kind = planted.IsRefuge ? Location.Types.Kind.Refuge : Location.Types.Kind.Home,
            AddressLines = { "Heron House", "Flat 3, 14 Larkspur Rise", "Birkenthwaite", "Leeds" },
            Postcode = "QX8 1ZZ",
            PoBox = "PO Box 7731",
            DutyNumber = "07700 900123",
            Protection = Location.Types.Protection.Protected,
        });
        transfer.Registrations.Add(new Registration { Item = new Item { Id = "R98" }, Child = "P1", Kind = Registration.Types.Kind.Gp, OrganisationCode = "G99017" });
        transfer.Registrations.Add(new Registration { Item = new Item { Id = "R99" }, Child = "P1", Kind = Registration.Types.Kind.School, OrganisationCode = "9107564" });
        // P1's own registrations give P1's place away; nobody else's does when P1 alone is kept from it.
        foreach (var entry in transfer.DisclosureControls?.MustNotAlert ?? []) entry.Person = "";
        foreach (var person in transfer.Persons) if (person.Ref == "P1") person.Roles.Clear();
        return planted;
    }
}
