using Google.Rpc;
using Grpc.Core;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Copies;
using InfoSharing.Exchange.Ledger.Reading;
using InfoSharing.Exchange.Ledger.Restoring;
using InfoSharing.Exchange.Operating;
using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Api.Failing;

/// <summary>The one place where exceptions become statuses: our own types each to theirs, the unknown to INTERNAL with an id to quote.</summary>
internal sealed class CallBoundary(TimeProvider clock, ILogger<CallBoundary> log)
{
    /// <summary>Runs the body of a call.</summary>
    public async Task<T> Run<T>(Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (Exception fault) when (fault is not RpcException and not OperationCanceledException) // turned into a status that reveals nothing
        {
            throw StatusOf(fault).ToRpcException();
        }
    }

    /// <summary>Runs the body of a call that streams.</summary>
    public Task Run(Func<Task> body) => Run(async () =>
    {
        await body();
        return true;
    });

    private Google.Rpc.Status StatusOf(Exception fault) => fault switch
    {
        NotATransferException shape => BadRequests.Of(shape.Message, shape.Faults),
        DocumentNotTakenException document => BadRequests.Of(document.Message, document.Faults),
        DocumentTooLargeException => Say(Code.ResourceExhausted, fault.Message),
        DocumentNotWholeException => Say(Code.FailedPrecondition, fault.Message),
        OffsetBeyondException => Say(Code.OutOfRange, fault.Message),
        FaultyRequestException faulty => BadRequests.Of(faulty.Message, faulty.Faults),
        NotHereException => Say(Code.NotFound, fault.Message),
        OtherContentException => Say(Code.AlreadyExists, fault.Message),
        CannotBeSentException => Say(Code.FailedPrecondition, fault.Message),
        ActNotAllowedException act => Say(CodeOf(act.No), fault.Message),
        PageTokenException => Say(Code.InvalidArgument, $"{fault.Message} Leave page_token blank to begin again."),
        CursorAheadException => Say(Code.OutOfRange, $"{fault.Message} Begin again from 0, or from a cursor that this ledger gave."),
        NoBusException => Say(Code.Unavailable, fault.Message),
        CopyException => Say(Code.FailedPrecondition, fault.Message),
        NotReconciledException => Say(Code.Unavailable, fault.Message),
        LedgerUnavailableException => Say(Code.Unavailable, "The ledger is full or down, and this is not acknowledged: send it again with the same request id, and it is stored once. If it cannot wait, ring them."),
        _ => Unexpected(fault),
    };

    private static Code CodeOf(No no) => no.Kind switch
    {
        _ when no.Code == Nos.NotKnown.Code => Code.NotFound,
        NoKind.Aborted => Code.Aborted,
        NoKind.InvalidArgument => Code.InvalidArgument,
        _ => Code.FailedPrecondition,
    };

    private Google.Rpc.Status Unexpected(Exception fault)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        ApiLog.Unexpected(log, id, fault.GetType().Name, fault.StackTrace ?? "");
        return Say(Code.Internal, $"Something failed here that should not. Ask again with the same request id to learn whether it was stored. Quote {id} to your operator.");
    }

    private static Google.Rpc.Status Say(Code code, string words) => new() { Code = (int)code, Message = words };
}
