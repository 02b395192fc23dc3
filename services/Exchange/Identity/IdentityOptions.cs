using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Identity;

/// <summary>By what callers prove who they are. Section "Identity".</summary>
internal sealed class IdentityOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Identity";

    /// <summary>The file of the tokens that this agency has given out, as digests. No default.</summary>
    [Required(ErrorMessage = "Identity:TokensFile is blank: name the file with the digests of this agency's tokens.")]
    public string TokensFile { get; set; } = "";
}
