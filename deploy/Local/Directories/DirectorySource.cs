using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using InfoSharing.Directories;
using InfoSharing.Exchange.Hosting;
using InfoSharing.Local.Keys;
using InfoSharing.V1;

namespace InfoSharing.Local.Directories;

/// <summary>A directory in a file: a draft, which is the contract's JSON, or one that officers have signed.</summary>
internal static class DirectorySource
{
    private static readonly JsonFormatter Form = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>Reads either; of a draft nobody has signed.</summary>
    /// <exception cref="CannotStartException">It is neither.</exception>
    internal static (DirectoryContent Content, IReadOnlyList<X509Certificate2> SignedBy, bool IsDraft) Read(string file, IReadOnlyList<string> officers)
    {
        var bytes = NewFile.Read(file);
        if (bytes.FirstOrDefault(one => !char.IsWhiteSpace((char)one)) == '{') return (Draft(file), [], true);
        var (content, signedBy) = Signed(file, officers);
        return (content, signedBy, false);
    }

    /// <summary>Reads a signed one, and who of the officers signed it.</summary>
    /// <exception cref="CannotStartException">It is none.</exception>
    internal static (DirectoryContent Content, IReadOnlyList<X509Certificate2> SignedBy) Signed(string file, IReadOnlyList<string> officers) =>
        SignedDirectory.Look(NewFile.Read(file), [.. officers.Select(KeyPair.ReadCertificate)]) ?? throw new CannotStartException($"{file} is neither a signed directory nor a draft (JSON).");

    /// <summary>Reads a draft.</summary>
    /// <exception cref="CannotStartException">It is none.</exception>
    internal static DirectoryContent Draft(string file)
    {
        try
        {
            return JsonParser.Default.Parse<DirectoryContent>(System.Text.Encoding.UTF8.GetString(NewFile.Read(file)));
        }
        catch (Exception broken) when (broken is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new CannotStartException($"{file} cannot be read as a draft: {broken.Message}", broken);
        }
    }

    /// <summary>One as a service would take it.</summary>
    /// <exception cref="CannotStartException">No service would.</exception>
    internal static AgencyDirectory InForce(string file, IReadOnlyList<string> officers, DateTimeOffset now)
    {
        var reading = SignedDirectory.Read(NewFile.Read(file), new() { Officers = [.. officers.Select(KeyPair.ReadCertificate)], AllowsDevelopment = true }, now);
        return reading.Directory ?? throw new CannotStartException($"{file}: {reading.Fault}");
    }

    /// <summary>A draft as it lies in a file.</summary>
    internal static byte[] FormOf(DirectoryContent draft) => System.Text.Encoding.UTF8.GetBytes(Form.Format(draft) + "\n");
}
