using System.Net;

namespace InfoSharing.ServiceDefaults.Endpoints;

/// <summary>Where a process listens. Section "Endpoint".</summary>
public sealed class EndpointOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Endpoint";

    /// <summary>The address to listen on. Without a certificate it must be a loopback address: nothing of ours crosses a network in plain text.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The certificate's PEM file. Blank: HTTP/2 without TLS, on loopback alone.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The key's PEM file; blank where the certificate's file holds it.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>What is wrong with these options, each with its cure; empty where nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (Port is < 0 or > 65535) yield return $"{Section}:Port is {Port}; give 0 (a free port) to 65535.";
        if (!IPAddress.TryParse(Address, out var address)) yield return $"{Section}:Address is not an IP address; give 127.0.0.1, ::1 or the address of this machine.";
        else if (CertificateFile.Length == 0 && !IPAddress.IsLoopback(address)) yield return $"{Section}:Address is not loopback and {Section}:CertificateFile is blank; give a certificate, or listen on 127.0.0.1.";
        if (CertificateFile.Length > 0 && !File.Exists(CertificateFile)) yield return $"{Section}:CertificateFile names no file.";
        if (KeyFile.Length > 0 && !File.Exists(KeyFile)) yield return $"{Section}:KeyFile names no file.";
    }
}
