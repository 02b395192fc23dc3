using System.Security.Cryptography;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;
using Npgsql;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>A ledger of which only its rows are written: those of a transfer, of random bytes in the lengths of the real ones.</summary>
internal sealed class FloorLedger : IAsyncDisposable
{
    private const int ReportBytes = 200;
    private readonly NpgsqlConnection _connection;
    private readonly byte[] _body;
    private readonly int _tokens;
    private readonly byte[] _small = RandomNumberGenerator.GetBytes(60);
    private readonly byte[] _digest = RandomNumberGenerator.GetBytes(32);
    private readonly Queue<(Guid Message, Guid Transfer)> _waiting = [];
    private long _position;

    private FloorLedger(NpgsqlConnection connection, Transfer transfer)
    {
        _connection = connection;
        _body = RandomNumberGenerator.GetBytes(transfer.CalculateSize());
        _tokens = FindableKeys.Of(Guid.Empty, transfer).Count;
    }

    internal static async Task<FloorLedger> OpenAsync(string connectionString, Transfer transfer)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in Migration.Of("Postgres").Select(migration => migration.Sql).Append("insert into chain values (1, 0, '')"))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        return new(connection, transfer);
    }

    /// <summary>Commits so many transfers that go, and so many receipts of those that went.</summary>
    internal Task Send(int transfers, int receipts) => Write(rows =>
    {
        for (var i = 0; i < receipts && _waiting.TryDequeue(out var one); i++) AddReceipt(rows, one.Message, one.Transfer);
        for (var i = 0; i < transfers; i++) AddSent(rows);
    });

    /// <summary>Commits so many transfers that came.</summary>
    internal Task Receive(int transfers) => Write(rows =>
    {
        for (var i = 0; i < transfers; i++) AddReceived(rows);
    });

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Write(Action<RowBatch> fill)
    {
        var rows = new RowBatch();
        fill(rows);
        await using var batch = new NpgsqlBatch(_connection);
        PostgresRows.Add(batch, rows, new((ulong)_position, _digest));
        await batch.ExecuteNonQueryAsync();
    }

    private void AddSent(RowBatch rows)
    {
        var (transfer, message) = (Id(), Id());
        var place = AddCase(rows, transfer, "sent", standing: 1);
        AddLink(rows, transfer, "send", audit: true);
        rows.Outgoing.Add(new() { Place = place + 1, Id = message, TransferId = transfer, Version = 1, Recipient = Mover.Recipient, Lane = 2, Sequence = 1, Kind = "transfer", Sha256 = _digest, Sealed = _body });
        rows.Requests.Add(new() { Key = RandomNumberGenerator.GetBytes(32), Digest = _digest, CaseId = transfer, Answer = _small });
        _waiting.Enqueue((message, transfer));
    }

    private void AddReceipt(RowBatch rows, Guid message, Guid transfer)
    {
        var place = (_position + 1) << CoveredRow.PlaceBits;
        AddLink(rows, transfer, "delivered", audit: false);
        rows.Receipts.Add(new() { Place = place, Id = message, Given = 0, Bytes = RandomNumberGenerator.GetBytes(ReportBytes) });
        rows.Journeys.Add(new() { Position = _position, TransferId = transfer, Version = 1, State = "DELIVERED", Sealed = _small });
        rows.Changes.Add(new(message, DueAt: null, DoneAt: 1));
    }

    private void AddReceived(RowBatch rows)
    {
        var (transfer, message) = (Id(), Id());
        var place = AddCase(rows, transfer, "received", standing: 2);
        rows.Incoming.Add(new() { Place = place + 1, Id = message, TransferId = transfer, Version = 1, Sender = Mover.Sender, Sequence = 1, Kind = "transfer", Sha256 = _digest, Sealed = _body });
        rows.Receipts.Add(new() { Place = place + 2, Id = message, Given = 1, Bytes = RandomNumberGenerator.GetBytes(ReportBytes) });
    }

    private long AddCase(RowBatch rows, Guid transfer, string kind, int standing)
    {
        var place = (_position + 1) << CoveredRow.PlaceBits;
        rows.CaseKeys.Add(new(transfer, _small, 0));
        AddLink(rows, transfer, kind, audit: false);
        rows.Transfers.Add(new() { Place = place, Id = Id(), TransferId = transfer, Version = 1, Standing = standing, Sha256 = _digest, Sealed = _body, Report = RandomNumberGenerator.GetBytes(ReportBytes) });
        rows.Journeys.Add(new() { Position = _position, TransferId = transfer, Version = 1, State = "SENT", Sealed = _small });
        for (var i = 0; i < _tokens; i++) rows.BlindIndex.Add(new(RandomNumberGenerator.GetBytes(32), transfer));
        return place;
    }

    private void AddLink(RowBatch rows, Guid transfer, string kind, bool audit) =>
        rows.Links.Add(new() { Audit = audit, Position = ++_position, Id = Id(), TransferId = transfer, Version = 1, Kind = kind, Sealed = _small, Salt = _small[..16], Link = _digest });

    private static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
