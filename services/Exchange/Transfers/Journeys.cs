using Google.Protobuf;
using InfoSharing.Exchange.Answers;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.Exchange.Ledger.Entries;
using InfoSharing.V1;
using Entry = InfoSharing.V1.ListReply.Types.Entry;
using State = InfoSharing.V1.ListReply.Types.Entry.Types.State;

namespace InfoSharing.Exchange.Transfers;

/// <summary>What a list shows of a transfer: its state in clear, for the database; kind, sender and lead sealed with the case.</summary>
internal static class Journeys
{
    /// <summary>Of a transfer that we send, refuse or receive.</summary>
    internal static JourneyRow Of(Guid transferId, Transfer transfer, State state) =>
        new(transferId, transfer.Version, CodeOf(state), Summary(transfer.Kind, transfer.From?.Agency ?? "", transfer.Lead?.Agency ?? ""));

    /// <summary>Of a transfer as it stands; null while no version of it is known.</summary>
    internal static JourneyRow? Of(Guid transferId, TransferState state) => state.Newest is { } newest
        ? new(transferId, newest.Version, CodeOf(FlowOf.StateOf(state)), Summary(state.Kind, state.Sender, state.Lead), LookSoon: MayDisagree(state))
        : null;

    /// <summary>The state's code, as the contract writes it: "PART_ANSWERED".</summary>
    internal static string CodeOf(State state) => Entry.Descriptor.EnumTypes[0].FindValueByNumber((int)state).Name;

    /// <summary>The state of a code; unspecified where a newer program wrote one that this one does not know.</summary>
    internal static State StateOf(string code) => Entry.Descriptor.EnumTypes[0].FindValueByName(code) is { } value ? (State)value.Number : State.Unspecified;

    private static bool MayDisagree(TransferState state) => state.Notes.Count > 0 || state.Children.Any(child => child.Turns.Any(turn => turn.Kind != TurnKind.Accepted));

    private static byte[] Summary(Transfer.Types.Kind kind, string from, string lead) => new Entry { Kind = kind, From = from, Lead = lead }.ToByteArray();
}
