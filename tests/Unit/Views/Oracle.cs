using System.Collections;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using InfoSharing.V1;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;
using AgencyKind = InfoSharing.V1.Party.Types.AgencyKind;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Unit.Views;

/// <summary>Says, slowly and without the product's own plan, which markers a recipient may not have.</summary>
internal static partial class Oracle
{
    /// <summary>Every recipient that a transfer lists.</summary>
    internal static IEnumerable<(Party Party, Transfer.Types.Copy? Copy)> Recipients(Transfer transfer)
    {
        if (transfer.Lead is not null) yield return (transfer.Lead, null);
        foreach (var copy in transfer.Copies) yield return (copy.Party, copy);
    }

    /// <summary>The markers that must not be in its view.</summary>
    internal static HashSet<string> Forbidden(Transfer transfer, Party to, Transfer.Types.Copy? copy)
    {
        var never = to.AgencyKind is AgencyKind.DaSpecialist or AgencyKind.EducationSetting;
        var feared = (transfer.DisclosureControls?.MustNotAlert.Count ?? 0) > 0
            || transfer.Persons.Any(person => person.Roles.Contains(Role.AllegedPerpetrator) || person.Roles.Contains(Role.YoungPersonWhoHarms));
        var named = copy is { LocationIncluded: true } && !string.IsNullOrWhiteSpace(copy.LocationReason);
        var hidden = never || (copy is not null && !named && (feared || !string.IsNullOrWhiteSpace(copy.Supervises)));
        var forbidden = new HashSet<string>();
        Visit(transfer, forbidden, handling => MayNotHave(handling, to, hidden, never), hidden);
        if (never)
            foreach (var kept in transfer.DisclosureControls?.KeepFromStaff ?? []) forbidden.UnionWith(Markers(kept));
        return forbidden;
    }

    internal static IEnumerable<string> Markers(IMessage message) => MarkersIn(JsonFormatter.Default.Format(message));

    internal static IEnumerable<string> MarkersIn(string words) => MarkerPattern().Matches(words).Select(match => match.Value);

    private static void Visit(IMessage message, HashSet<string> forbidden, Func<Handling, bool> mayNotHave, bool hidden)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var value = field.Accessor.GetValue(message);
            var isLocation = field.IsLocation();
            foreach (var one in value is IList list ? list.Cast<object>() : [value])
            {
                if (one is IMessage below)
                {
                    var handling = below is Item ? null : HandlingOf(below);
                    if ((hidden && isLocation) || (handling is not null && mayNotHave(handling))) forbidden.UnionWith(Markers(below));
                    Refuge(below, forbidden);
                    Visit(below, forbidden, mayNotHave, hidden);
                }
                else if (one is string words && hidden && isLocation) forbidden.UnionWith(MarkersIn(words));
            }
        }
    }

    private static void Refuge(IMessage message, HashSet<string> forbidden)
    {
        if (message is Location { Kind: Location.Types.Kind.Refuge or Location.Types.Kind.DaSafeAccommodation } refuge)
            forbidden.UnionWith(MarkerPattern().Matches(string.Join(' ', refuge.AddressLines) + refuge.Postcode).Select(match => match.Value));
    }

    private static Handling? HandlingOf(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message || field.IsRepeated) continue;
            if (field.MessageType == Item.Descriptor) return ((Item?)field.Accessor.GetValue(message))?.Handling;
            if (field.MessageType == Handling.Descriptor) return (Handling?)field.Accessor.GetValue(message);
        }
        return null;
    }

    private static bool MayNotHave(Handling handling, Party to, bool hidden, bool never)
    {
        if (handling.DataClass is DataClass.Unspecified or DataClass.Ordinary) return false;
        if (handling.DataClass == DataClass.Location) return hidden;
        if (never && handling.DataClass == DataClass.Intelligence) return true;
        var approved = handling.ApprovedBy is { } who && $"{who.Name}{who.Role}{who.Org}".Trim().Length > 0;
        return !handling.NamedFor.Contains(to.Agency) || string.IsNullOrWhiteSpace(handling.NecessaryBecause) || ((int)handling.DataClass is 3 or 4 or 5 && !approved);
    }

    [GeneratedRegex("mk[0-9]{6}mk", RegexOptions.None, 1000)]
    private static partial Regex MarkerPattern();
}
