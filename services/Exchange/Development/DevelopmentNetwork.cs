using InfoSharing.Exchange.Hosting;
using InfoSharing.Exchange.Ledger.Sealing;
using Microsoft.Extensions.Hosting;

namespace InfoSharing.Exchange.Development;

/// <summary>
/// The development network under one data folder: its authority, keys, directory and tokens. What is missing is made and what ends
/// soon is renewed each time it is opened; each file is there whole or not at all, so that a making that was killed goes on where it stopped.
/// </summary>
public sealed class DevelopmentNetwork
{
    /// <summary>The port of the first agency where none is given; the others follow it.</summary>
    public const int DefaultPort = 5750;

    /// <summary>The data folder where none is given.</summary>
    public const string DefaultFolder = "./data";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // for another process that makes the network just now
    private readonly DevelopmentFolder _folder;

    private DevelopmentNetwork(DevelopmentFolder folder) => _folder = folder;

    /// <summary>The data folder, as a full path.</summary>
    public string Folder => _folder.Root;

    /// <summary>Its agencies, in the order of their ports.</summary>
    public static IReadOnlyList<DevelopmentAgency> Agencies => DevelopmentAgencies.All;

    /// <summary>Opens the network, and makes what is missing of it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="environment">Where the process runs.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">What is being made, where it takes its time.</param>
    /// <param name="cancellationToken">Ends the making; it goes on at the next opening.</param>
    /// <exception cref="CannotStartException">The process is not in Development, the folder cannot be used, or another process makes the network for longer than a minute.</exception>
    public static async Task<DevelopmentNetwork> OpenAsync(string folder, IHostEnvironment environment, TimeProvider clock, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(clock);
        if (!environment.IsDevelopment())
            throw new CannotStartException($"Development keys and tokens are for Development alone, and this process runs in {environment.EnvironmentName}: give it keys, directory and tokens of its own in its settings.");
        var network = new DevelopmentNetwork(new(Path.GetFullPath(folder)));
        try
        {
            MakeRoot(network.Folder);
            using var making = await PrivateFiles.LockAsync(network._folder.MakingLock, Patience, clock, cancellationToken);
            network.Make(clock.GetUtcNow(), progress, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The development network in {network.Folder} cannot be made or read ({fault.GetType().Name}): see that the disk is there, writable and not full, and that no other process is making it.", fault);
        }
        return network;
    }

    /// <summary>Keeps a data folder for this process while it runs the whole network, from before it is opened.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="CannotStartException">Another process has it, or it cannot be used.</exception>
    public static IDisposable Hold(string folder)
    {
        var under = new DevelopmentFolder(Path.GetFullPath(folder));
        try
        {
            MakeRoot(under.Root);
            return new FileStream(under.NetworkLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(under.NetworkLock))
        {
            throw new CannotStartException($"The network in {under.Root} is running already: stop it, or give this one a folder of its own with --data.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {under.Root} cannot be used ({fault.GetType().Name}): see that it is a folder of yours, or give another with --data.", fault);
        }
    }

    /// <summary>The settings of an agency's process, but for its bus.</summary>
    public IReadOnlyDictionary<string, string?> SettingsOf(string agency)
    {
        var keys = new AgencyKeyFiles(_folder.Keys(agency));
        var address = new Uri(AddressOf(agency));
        var settings = new Dictionary<string, string?>
        {
            ["Agency:Id"] = agency,
            ["Ledger:Folder"] = _folder.Ledger(agency),
            ["Ledger:StorageKeyFile"] = _folder.StorageKey(agency),
            ["Keys:SigningFile"] = keys.Signing,
            ["Keys:SealingFile"] = keys.Sealing,
            ["Directory:File"] = _folder.Directory,
            ["Directory:Required"] = $"{DevelopmentAuthority.Required}",
            ["Identity:TokensFile"] = _folder.Tokens(agency),
            ["Endpoint:Address"] = address.Host,
            ["Endpoint:Port"] = $"{address.Port}",
        };
        foreach (var (index, file) in DevelopmentKeys.RetiredOf(keys.Sealing).Index()) settings[$"Keys:RetiredSealingFiles:{index}"] = file;
        for (var number = 1; number <= DevelopmentAuthority.Officers; number++) settings[$"Directory:OfficerFiles:{number - 1}"] = _folder.OfficerCertificate(number);
        return settings;
    }

    /// <summary>Where an agency is, as network.json says.</summary>
    public string AddressOf(string agency) => NetworkFile.Addresses(_folder.Network)[agency];

    /// <summary>The file with the token that a caller of an agency presents.</summary>
    public string TokenFileOf(string agency) => _folder.Token(agency);

    /// <summary>Writes into network.json where agencies are now.</summary>
    /// <param name="addresses">By agency; those that are not named stay.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting for another process that writes there.</param>
    public async Task SayWhereAsync(IReadOnlyDictionary<string, string> addresses, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        using var making = await PrivateFiles.LockAsync(_folder.MakingLock, Patience, clock, cancellationToken);
        var all = Agencies.ToDictionary(agency => agency.Id, agency => addresses.GetValueOrDefault(agency.Id) ?? AddressOf(agency.Id));
        if (!all.All(one => AddressOf(one.Key) == one.Value)) NetworkFile.Write(_folder.Network, all);
    }

    /// <summary>Writes a network.json for callers who reach the agencies elsewhere, beside tokens as AGENCY/token.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="addresses">By agency, all of them.</param>
    /// <param name="authorityFile">The file in that folder, as PEM, of the authority that has issued the agencies' certificates.</param>
    public static void WriteFor(string folder, IReadOnlyDictionary<string, string> addresses, string authorityFile) => NetworkFile.Write(new DevelopmentFolder(folder).Network, addresses, authorityFile);

    // One that is there is its owner's to open to others.
    private static void MakeRoot(string folder)
    {
        if (!Directory.Exists(folder)) PrivateFiles.MakeFolder(folder);
    }

    private void Make(DateTimeOffset now, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var officers = DevelopmentAuthority.Open(_folder, now);
        foreach (var agency in Agencies)
        {
            PrivateFiles.MakeFolder(_folder.Agency(agency.Id));
            PrivateFiles.MakeFolder(_folder.Keys(agency.Id));
            PrivateFiles.MakeFolder(_folder.Ledger(agency.Id));
            MakeStorageKey(agency.Id);
            DevelopmentTokens.Renew(_folder, agency.Id, now);
        }
        MakeKeys(now, progress, cancellationToken);
        DevelopmentDirectory.Renew(_folder, officers, now);
        var there = NetworkFile.Addresses(_folder.Network);
        if (Agencies.Any(agency => !there.ContainsKey(agency.Id)))
            NetworkFile.Write(_folder.Network, Agencies.Index().ToDictionary(one => one.Item.Id, one => there.GetValueOrDefault(one.Item.Id) ?? $"http://127.0.0.1:{DefaultPort + one.Index}"));
    }

    private void MakeKeys(DateTimeOffset now, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var due = (
            from agency in Agencies
            let files = new AgencyKeyFiles(_folder.Keys(agency.Id))
            from key in new[] { (File: files.Signing, Seals: false), (File: files.Sealing, Seals: true) }
            where DevelopmentKeys.IsDue(key.File, now)
            select (key.File, key.Seals, Subject: $"{agency.Id} {(key.Seals ? "sealing" : "signing")} (development)")).ToList();
        if (due.Count == 0) return;
        progress?.Report($"Making {due.Count} development keys …");
        Parallel.ForEach(due, new ParallelOptions { CancellationToken = cancellationToken }, key => DevelopmentKeys.Renew(key.File, key.Subject, key.Seals, now));
    }

    // Never another one for a ledger that is there: it opens with its own key alone, and says so.
    private void MakeStorageKey(string agency)
    {
        var file = _folder.StorageKey(agency);
        if (File.Exists(file) || File.Exists(Path.Combine(_folder.Ledger(agency), "ledger.db"))) return;
        var made = file + ".new";
        File.Delete(made); // what a killed process left
        StorageKey.Make(made);
        File.Move(made, file);
    }
}
