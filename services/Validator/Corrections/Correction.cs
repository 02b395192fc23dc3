using InfoSharing.Validator.Shapes;
using InfoSharing.Validator.Views;

namespace InfoSharing.Validator.Corrections;

/// <summary>
/// A correction of one field of a transfer. It overwrites nothing: it says what the field said and what it says, and what of that each recipient may have.
/// </summary>
public sealed class Correction
{
    // As it was sent, after each earlier correction, and after this one.
    private readonly IReadOnlyList<Transfer> _stages;

    private Correction(IReadOnlyList<Transfer> stages, string field, string was, string @is) => (_stages, Field, Was, Is) = (stages, field, was, @is);

    /// <summary>The field, items by their ids.</summary>
    public string Field { get; }

    /// <summary>What it said.</summary>
    public string Was { get; }

    /// <summary>What it says.</summary>
    public string Is { get; }

    /// <summary>The correction, or every reason why there can be none. Changes nothing in the transfer.</summary>
    /// <param name="transfer">The transfer as it was sent.</param>
    /// <param name="field">The field, as a finding would name it.</param>
    /// <param name="says">What it says now.</param>
    /// <param name="earlier">What the fields say that were corrected before, in order.</param>
    public static (Correction? Correction, IReadOnlyList<ShapeFault> Faults) Of(Transfer transfer, string field, string says, IEnumerable<(string Field, string Is)> earlier)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(says);
        ArgumentNullException.ThrowIfNull(earlier);
        var stages = new List<Transfer> { transfer };
        foreach (var (name, said) in earlier) // what is corrected is what it says by now
        {
            stages.Add(stages[^1].Clone());
            FieldFinder.Find(stages[^1], name).Field?.Write(said);
        }
        var before = stages[^1];
        var after = before.Clone();
        var (found, fault) = FieldFinder.Find(after, field);
        if (found is null) return (null, [fault!]);
        var was = found.Read();
        var path = found.Place.ToString();
        if (!found.Write(says)) return (null, [new(path, "This cannot stand there. Write a code as the contract has it, a number in digits, or true or false.")]);
        if (was.Trim() == found.Read().Trim()) return (null, [new(path, "It says so already.")]);
        var known = ShapeCheck.Of(before).ToHashSet();
        var faults = ShapeCheck.Of(after).Where(one => !known.Contains(one)).ToList();
        return faults.Count > 0 ? (null, faults) : (new([.. stages, after], path, was, found.Read()), []);
    }

    /// <summary>
    /// The correction as a recipient may have it; null where its view withholds the field before and after: then neither the words nor the field's name
    /// reach it.
    /// </summary>
    /// <param name="recipient">The recipient. One that the transfer does not list gets what a copy gets for which nothing was named.</param>
    /// <param name="reason">Why it is corrected.</param>
    public CorrectedView? For(Party recipient, string reason)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(reason);
        var sides = _stages.Select(stage => Side(stage, recipient)).ToList();
        // A place that it protected at any time is protected in every word.
        bool Hidden(string words) => sides.Exists(side => side.Plan.Hides(words, side.To));
        var wasHidden = Withholds(sides[^2]) || Hidden(Was);
        var isHidden = Withholds(sides[^1]) || Hidden(Is);
        if (wasHidden && isHidden) return null;
        if (isHidden) return new("", "", "", "", 1);
        var silent = Hidden(reason);
        return new(Field, wasHidden ? "" : Was, Is, silent ? "" : reason, (wasHidden ? 1u : 0) + (silent ? 1u : 0));
    }

    private bool Withholds((WithholdingPlan Plan, Recipient To) side) =>
        side.Plan.For(side.To).Any(cut => cut.Place.ToString() is var left && Field.StartsWith(left, StringComparison.Ordinal) && (Field.Length == left.Length || Field[left.Length] is '.' or '['));

    private static (WithholdingPlan Plan, Recipient To) Side(Transfer transfer, Party recipient)
    {
        var listed = transfer.Lead?.Agency == recipient.Agency || transfer.Copies.Any(copy => copy.Party?.Agency == recipient.Agency);
        var plan = listed ? new WithholdingPlan(transfer) : new WithholdingPlan(transfer, recipient);
        return (plan, listed ? plan.Recipients.First(one => one.Agency == recipient.Agency) : plan.Recipients[^1]);
    }
}
