using System.Globalization;
using System.Text.RegularExpressions;
using InfoSharing.V1;

namespace InfoSharing.Tests.Unit;

public partial class SampleShapeTests
{
    [Theory]
    [MemberData(nameof(SampleSet.All), MemberType = typeof(SampleSet))]
    public void Every_reference_names_something_of_the_same_transfer(string sample)
    {
        var transfer = SampleSet.Make(sample);
        var persons = transfer.Persons.Select(person => person.Ref).ToHashSet();
        var ids = Strings(transfer, Format.NewRef).ToHashSet();

        Strings(transfer, Format.PersonRef).Where(reference => !persons.Contains(reference)).ShouldBeEmpty();
        Strings(transfer, Format.ItemRef).Where(reference => !ids.Contains(reference)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleSet.All), MemberType = typeof(SampleSet))]
    public void Every_id_is_given_once(string sample)
    {
        var ids = Strings(SampleSet.Make(sample), Format.NewRef).ToList();

        ids.ShouldBeUnique();
        ids.Where(id => !RefForm().IsMatch(id)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleSet.All), MemberType = typeof(SampleSet))]
    public void Every_string_has_the_form_that_the_contract_asks(string sample)
    {
        var transfer = SampleSet.Make(sample);

        Strings(transfer, Format.Day)
            .Where(day => !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .ShouldBeEmpty();
        Strings(transfer, Format.Agency).Where(agency => !AgencyForm().IsMatch(agency)).ShouldBeEmpty();
        Strings(transfer, Format.Gss).Where(area => !GssForm().IsMatch(area)).ShouldBeEmpty();
        Strings(transfer, Format.Uuid).Where(id => !UuidForm().IsMatch(id)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleSet.All), MemberType = typeof(SampleSet))]
    public void Every_quotation_lies_within_its_text(string sample)
    {
        var texts = Tests.Contract.Values(SampleSet.Make(sample)).Select(value => value.Value).OfType<Text>();

        texts.Where(text => text.Quotes.Any(quote => quote.Start + quote.Length > text.Text_.EnumerateRunes().Count())).ShouldBeEmpty();
    }

    private static IEnumerable<string> Strings(Transfer transfer, Format format) => Tests.Contract.Values(transfer)
        .Where(value => value.Format == format)
        .Select(value => value.Value)
        .OfType<string>();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefForm();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AgencyForm();

    [GeneratedRegex("^[A-Z][0-9]{8}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GssForm();

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UuidForm();
}
