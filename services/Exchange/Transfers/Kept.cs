using InfoSharing.V1;
using Body = InfoSharing.V1.Message.BodyOneofCase;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What is kept of a message whose content is not: its place in the stream, so that what belongs behind it does not wait for ever.</summary>
internal static class Kept
{
    /// <summary>The decision's word where the case is locked here.</summary>
    internal const string Locked = "locked";

    /// <summary>The ledger's word where its key is destroyed.</summary>
    internal const string Erased = "erased";

    /// <summary>True for a message that tells of the family.</summary>
    internal static bool HasContent(Message message) => message.BodyCase is Body.Transfer or Body.Supplied or Body.DocumentPart or Body.Corrected or Body.DisagreementNote;

    /// <summary>The message without its content. Of a transfer stay its kind and between whom it goes: by those the fold knows it.</summary>
    internal static Message Of(Message message)
    {
        var kept = Messages.Envelope(message);
        switch (message.BodyCase)
        {
            case Body.Transfer: kept.Transfer = new() { Id = message.Transfer.Id, Version = message.Transfer.Version, Kind = message.Transfer.Kind, From = Of(message.Transfer.From), Lead = Of(message.Transfer.Lead) }; break;
            case Body.Supplied: kept.Supplied = new(); break;
            case Body.DocumentPart: kept.DocumentPart = new() { Document = message.DocumentPart.Document, Part = message.DocumentPart.Part, Of = message.DocumentPart.Of }; break;
            case Body.Corrected: kept.Corrected = new(); break;
            case Body.DisagreementNote: kept.DisagreementNote = new() { Agreed = message.DisagreementNote.Agreed }; break;
            default: return message;
        }
        return kept;
    }

    private static Party? Of(Party? party) => party is null ? null : new() { Agency = party.Agency, AgencyKind = party.AgencyKind, AreaGss = party.AreaGss, Country = party.Country };
}
