using System.Collections;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Views;

/// <summary>Goes once through a transfer, in the order of the contract, and marks what any recipient's view may have to leave out.</summary>
internal sealed class MarkFinder
{
    // A family with its places and professionals; growing to them would cost as much again.
    private const int UsualMarks = 64;

    private readonly Transfer _transfer;
    private readonly Needles _needles;
    private readonly bool _areas;
    private readonly IReadOnlyDictionary<string, DocumentWords>? _documents;
    private readonly string _lead;
    private readonly List<Mark> _marks = new(UsualMarks);
    private readonly Trail _trail = new();

    private MarkFinder(Transfer transfer, Needles needles, bool areas, IReadOnlyDictionary<string, DocumentWords>? documents)
    {
        _transfer = transfer;
        _needles = needles;
        _areas = areas;
        _documents = documents;
        _lead = transfer.Lead?.Agency ?? "";
    }

    /// <summary>The marks.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="needles">What to look for in words; with none, words are not read.</param>
    /// <param name="areas">Whether to mark what names an area: somebody supervises.</param>
    /// <param name="documents">What can be read of the documents beside it.</param>
    internal static List<Mark> Find(Transfer transfer, Needles needles, bool areas, IReadOnlyDictionary<string, DocumentWords>? documents = null)
    {
        var finder = new MarkFinder(transfer, needles, areas, documents);
        finder.Walk(transfer, ViewShape.Of(Transfer.Descriptor), 0, areas);
        return finder._marks;
    }

    // "keeper" is the depth of the item whose own marking is being read, or 0: words that leak there take the item with them.
    private void Walk(IMessage message, ViewShape shape, int keeper, bool areas)
    {
        var isRefuge = message is Location place && NeedleGathering.IsRefuge(place);
        foreach (var step in _areas ? shape.Every : _needles.IsEmpty ? shape.Marked : shape.Searched)
        {
            if (step.IsCountry && !areas) continue;
            var value = step.Member.Get(message);
            if (value is null) continue;
            if (step.IsList)
            {
                var many = (IList)value;
                if (many.Count == 0) continue;
                MarkField(step, isRefuge);
                for (var i = 0; i < many.Count; i++) Enter(many[i]!, step, i, keeper, areas);
            }
            else if (!step.IsString || ((string)value).Length > 0)
            {
                MarkField(step, isRefuge);
                Enter(value, step, -1, keeper, areas);
            }
        }
    }

    private void MarkField(Step step, bool isRefuge)
    {
        var member = step.Member;
        if (isRefuge && member.Name is "address_lines" or "postcode") Add(MarkKind.RefugeAddress, _trail.Of(member));
        if (member.IsLocation) Add(MarkKind.Location, _trail.Of(member));
        if (step.IsKeepFromStaff) Add(MarkKind.KeepFromStaff, _trail.Of(member));
    }

    private void Enter(object one, Step step, int index, int keeper, bool areas)
    {
        var member = step.Member;
        if (step.IsString) Words((string)one, step, index, keeper, areas);
        else if (member.IsText) Texts((Text)one, member, index, keeper);
        else if (step.IsCountry) Country(one, member, index, areas);
        else
        {
            var message = (IMessage)one;
            if (step.IsOwnMark && keeper == 0) keeper = _trail.Depth;
            _trail.Enter(step, message, index);
            if (!step.IsOwnMark)
            {
                MarkMessage(message, step);
                areas &= step.MayNameAreas;
            }
            Walk(message, step.Below!, keeper, areas);
            _trail.Leave();
        }
    }

    private void MarkMessage(IMessage message, Step step)
    {
        var handling = step.Below!.HandlingOf(message);
        if (handling is not null && handling.DataClass is not (DataClass.Unspecified or DataClass.Ordinary)) _marks.Add(new(MarkKind.Classed, Here, handling, default, ""));
        if (message is Location { Protection: Location.Types.Protection.Protected }) Add(MarkKind.Protected, Here);
        if (message is Document document && InDocument(document) is { In: not Reach.None } found) _marks.Add(new(MarkKind.Leak, Here, null, found, ""));
        if (step.MayBeOfReceivingTeam && _lead.Length > 0 && ((Who)message).Org == _lead) Add(MarkKind.ReceivingTeam, Here);
    }

    // Nothing can be blanked in a document: it stays whole with the lead, and goes to no copy from which the place is kept. What nobody could search counts as what it may hold.
    private Hit InDocument(Document document)
    {
        if (_needles.IsEmpty || _documents?.GetValueOrDefault(document.Item?.Id ?? "") is not { } read) return default;
        var isRead = read.IsAll || !document.ReadBy.IsBlank();
        var reach = isRead ? _needles.Search(read.Words).In : _needles.Reaches;
        if (reach.HasFlag(Reach.Refuge)) reach = (reach & ~Reach.Refuge) | Reach.Place;
        return new(reach, isRead ? Part.DOCUMENT : Part.DOCUMENT_NOT_SEARCHED);
    }

    private void Words(string words, Step step, int index, int keeper, bool areas)
    {
        if (areas && step.IsArea && !words.IsBlank() && !IsOurs(words)) _marks.Add(new(MarkKind.Area, _trail.Of(step.Member, index), null, default, words));
        if (step.IsSearched && !_needles.IsEmpty) Leak(_needles.Search(words), step.Member, index, keeper);
    }

    private void Texts(Text text, Member member, int index, int keeper)
    {
        if (_needles.IsEmpty) return;
        var hit = _needles.Search(text.Text_);
        foreach (var quote in text.Quotes)
        {
            var said = _needles.Search(quote.SaidBy);
            hit = new(hit.In | said.In, hit.Of | said.Of);
        }
        Leak(hit, member, index, keeper);
    }

    private void Country(object country, Member member, int index, bool areas)
    {
        if (areas && (Party.Types.Country)country is not Party.Types.Country.Unspecified and var one && one != _transfer.From?.Country) Add(MarkKind.Area, _trail.Of(member, index));
    }

    private void Leak(Hit hit, Member member, int index, int keeper)
    {
        if (hit.In != Reach.None) _marks.Add(new(MarkKind.Leak, keeper > 0 ? _trail.At(keeper)! : _trail.Of(member, index), null, hit, ""));
    }

    private Place Here => _trail.At(_trail.Depth)!;

    private void Add(MarkKind kind, Place place) => _marks.Add(new(kind, place, null, default, ""));

    // The sender stays: "contact {named officer}". Its name is known written as an id or as words.
    private bool IsOurs(string words) =>
        _transfer.From is { } from && (words == from.AreaGss || words == from.Agency || (from.Agency.Length > 0 && Plain.Of(words) == Plain.Of(from.Agency)));
}
