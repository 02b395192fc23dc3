using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Judging;
using DataClass = InfoSharing.V1.Handling.Types.DataClass;

namespace InfoSharing.Validator.Views;

/// <summary>What each recipient of one transfer must not have: found in one pass, without copying the transfer.</summary>
internal sealed class WithholdingPlan
{
    private readonly Transfer _transfer;
    private readonly List<Mark> _marks;
    private readonly Needles _needles;
    private readonly bool _isHidden;
    private readonly string _lead;
    private readonly Dictionary<Recipient, List<Cut>> _cuts = [];
    private List<Cut>? _forAll;

    internal WithholdingPlan(Transfer transfer, Party? unlisted = null, IReadOnlyDictionary<string, DocumentWords>? documents = null)
    {
        _transfer = transfer;
        _lead = transfer.Lead?.Agency ?? "";
        var mustNotAlert = transfer.DisclosureControls?.MustNotAlert ?? [];
        CausingHarm = [.. transfer.Persons.Where(People.CausesHarm).Select(static person => person.Ref)];
        KeptFrom = [.. mustNotAlert.Select(static entry => entry.Person).Where(static person => !person.IsBlank())];
        _isHidden = CausingHarm.Count > 0 || mustNotAlert.Count > 0;

        var needles = NeedleGathering.Refuges(transfer);
        Recipients = Recipient.Of(transfer, needles.Count == 0 ? Needles.None : new(needles));
        if (unlisted is not null) Recipients.Add(Recipient.Unlisted(unlisted));
        if (Recipients.Exists(static one => one.IsSearched))
            needles.AddRange(new NeedleGathering(transfer, KeptFrom.Count > 0 ? KeptFrom : CausingHarm, mustNotAlert.Count > 0).Places());
        var areas = Recipients.Exists(static one => one.Supervises);
        if (areas) needles.AddRange(NeedleGathering.Areas(transfer));
        _needles = needles.Count == 0 ? Needles.None : new(needles);
        _marks = MarkFinder.Find(transfer, _needles, areas, documents);
    }

    /// <summary>The lead, then the copies.</summary>
    internal List<Recipient> Recipients { get; }

    /// <summary>The persons in <c>must_not_alert</c>.</summary>
    internal SortedSet<string> KeptFrom { get; }

    /// <summary>Those who cause harm.</summary>
    internal SortedSet<string> CausingHarm { get; }

    /// <summary>True where something in it has such a class.</summary>
    internal bool HasClass(Func<DataClass, bool> isSuch)
    {
        foreach (var mark in _marks)
            if (mark.Kind == MarkKind.Classed && isSuch(mark.Handling!.DataClass)) return true;
        return false;
    }

    /// <summary>What nobody gets: IS-810 and IS-816.</summary>
    internal List<Cut> ForAll() => _forAll ??= Cuts(static (_, mark, _) => ForAll(mark), null!);

    /// <summary>All that one recipient does not get, in the order of the contract; nothing is named inside something that is left out whole.</summary>
    internal List<Cut> For(Recipient recipient)
    {
        if (!_cuts.TryGetValue(recipient, out var cuts)) _cuts[recipient] = cuts = Cuts(static (plan, mark, to) => ForAll(mark) ?? plan.ForOne(mark, to), recipient);
        return cuts;
    }

    /// <summary>True for words beside the transfer that one recipient must not have: they hold a place that its view leaves out.</summary>
    internal bool Hides(string words, Recipient to)
    {
        var found = _needles.Search(words).In;
        return found.HasFlag(Reach.Refuge) || (to.IsSearched && found.HasFlag(Reach.Place)) || (to.Supervises && found.HasFlag(Reach.Area));
    }

    private List<Cut> Cuts(Func<WithholdingPlan, Mark, Recipient, Cut?> judge, Recipient recipient)
    {
        var cuts = new List<Cut>();
        foreach (var mark in _marks)
            if ((cuts.Count == 0 || !cuts[^1].Holds(mark.Place)) && judge(this, mark, recipient) is { } cut) cuts.Add(cut);
        return cuts;
    }

    private static Cut? ForAll(Mark mark) => mark.Kind switch
    {
        MarkKind.Classed when mark.Handling!.DataClass != DataClass.Location && !IsRightlyNamed(mark.Handling) => Whole(mark, "IS-810", true),
        MarkKind.RefugeAddress => Whole(mark, "IS-816", true),
        MarkKind.Leak when mark.Hit.In.HasFlag(Reach.Refuge) => Whole(mark, "IS-816", true),
        _ => null,
    };

    private Cut? ForOne(Mark mark, Recipient to) => mark.Kind switch
    {
        MarkKind.Classed => KeepsClass(mark.Handling!, to) ? null : Whole(mark, "", false),
        MarkKind.Location => HidesLocation(to) ? Whole(mark, "", false) : null,
        MarkKind.ReceivingTeam => HidesLocation(to) && to.Agency != _lead ? Whole(mark, "", false) : null,
        MarkKind.KeepFromStaff => to.IsNeverTold ? Whole(mark, "", false) : null,
        MarkKind.Protected => to.IsSearched ? Whole(mark, "IS-805", false) : null,
        MarkKind.Area => to.Supervises && !IsOwn(mark, to) ? Whole(mark, "", false) : null,
        MarkKind.Leak when to.IsSearched && mark.Hit.In.HasFlag(Reach.Place) => Whole(mark, "IS-805", false),
        MarkKind.Leak => to.Supervises && mark.Hit.In.HasFlag(Reach.Area) ? Whole(mark, "", false) : null,
        _ => null,
    };

    private static Cut Whole(Mark mark, string rule, bool forAll) => new(mark.Kind, mark.Place, rule, forAll, mark.Kind == MarkKind.Protected ? Part.ADDRESS : mark.Hit.Of, mark.Handling);

    private bool HidesLocation(Recipient to) => to.IsNeverTold || (!to.IsLead && !to.IsNamed && (_isHidden || to.Supervises));

    private bool KeepsClass(Handling handling, Recipient to) => handling.DataClass switch
    {
        DataClass.Location => !HidesLocation(to),
        DataClass.Intelligence when to.IsNeverTold => false,
        _ => handling.NamedFor.Contains(to.Agency),
    };

    private static bool IsRightlyNamed(Handling handling) =>
        handling.NamedFor.Any(static agency => !agency.IsBlank())
        && !handling.NecessaryBecause.IsBlank()
        && (handling.DataClass is not (DataClass.GenderHistory or DataClass.AdoptionIdentity or DataClass.ProtectedPerson) || !handling.ApprovedBy.IsBlank());

    // A supervising agency keeps its own name, and the area in its own entry among the copies.
    private bool IsOwn(Mark mark, Recipient to)
    {
        if (mark.Value == to.Agency && to.Agency != _lead) return true;
        var top = mark.Place;
        while (top.Above is { } above) top = above;
        return top.Member.Field.FieldNumber == Transfer.CopiesFieldNumber && _transfer.Copies[top.Index].Party?.Agency == to.Agency;
    }
}
