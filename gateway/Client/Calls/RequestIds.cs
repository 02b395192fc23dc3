using InfoSharing.V1;

namespace InfoSharing.Client.Calls;

/// <summary>Gives a request that stores something an id where the caller gave none, so that a second attempt is the same request.</summary>
internal static class RequestIds
{
    /// <summary>The request, or a copy of it with an id. Of a Send and a Supply a blank id is the transfer's id and version already.</summary>
    public static TRequest Filled<TRequest>(TRequest request, TimeProvider clock)
        where TRequest : class => request switch
        {
            RespondRequest { RequestId: "" } respond => (TRequest)(object)new RespondRequest(respond) { RequestId = New(clock) },
            WithdrawRequest { RequestId: "" } withdraw => (TRequest)(object)new WithdrawRequest(withdraw) { RequestId = New(clock) },
            CorrectRequest { RequestId: "" } correct => (TRequest)(object)new CorrectRequest(correct) { RequestId = New(clock) },
            NoteDisagreementRequest { RequestId: "" } note => (TRequest)(object)new NoteDisagreementRequest(note) { RequestId = New(clock) },
            RecordCallRequest { RequestId: "" } call => (TRequest)(object)new RecordCallRequest(call) { RequestId = New(clock) },
            MisdirectRequest { RequestId: "" } misdirect => (TRequest)(object)new MisdirectRequest(misdirect) { RequestId = New(clock) },
            _ => request,
        };

    private static string New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString();
}
