using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange;

/// <summary>Which agency a process is. Section "Agency".</summary>
internal sealed class AgencyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Agency";

    /// <summary>What is said where nobody has said which agency it is.</summary>
    internal const string Blank = "Agency:Id is blank: say which agency this is, for example --agency leeds-police.";

    /// <summary>The agency's id in the directory: leeds-social-care. No default; a service run alone takes it from <c>--agency</c>.</summary>
    [Required(ErrorMessage = Blank)]
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "Agency:Id must be an agency's id: lower-case letters, digits and single hyphens.")]
    public string Id { get; set; } = "";
}
