using InfoSharing.Exchange.Ledger;
using InfoSharing.Exchange.Ledger.Engines.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static InfoSharing.Tests.Component.Ledger.LedgerRoom;

namespace InfoSharing.Tests.Component.Ledger;

public sealed class StartTests : IDisposable
{
    private readonly SqliteRoom _room = (SqliteRoom)LedgerRoom.On(Keeper.Sqlite);

    public void Dispose() => _room.Dispose();

    [Fact]
    public void A_second_instance_on_the_same_folder_is_refused_with_a_clear_line_and_the_first_goes_on()
    {
        _room.Ledger.ShouldNotBeNull();
        Should.Throw<LedgerStartException>(() => _room.Open()).Message
            .ShouldBe($"The data folder {_room.Options.Folder} is in use by another InfoSharing process: stop that one, or give this one a folder of its own.");
        _room.Close();
        _room.Ledger.ShouldNotBeNull();
    }

    [Fact]
    public void What_makes_a_commit_lasting_is_set_and_read_back()
    {
        _room.Ledger.ShouldNotBeNull();
        using (var transaction = _room.Engine.Begin())
        {
            var connection = (SqliteConnection)transaction.Connection;
            SqliteFile.Ask(connection, "pragma synchronous").ShouldBe(2L);
            SqliteFile.Ask(connection, "pragma journal_mode").ShouldBe("wal");
            SqliteFile.Ask(connection, "pragma page_size").ShouldBe(16_384L);
            Should.Throw<LedgerStartException>(() => SqliteFile.Demand(connection, "synchronous", 3L)).Message.ShouldStartWith("The ledger cannot promise that what it acknowledges is on disk: synchronous is 2, not 3");
        }
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused_in_one_sentence()
    {
        Directory.CreateDirectory(_room.Options.Folder);
        File.WriteAllText(_room.File, string.Concat(Enumerable.Repeat("not a database ", 2000)));
        Should.Throw<LedgerStartException>(() => _room.Ledger).Message.ShouldStartWith($"The ledger in {_room.Options.Folder} cannot be opened (SQLite code 26)");
    }

    [Fact]
    public void Options_out_of_bounds_are_told_all_at_once()
    {
        var settings = new Dictionary<string, string?> { ["Agency"] = "Leeds!", ["Folder"] = "data", ["StorageKeyFile"] = "key", ["BatchEntries"] = "0", ["RequestDays"] = "89" };
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddLedger(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var told = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Failures.ToList();
        told.ShouldBe(
        [
            "DataAnnotation validation failed for 'LedgerOptions' members: 'Agency' with the error: 'Ledger:Agency must be an agency's id: lower-case letters, digits and single hyphens.'.",
            "DataAnnotation validation failed for 'LedgerOptions' members: 'BatchEntries' with the error: 'The field BatchEntries must be between 1 and 1024.'.",
            "DataAnnotation validation failed for 'LedgerOptions' members: 'RequestDays' with the error: 'The field RequestDays must be between 90 and 3650.'.",
        ]);
    }

    [Fact]
    public async Task A_registered_ledger_takes_entries()
    {
        var settings = new Dictionary<string, string?> { ["Agency"] = Leeds, ["Folder"] = _room.Options.Folder, ["StorageKeyFile"] = _room.KeyFile };
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddLedger(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        (await services.GetRequiredService<ILedger>().AppendAsync(_room.Send(_room.NewId()), Stop)).Position.ShouldBe(2UL);
    }
}
