using Google.Protobuf.WellKnownTypes;
using InfoSharing.Exchange.Answers.Acting;
using InfoSharing.Exchange.Api;
using InfoSharing.Exchange.Api.Recording;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Retention.Enquiry;

/// <summary>A locked case is opened for its breach enquiry: by a named person, for a reason, one case, an hour at most.</summary>
internal sealed class OpenEnquiryAct(CustodyDesk desk, IOptions<RetentionOptions> options)
{
    internal async Task<OpenEnquiryReply> Run(OpenEnquiryRequest request, Caller caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var transferId = Shapes.Id(request.TransferId);
        var (by, reason) = (Persons.Of(request.By, caller), Persons.Words(request.Reason));
        Timestamp? until = null;
        await desk.Decide(transferId, at =>
        {
            if (at.Custody.Breach is null) return (Nos.NotMisdirected, null);
            if (at.Custody.Closed is not null || at.IsErased) return (Nos.EnquiryClosed, null);
            if (at.Custody.EnquiryOf(caller.Name, at.Now) is { } open)
            {
                until = open.Until;
                return (null, null);
            }
            until = Timestamp.FromDateTimeOffset(at.Now.AddMinutes(options.Value.EnquiryMinutes));
            return (null, CustodyDesk.Rows(transferId, new() { Act = ActRecords.ActOf(caller, Act.Types.Kind.OpenEnquiry, at.Now, reason), By = by, Until = until }, EventKinds.EnquiryOpened));
        });
        return new() { Until = until };
    }
}
