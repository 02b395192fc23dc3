using InfoSharing.Exchange.Api.Failing;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Exchange.Api;

/// <summary>Whether what came is what the contract says.</summary>
internal static class Shapes
{
    /// <summary>A transfer that can be judged.</summary>
    /// <exception cref="NotATransferException">It is none; holds every fault.</exception>
    internal static Transfer Readable(Transfer? transfer)
    {
        // An alert goes whatever in it does not hold its form: that is kept as text, and owed.
        var kept = ShapeCheck.Keep(transfer ?? new Transfer());
        var faults = ShapeCheck.Of(kept);
        return faults.Count == 0 ? kept : throw new NotATransferException(faults);
    }

    /// <summary>A transfer that this agency may send: it says so itself, under an id that is one.</summary>
    /// <exception cref="NotATransferException">It is another's; holds every fault.</exception>
    internal static Transfer OfOurs(Transfer? transfer, string us)
    {
        var ours = Readable(transfer);
        List<ShapeFault> faults = [];
        if (!Guid.TryParse(ours.Id, out _)) faults.Add(new("id", "A transfer needs a UUID of its own, made by whoever writes the draft: version 7."));
        if (ours.Version == 0) faults.Add(new("version", "A transfer's versions count from 1."));
        if (ours.From?.Agency != us) faults.Add(new("from.agency", $"This agency is {us}, and it sends for itself alone. Put its id here, or send it where it belongs."));
        if (ours.ReplacesRefusal.Length > 0 && !Guid.TryParse(ours.ReplacesRefusal, out _)) faults.Add(new("replaces_refusal", "Give the refusal's own id, as the refusal said it, or leave it blank."));
        return faults.Count == 0 ? ours : throw new NotATransferException(faults);
    }

    /// <summary>An id of the caller's, as it stands in the ledger.</summary>
    /// <exception cref="NotHereException">It is no id, so nothing of it is here.</exception>
    internal static Guid Id(string written, string what = "transfer") => Guid.TryParse(written, out var id) ? id : throw new NotHereException(what);
}
