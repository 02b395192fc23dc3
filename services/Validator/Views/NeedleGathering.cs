using InfoSharing.Validator.Codes;
using InfoSharing.Validator.Facts;

namespace InfoSharing.Validator.Views;

/// <summary>Gathers, from what is written, the places that must not be found in words.</summary>
internal sealed class NeedleGathering(Transfer transfer, ISet<string> kept, bool isKeptFromSomebody)
{
    private readonly List<Needle> _needles = [];
    private HashSet<string>? _residents;
    private bool _anybodyLivesProtected;

    /// <summary>Refuges' addresses, which nobody may have (IS-816).</summary>
    internal static List<Needle> Refuges(Transfer transfer)
    {
        var needles = new List<Needle>();
        foreach (var location in transfer.Locations)
        {
            if (!IsRefuge(location)) continue;
            Address.AddTo(needles, location.AddressLines, Reach.Refuge);
            Postcode.AddTo(needles, location.Postcode, Reach.Refuge);
        }
        return needles;
    }

    /// <summary>A REFUGE or DA_SAFE_ACCOMMODATION.</summary>
    internal static bool IsRefuge(Location location) => location.Kind is Location.Types.Kind.Refuge or Location.Types.Kind.DaSafeAccommodation;

    /// <summary>What IS-805 looks for: all LOCATION when somebody must not be alerted, else the PROTECTED places and what is registered for those who live there.</summary>
    internal List<Needle> Places()
    {
        foreach (var location in transfer.Locations)
        {
            if (location.Protection != Location.Types.Protection.Protected && !(isKeptFromSomebody && IsGuarded(location))) continue;
            Address.AddTo(_needles, location.AddressLines, Reach.Place);
            Postcode.AddTo(_needles, location.Postcode, Reach.Place);
            PoBox(location.PoBox);
            Phone(location.DutyNumber);
        }
        foreach (var one in transfer.Registrations)
            if (IsGuarded(one.Child)) Code(one.OrganisationCode, PartOf(one.Kind));
        foreach (var one in transfer.ChildAssessments)
            if (one.Unborn is { } unborn && IsGuarded(one.Child)) Code(unborn.HospitalCode, Part.ORGANISATION_CODE);
        foreach (var person in transfer.Persons)
        {
            if (person.Contacts.Count == 0 || !IsGuarded(person.Ref)) continue;
            foreach (var contact in person.Contacts)
                if (contact.Kind != Person.Types.Contact.Types.Kind.Email) Phone(contact.Value);
        }
        foreach (var one in transfer.SafeContact)
            if (IsGuarded(one.Person)) Phone(one.Number);
        if (isKeptFromSomebody && transfer.Alert?.WhereNowOrLast is { } where)
            foreach (var code in Postcode.In(where.Text_)) Postcode.AddTo(_needles, where.Text_[code], Reach.Place);
        return _needles;
    }

    /// <summary>The names of the areas that the family moves to or through, for the agency that supervises the person causing harm. The sender's own is no news to it.</summary>
    internal static List<Needle> Areas(Transfer transfer)
    {
        var needles = new List<Needle>();
        var ours = ChildrensServicesAuthorities.FindByGss(transfer.From?.AreaGss);
        if (transfer.Lead is { } lead && lead.Agency != transfer.From?.Agency) Add(lead.Agency);
        var areas = transfer.Copies.Where(static copy => copy.Supervises.IsBlank()).Select(static copy => copy.Party?.AreaGss).Append(transfer.Lead?.AreaGss).Concat(transfer.Moves.Select(static move => move.AreaGss));
        foreach (var gss in areas.Distinct())
        {
            if (ChildrensServicesAuthorities.FindByGss(gss) is not { } area || area == ours) continue;
            Add(area.Name);
            Add(area.Slug);
        }
        return needles;

        void Add(string name)
        {
            var plain = Plain.Of(name);
            if (plain.Length >= 2) needles.Add(new(plain, Reach.Area, Part.NONE, true, false));
        }
    }

    // A place is no secret from those who live there, and their own number gives nobody away.
    private bool IsGuarded(Location location) => location.Of.Count == 0 || location.Of.Any(one => !kept.Contains(one));

    private bool IsGuarded(string person) => isKeptFromSomebody ? !kept.Contains(person) : LivesProtected(person);

    private bool LivesProtected(string person)
    {
        if (_residents is null)
        {
            _residents = [];
            foreach (var location in transfer.Locations)
            {
                if (location.Protection != Location.Types.Protection.Protected) continue;
                if (location.Of.Count == 0) _anybodyLivesProtected = true;
                _residents.UnionWith(location.Of);
            }
        }
        return _anybodyLivesProtected || _residents.Contains(person);
    }

    private void PoBox(string written)
    {
        var plain = Plain.Of(written);
        if (plain.Length == 0) return;
        var number = plain.StartsWith("pobox", StringComparison.Ordinal) ? plain : "pobox" + plain;
        _needles.Add(new(number, Reach.Place, Part.PO_BOX, true, false));
    }

    // The last ten digits or fewer: with a leading 0, with +44, with (0), however it is spaced.
    private void Phone(string written)
    {
        var plain = Plain.Of(written);
        var longest = "";
        for (var (start, end) = (0, 0); start < plain.Length; start = end + 1)
        {
            end = start;
            while (end < plain.Length && char.IsAsciiDigit(plain[end])) end++;
            if (end - start > longest.Length) longest = plain[start..end];
        }
        var number = longest.StartsWith("0044", StringComparison.Ordinal) ? longest[4..] : longest.Length > 11 && longest.StartsWith("44", StringComparison.Ordinal) ? longest[2..] : longest;
        number = number.TrimStart('0');
        if (number.Length >= 6) _needles.Add(new(number, Reach.Place, Part.PHONE, false, false));
    }

    private void Code(string written, Part part)
    {
        var plain = Plain.Of(written);
        if (plain.Length >= 3) _needles.Add(new(plain, Reach.Place, part, true, true));
    }

    private static Part PartOf(Registration.Types.Kind kind) => kind switch
    {
        Registration.Types.Kind.Gp => Part.GP,
        Registration.Types.Kind.School or Registration.Types.Kind.Nursery => Part.SCHOOL,
        Registration.Types.Kind.HealthVisitor or Registration.Types.Kind.Midwife => Part.HEALTH_VISITOR,
        _ => Part.ORGANISATION_CODE,
    };
}
