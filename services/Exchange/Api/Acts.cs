using InfoSharing.Exchange.Api.Answering;
using InfoSharing.Exchange.Api.Documents;
using InfoSharing.Exchange.Api.Reading;
using InfoSharing.Exchange.Api.Sending;

namespace InfoSharing.Exchange.Api;

/// <summary>The acts of the door, one for each call.</summary>
internal sealed record Acts(
    CheckAct Check, SendAct Send, SupplyAct Supply, RespondAct Respond, WithdrawAct Withdraw, MisdirectAct Misdirect, GetAct Get, ListAct List, WatchAct Watch, ReportAct Report, FlowAct Flow,
    CorrectAct Correct, DisagreementNoteAct Disagree, RecordCallAct RecordCall, ListOwedAct ListOwed, UploadAct Upload, DownloadAct Download);
