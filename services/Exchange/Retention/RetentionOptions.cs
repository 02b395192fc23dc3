using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Retention;

/// <summary>
/// How long cases are kept: the first release's schedule (practice.md, 14), which an agency's own rules. A period that is over proposes a disposal to people;
/// nothing is destroyed by itself. Section "Retention".
/// </summary>
internal sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retention";

    /// <summary>Years for which a hand-over is kept that this agency accepted, from the last that happened to it, 1 to 100. Default 35.</summary>
    [Range(1, 100, ErrorMessage = "Retention:AcceptedYears must be 1 to 100: the years for which the holder of a case keeps it, by your agency's schedule.")]
    public int AcceptedYears { get; set; } = 35;

    /// <summary>Years for which the sender keeps its copy of a hand-over that was accepted, 1 to 100. Default 35, as the holder.</summary>
    [Range(1, 100, ErrorMessage = "Retention:SenderCopyYears must be 1 to 100: the years for which the sender of an accepted case keeps its copy.")]
    public int SenderCopyYears { get; set; } = 35;

    /// <summary>Months for which a hand-over is kept that was declined, withdrawn or refused: the family never came, 1 to 120. Default 12.</summary>
    [Range(1, 120, ErrorMessage = "Retention:NotTakenMonths must be 1 to 120: the months for which a case is kept that was declined, withdrawn or refused.")]
    public int NotTakenMonths { get; set; } = 12;

    /// <summary>Years for which an alert, or a copy for information, is kept before it is reviewed, 1 to 100. Default 6.</summary>
    [Range(1, 100, ErrorMessage = "Retention:ContactYears must be 1 to 100: the years for which an alert or a copy is kept before it is reviewed.")]
    public int ContactYears { get; set; } = 6;

    /// <summary>Minutes for which a breach enquiry may read a locked case, 5 to 60. Default 60.</summary>
    [Range(5, 60, ErrorMessage = "Retention:EnquiryMinutes must be 5 to 60: a locked case opens for an hour at most.")]
    public int EnquiryMinutes { get; set; } = 60;

    /// <summary>Days within which the second of two confirmations must follow the first, 1 to 90. Default 30.</summary>
    [Range(1, 90, ErrorMessage = "Retention:ConfirmWithinDays must be 1 to 90: the days within which the second person confirms a disposal.")]
    public int ConfirmWithinDays { get; set; } = 30;
}
