using System.Collections;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Views;

/// <summary>Goes once through a transfer, in the order of the contract, and marks what any recipient's view may have to leave out.</summary>
internal sealed class MarkFinder
{
    private readonly Transfer _transfer;
    private readonly Needles _needles;
    private readonly bool _areas;
    private readonly string _lead;
    private readonly List<Mark> _marks = [];

    private MarkFinder(Transfer transfer, Needles needles, bool areas)
    {
        _transfer = transfer;
        _needles = needles;
        _areas = areas;
        _lead = transfer.Lead?.Agency ?? "";
    }

    /// <summary>The marks.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="needles">What to look for in words; with none, words are not read.</param>
    /// <param name="areas">Whether to mark what names an area: somebody supervises.</param>
    internal static List<Mark> Find(Transfer transfer, Needles needles, bool areas)
    {
        var finder = new MarkFinder(transfer, needles, areas);
        finder.Walk(transfer, ViewShape.Of(Transfer.Descriptor), null, null, areas);
        return finder._marks;
    }

    // "keeper" is the item whose own marking is being read: words that leak there take the item with them.
    private void Walk(IMessage message, ViewShape shape, Place? above, Place? keeper, bool areas)
    {
        var isRefuge = message is Location place && NeedleGathering.IsRefuge(place);
        foreach (var step in _areas || !_needles.IsEmpty ? shape.Every : shape.Marked)
        {
            if (step.IsCountry && !areas) continue;
            var value = step.Member.Get(message);
            if (value is null) continue;
            if (step.IsList)
            {
                var many = (IList)value;
                if (many.Count == 0) continue;
                MarkField(step, above, isRefuge);
                for (var i = 0; i < many.Count; i++) Enter(many[i]!, step, above, i, keeper, areas);
            }
            else if (!step.IsString || ((string)value).Length > 0)
            {
                MarkField(step, above, isRefuge);
                Enter(value, step, above, -1, keeper, areas);
            }
        }
    }

    private void MarkField(Step step, Place? above, bool isRefuge)
    {
        var member = step.Member;
        if (isRefuge && member.Name is "address_lines" or "postcode") Add(MarkKind.RefugeAddress, new(above, member, "", -1));
        if (member.IsLocation) Add(MarkKind.Location, new(above, member, "", -1));
        if (step.IsKeepFromStaff) Add(MarkKind.KeepFromStaff, new(above, member, "", -1));
    }

    private void Enter(object one, Step step, Place? above, int index, Place? keeper, bool areas)
    {
        var member = step.Member;
        if (step.IsString) Words((string)one, step, above, index, keeper, areas);
        else if (member.IsText) Texts((Text)one, member, above, index, keeper);
        else if (step.IsCountry) Country(one, new(above, member, "", index), areas);
        else if (step.IsOwnMark) Walk((IMessage)one, step.Below!, new(above, member, "", index), keeper ?? above, areas);
        else
        {
            var message = (IMessage)one;
            var place = new Place(above, member, index < 0 ? "" : step.Below!.IdOf(message), index);
            MarkMessage(message, step, place);
            Walk(message, step.Below!, place, keeper, areas && member.Name is not ("from" or "case_owner" or "approved_by"));
        }
    }

    private void MarkMessage(IMessage message, Step step, Place place)
    {
        var handling = step.Below!.HandlingOf(message);
        if (handling is not null && handling.DataClass is not (DataClass.Unspecified or DataClass.Ordinary)) _marks.Add(new(MarkKind.Classed, place, handling, default, ""));
        if (message is Location { Protection: Location.Types.Protection.Protected }) Add(MarkKind.Protected, place);
        if (step.IsWho && step.Member.Name != "approved_by" && _lead.Length > 0 && ((Who)message).Org == _lead) Add(MarkKind.ReceivingTeam, place);
    }

    private void Words(string words, Step step, Place? above, int index, Place? keeper, bool areas)
    {
        if (areas && step.IsArea && !words.IsBlank() && !IsOurs(words)) _marks.Add(new(MarkKind.Area, new(above, step.Member, "", index), null, default, words));
        if (step.IsSearched && !_needles.IsEmpty) Leak(_needles.Search(words), step.Member, above, index, keeper);
    }

    private void Texts(Text text, Member member, Place? above, int index, Place? keeper)
    {
        if (_needles.IsEmpty) return;
        var hit = _needles.Search(text.Text_);
        foreach (var quote in text.Quotes)
        {
            var said = _needles.Search(quote.SaidBy);
            hit = new(hit.In | said.In, hit.Of | said.Of);
        }
        Leak(hit, member, above, index, keeper);
    }

    private void Country(object country, Place place, bool areas)
    {
        if (areas && (Party.Types.Country)country is not Party.Types.Country.Unspecified and var one && one != _transfer.From?.Country) Add(MarkKind.Area, place);
    }

    private void Leak(Hit hit, Member member, Place? above, int index, Place? keeper)
    {
        if (hit.In != Reach.None) _marks.Add(new(MarkKind.Leak, keeper ?? new(above, member, "", index), null, hit, ""));
    }

    private void Add(MarkKind kind, Place place) => _marks.Add(new(kind, place, null, default, ""));

    // The sender stays: "contact {named officer}". Its name is known written as an id or as words.
    private bool IsOurs(string words) =>
        _transfer.From is { } from && (words == from.AreaGss || words == from.Agency || (from.Agency.Length > 0 && Plain.Of(words) == Plain.Of(from.Agency)));
}
