using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What an arriving message or receipt means for this agency's ledger. Delivery brings them; it knows nothing of cases.</summary>
internal interface IArrivals
{
    /// <summary>Step 10: what our own rules say of a message; null where there is nothing to judge.</summary>
    Report? Judge(Message message);

    /// <summary>Step 11: the message, its event and its receipt, stored together; with it whatever this ledger answers by itself.</summary>
    /// <param name="message">The message, of a parcel that its sender signed.</param>
    /// <param name="bytes">Its exact bytes.</param>
    /// <param name="receipt">Our signed receipt for these bytes.</param>
    /// <param name="proof">The message's proof, kept beside it; empty where there is none.</param>
    /// <param name="report">What step 10 said.</param>
    LedgerEntry Store(Message message, byte[] bytes, Receipt receipt, byte[] proof, Report? report);

    /// <summary>A message was stored: what is to be done behind it may begin.</summary>
    void Stored(Message message)
    {
    }

    /// <summary>Step 11 where the ledger will not have a message's content, because the case is locked or erased here: its place, its digest and its receipt.</summary>
    /// <param name="message">The message.</param>
    /// <param name="receipt">Our signed receipt, which says that it is not kept.</param>
    /// <param name="erased">True where the key is destroyed: then not even its place is readable.</param>
    LedgerEntry Drop(Message message, Receipt receipt, bool erased);

    /// <summary>Step 12: a verified receipt for a message of ours.</summary>
    LedgerEntry Done(Receipt receipt);

    /// <summary>A message of ours that this ledger had lost, as its recipient gave it back; refused with the code "known" or "number-taken" where it has it, or another in its place.</summary>
    /// <param name="message">The message, which we signed.</param>
    /// <param name="bytes">Its exact bytes.</param>
    /// <param name="receipt">The recipient's receipt for them.</param>
    LedgerEntry Back(Message message, byte[] bytes, Receipt receipt);
}
