using System.Text;
using Google.Protobuf;
using InfoSharing.Tests.Unit.Support;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;
using InfoSharing.Validator.Views;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Tests.Unit.Views;

/// <summary>What must hold of every view of every transfer. INFOSHARING_ROUNDS runs more of them.</summary>
[Trait("Rounds", "many")]
public sealed class ViewPropertyTests
{
    [Fact]
    public void Nothing_of_a_class_reaches_the_bytes_of_a_view_it_is_not_meant_for()
    {
        var forbiddenOnes = 0;
        for (var seed = 0; seed < Rounds.Many; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            foreach (var (party, copy) in Oracle.Recipients(transfer))
            {
                var forbidden = Oracle.Forbidden(transfer, party, copy);
                var view = View.For(transfer, party.Agency);
                // Whatever stands in a field stands in the bytes.
                Oracle.MarkersIn(Encoding.UTF8.GetString(view.Transfer.ToByteArray())).Where(forbidden.Contains).ShouldBeEmpty($"seed {seed}, {party.Agency}");
                forbiddenOnes += forbidden.Count;
            }
        }
        forbiddenOnes.ShouldBeGreaterThan(Rounds.Many * 20);
    }

    [Fact]
    public void What_is_not_forbidden_and_leaks_nothing_stays()
    {
        for (var seed = 0; seed < Rounds.Some; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            foreach (var copy in transfer.Copies) copy.Supervises = "";
            foreach (var (party, copy) in Oracle.Recipients(transfer))
            {
                var allowed = Oracle.Markers(transfer).ToHashSet();
                allowed.ExceptWith(Oracle.Forbidden(transfer, party, copy));
                var view = View.For(transfer, party.Agency);
                // Words are searched for places in copies alone; a protected place goes whole.
                var searched = transfer.Locations.Any(location => location.Protection == Location.Types.Protection.Protected) || transfer.DisclosureControls?.MustNotAlert.Count > 0;
                if (copy is not null && searched) continue;
                allowed.ExceptWith(Oracle.Markers(view.Transfer));
                allowed.ShouldBeEmpty($"seed {seed}, {party.Agency}");
            }
        }
    }

    [Fact]
    public void A_view_changes_nothing_is_the_same_each_time_and_its_view_is_itself()
    {
        for (var seed = 0; seed < Rounds.Few; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            Planted.Into(transfer, new Random(seed));
            var before = transfer.Clone();
            foreach (var (party, _) in Oracle.Recipients(transfer))
            {
                var view = View.For(transfer, party.Agency);
                transfer.Equals(before).ShouldBeTrue($"seed {seed}");
                View.For(transfer, party.Agency).Transfer.Equals(view.Transfer).ShouldBeTrue($"seed {seed}");
                var again = View.For(view.Transfer, party);
                again.Transfer.Equals(view.Transfer).ShouldBeTrue($"seed {seed}, {party.Agency}: {string.Join(", ", again.Withheld.Select(one => one.Field))}");
            }
        }
    }

    [Fact]
    public void A_planted_protected_place_is_in_no_searched_view_and_a_refuge_in_none()
    {
        for (var seed = 0; seed < Rounds.Some; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            var planted = Planted.Into(transfer, new Random(seed));
            foreach (var (party, copy) in Oracle.Recipients(transfer))
            {
                var searched = copy is not null
                    && (!copy.LocationIncluded || string.IsNullOrWhiteSpace(copy.LocationReason) || party.AgencyKind is Party.Types.AgencyKind.DaSpecialist or Party.Types.AgencyKind.EducationSetting);
                if (!planted.IsRefuge && !searched) continue;
                var view = JsonFormatter.Default.Format(View.For(transfer, party.Agency).Transfer);
                foreach (var words in Planted.Written(searched)) view.Contains(words, StringComparison.Ordinal).ShouldBeFalse($"seed {seed}, {party.Agency}: {words}");
            }
        }
    }

    [Fact]
    public void The_agency_that_supervises_gets_no_name_of_the_new_area()
    {
        var seen = 0;
        for (var seed = 0; seed < Rounds.Few; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            if (transfer.Lead is not { AreaGss.Length: > 0 } lead) continue;
            var area = ChildrensServicesAuthorities.FindByGss(lead.AreaGss)!;
            transfer.Persons[0].Description = new Text { Text_ = $"Says that they like {area.Name}." };
            foreach (var copy in transfer.Copies)
            {
                if (copy.Supervises.Length == 0 || copy.Party.AreaGss == lead.AreaGss || transfer.From.AreaGss == lead.AreaGss) continue;
                var view = JsonFormatter.Default.Format(View.For(transfer, copy.Party.Agency).Transfer);
                view.ShouldNotContain(lead.AreaGss, customMessage: $"seed {seed}");
                view.ShouldNotContain($"\"{lead.Agency}\"", customMessage: $"seed {seed}");
                view.ShouldNotContain($" {area.Name}.", customMessage: $"seed {seed}");
                view.ShouldContain(transfer.From.Agency);
                seen++;
            }
        }
        seen.ShouldBeGreaterThan(Rounds.Few / 20);
    }

    [Fact]
    public void The_lead_gets_everything_where_nothing_is_restricted()
    {
        for (var seed = 0; seed < Rounds.Some; seed++)
        {
            var transfer = RandomTransfers.Make(seed);
            if (transfer.Lead is null || transfer.Lead.AgencyKind is Party.Types.AgencyKind.DaSpecialist or Party.Types.AgencyKind.EducationSetting) continue;
            foreach (var handling in Leaves.Of<Handling>(transfer)) handling.DataClass = seed % 2 == 0 ? DataClass.Ordinary : DataClass.Location;
            foreach (var location in transfer.Locations) location.Kind = Location.Types.Kind.Home;
            var view = View.For(transfer, transfer.Lead.Agency);
            view.Transfer.Equals(transfer).ShouldBeTrue($"seed {seed}");
            view.Withheld.ShouldBeEmpty();
        }
    }
}
