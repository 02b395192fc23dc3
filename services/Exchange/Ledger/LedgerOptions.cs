using System.ComponentModel.DataAnnotations;

namespace InfoSharing.Exchange.Ledger;

/// <summary>Where an agency's ledger is, and how it writes. Section "Ledger".</summary>
internal sealed class LedgerOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledger";

    internal const string Sqlite = "sqlite";
    internal const string Postgres = "postgres";

    /// <summary>The agency whose ledger it is, by its id in the directory. No default.</summary>
    [Required(ErrorMessage = AgencyOptions.Blank)]
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$", ErrorMessage = "Ledger:Agency must be an agency's id: lower-case letters, digits and single hyphens.")]
    [StringLength(60)]
    public string Agency { get; set; } = "";

    /// <summary>What keeps the ledger: "sqlite", files of this process alone, or "postgres", a database that several processes of the agency share. Default sqlite.</summary>
    public string Engine { get; set; } = Sqlite;

    /// <summary>The folder of the ledger's files, for sqlite. One process uses it at a time. No default.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The ledger's database, for postgres, as Npgsql writes it: "Host=db.example;Database=leeds_police;Username=leeds_police". A database for each ledger; never a password. No default.</summary>
    public string Connection { get; set; } = "";

    /// <summary>The file with the database's password, readable by its owner alone; read again for each new connection. Default none, for servers that know the caller otherwise.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>The file with the agency's storage key: exactly 32 bytes, readable by its owner alone. Never in the folder's backups. No default.</summary>
    [Required(ErrorMessage = "Ledger:StorageKeyFile is blank: name the file with the agency's storage key.")]
    public string StorageKeyFile { get; set; } = "";

    /// <summary>Storage keys that this one replaces, while it rotates: what they wrapped is wrapped anew at the start. Default none.</summary>
    public IReadOnlyList<string> RetiredStorageKeyFiles { get; set; } = [];

    /// <summary>Most entries in one transaction, 1 to 1,024. Default 256.</summary>
    [Range(1, 1024)]
    public int BatchEntries { get; set; } = 256;

    /// <summary>Most bytes of content in one transaction, 1 MiB to 256 MiB; one larger entry goes alone. Default 16 MiB.</summary>
    [Range(1 << 20, 256 << 20)]
    public int BatchBytes { get; set; } = 16 << 20;

    /// <summary>Most entries that wait to be written, 16 to 65,536; more callers wait for room. Default 1,024.</summary>
    [Range(16, 65_536)]
    public int QueuedEntries { get; set; } = 1024;

    /// <summary>Seconds for which a commit is waited for, 1 to 60; then the caller is told to ask again, and what was asked may be stored yet. Default 8: the contract's calls wait for 10.</summary>
    [Range(1, 60)]
    public int CommitSeconds { get; set; } = 8;

    /// <summary>Seconds for which a database server that cannot be reached yet is waited for at the start, 0 to 3,600; what it answers, a wrong password for one, is not waited for. Default 60.</summary>
    [Range(0, 3600)]
    public int StartSeconds { get; set; } = 60;

    /// <summary>Days for which a request's answer is kept, 90 to 3,650. Default 90.</summary>
    [Range(90, 3650)]
    public int RequestDays { get; set; } = 90;

    /// <summary>Hours after which the bytes of an upload that was never finished are taken away, 1 to 720. Default 24.</summary>
    [Range(1, 720)]
    public int UploadHours { get; set; } = 24;

    /// <summary>Days after which a document is taken away whose transfer was never sent, 1 to 365. Default 30.</summary>
    [Range(1, 365)]
    public int UnsentUploadDays { get; set; } = 30;

    /// <summary>Seconds after which a watcher looks again though nothing was signalled, for ledgers that several processes write; 1 to 60. Default 5.</summary>
    [Range(1, 60)]
    public int WatchFallbackSeconds { get; set; } = 5;
}
