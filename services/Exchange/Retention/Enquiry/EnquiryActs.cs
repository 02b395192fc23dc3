namespace InfoSharing.Exchange.Retention.Enquiry;

/// <summary>The acts of a breach enquiry.</summary>
internal sealed record EnquiryActs(OpenEnquiryAct Open, ReadEnquiryAct Read, CloseEnquiryAct Close, CustodyAct Custody);
