using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Partners;

/// <summary>Refuses to start on wrong options, naming all faults at once.</summary>
internal sealed class DirectoryOptionsValidator : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(DirectoryOptions options)
    {
        if (options.File.Length == 0) yield return "Directory:File is blank: name the signed directory's file.";
        if (options.Required < 2) yield return $"Directory:Required is {options.Required}: no single officer may change the directory; give 2 or more.";
        if (options.OfficerFiles.Count < options.Required) yield return $"Directory:OfficerFiles names {options.OfficerFiles.Count} officers, and {options.Required} must have signed: name each officer's certificate.";
        if (options.LookSeconds is < 1 or > 3600) yield return $"Directory:LookSeconds is {options.LookSeconds}: give 1 to 3600.";
        foreach (var (index, file) in options.OfficerFiles.Index())
            if (!IsCertificate(file)) yield return $"Directory:OfficerFiles:{index} names {file}, which is not there or not a certificate as PEM.";
    }

    private static bool IsCertificate(string file)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return true;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
