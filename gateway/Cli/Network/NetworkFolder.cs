using System.Text.Json;

namespace InfoSharing.Cli.Network;

/// <summary>The folder of a network: who is where, and with which token an agency is called.</summary>
internal sealed class NetworkFolder
{
    private const string FileName = "network.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    private readonly string _path;

    private NetworkFolder(string path, IReadOnlyList<KnownAgency> agencies) => (_path, Agencies) = (path, agencies);

    /// <summary>Its agencies, in the file's order.</summary>
    public IReadOnlyList<KnownAgency> Agencies { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="NotDoneException">There is no network in it, or its file cannot be read.</exception>
    public static NetworkFolder Open(string path)
    {
        var file = Path.Combine(path, FileName);
        try
        {
            using var stream = File.OpenRead(file);
            return new(path, JsonSerializer.Deserialize<Written>(stream, Json)?.Agencies ?? []);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotDoneException($"There is no network in {Path.GetFullPath(path)}. Start one with: ./infosharing start (or say with --data where its folder is).", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"{file} may not be read by you. Whoever started the network owns it: ask them, or start one of your own with: ./infosharing start --data DIR.", fault);
        }
        catch (JsonException fault)
        {
            throw new NotDoneException($"{file} is not as the network wrote it (line {fault.LineNumber + 1}). Stop the network and start it again: it writes the file anew.", fault);
        }
    }

    /// <summary>An agency of this network.</summary>
    /// <exception cref="NotDoneException">It has none of that id.</exception>
    public KnownAgency Find(string id) =>
        Agencies.FirstOrDefault(one => one.Id == id) ?? throw new NotDoneException($"There is no agency \"{id}\" in this network. There are: {string.Join(", ", Agencies.Select(one => one.Id))}.");

    /// <summary>The token with which an agency is called.</summary>
    /// <exception cref="NotDoneException">It is not there, or not ours to read.</exception>
    public string TokenOf(KnownAgency agency) => TokenIn(agency, Path.Combine(_path, agency.TokenFile));

    /// <summary>The token of one of the people who operate an agency: it lies beside the agency's own.</summary>
    /// <exception cref="NotDoneException">It is not there, or not ours to read.</exception>
    public string OperatorTokenOf(KnownAgency agency, string which) => TokenIn(agency, Path.Combine(_path, Path.GetDirectoryName(agency.TokenFile) ?? "", $"{which}-operator.token"));

    private static string TokenIn(KnownAgency agency, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } token
                ? token
                : throw new NotDoneException($"The token file of {agency.Id} is empty: {file}. Stop the network and start it again: it makes what is missing.");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotDoneException($"The token of {agency.Id} is not there: {file}. Stop the network and start it again: it makes what is missing.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"The token of {agency.Id} may not be read by you: {file}. A token speaks for its agency, so its owner alone has it.", fault);
        }
    }

    /// <summary>The file of the authority that has issued an agency's certificate; null for one that this machine trusts.</summary>
    /// <exception cref="NotDoneException">It is not there.</exception>
    public string? AuthorityOf(KnownAgency agency)
    {
        if (agency.AuthorityFile is not { } named) return null;
        var file = Path.Combine(_path, named);
        return File.Exists(file) ? file : throw new NotDoneException($"The authority by which {agency.Id} is known is not there: {file}. Whoever runs the network gives it out with {FileName} and the tokens.");
    }

    private sealed record Written(IReadOnlyList<KnownAgency> Agencies);
}
