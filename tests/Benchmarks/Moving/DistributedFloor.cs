using System.Diagnostics;
using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Ledger.Migrations;
using InfoSharing.Exchange.Ledger.Stored;
using InfoSharing.Exchange.Ledger.Engines.Postgres;
using InfoSharing.Local.Private;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// The floor of moving a transfer over a broker between two databases: the same rows committed at the sender, a parcel of the same size published with a confirm and consumed, and
/// the same rows committed at the recipient, 32 transfers a batch. No rules, no sealing, no gRPC, no receipt on its way back. Sender and recipient work at the same time.
/// </summary>
internal static class DistributedFloor
{
    private const int Batch = 32;
    private const int AtOnce = 4;
    private const string Queue = "floor";

    /// <summary>How many transfers a second go.</summary>
    internal static async Task<(double Complete, double Large)> TransfersASecond(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-floor-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(PostgresPrograms.Find()!, folder, CancellationToken.None);
        await using var broker = await PrivateBroker.StartAsync(Path.Combine(folder, "broker"));
        var figures = (await Rate(postgres, broker, "complete", Samples.Complete().ToByteArray().Length, seconds), await Rate(postgres, broker, "large", Samples.Large().ToByteArray().Length, seconds));
        return figures;
    }

    private static async Task<double> Rate(PrivatePostgres postgres, PrivateBroker broker, string name, int bytes, double seconds)
    {
        await using var sender = await Ledger(postgres, $"{name}_sender");
        await using var recipient = await Ledger(postgres, $"{name}_recipient");
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = broker.AmqpPort, UserName = PrivateBrokerFiles.Administrator, Password = await File.ReadAllTextAsync(broker.PasswordFile) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var out_ = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await using var in_ = await connection.CreateChannelAsync();
        await out_.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var body = RandomNumberGenerator.GetBytes(bytes);
        var parcel = RandomNumberGenerator.GetBytes(Math.Min(bytes * Batch, 1 << 20));
        var parcels = (bytes * Batch + parcel.Length - 1) / parcel.Length;
        var (received, began) = (0, Stopwatch.GetTimestamp());
        var arrived = 0;
        await in_.BasicQosAsync(0, (ushort)(8 * parcels), false);
        var consumer = new AsyncEventingBasicConsumer(in_);
        consumer.ReceivedAsync += async (_, parcelOf) =>
        {
            if (++arrived % parcels == 0)
            {
                await recipient.Write(body, sends: false);
                received += Batch;
            }
            await in_.BasicAckAsync(parcelOf.DeliveryTag, false);
        };
        await in_.BasicConsumeAsync(Queue, autoAck: false, consumer);
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, Expiration = "60000" };
        var onTheirWay = new Queue<Task>();
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            await sender.Write(body, sends: true);
            for (var i = 0; i < parcels; i++) onTheirWay.Enqueue(out_.BasicPublishAsync("", Queue, mandatory: true, properties, parcel).AsTask());
            while (onTheirWay.Count > AtOnce * parcels) await onTheirWay.Dequeue();
        }
        await Task.WhenAll(onTheirWay);
        return received / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<BareLedger> Ledger(PrivatePostgres server, string database)
    {
        await server.MakeDatabaseAsync(database, CancellationToken.None);
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionTo(database)) { Password = await File.ReadAllTextAsync(server.PasswordFile), Pooling = false, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, WriteBufferSize = 65_536 };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in Migration.Of("Postgres").Select(migration => migration.Sql).Append("insert into chain values (1, 0, '')"))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        return new(connection);
    }

    private sealed class BareLedger(NpgsqlConnection connection) : IAsyncDisposable
    {
        private readonly byte[] _small = RandomNumberGenerator.GetBytes(60);
        private readonly byte[] _digest = RandomNumberGenerator.GetBytes(32);
        private long _position;

        internal async Task Write(byte[] body, bool sends)
        {
            var rows = new RowBatch();
            for (var i = 0; i < Batch; i++) Add(rows, body, sends);
            await using var batch = new NpgsqlBatch(connection);
            PostgresRows.Add(batch, rows, new((ulong)_position, _digest));
            await batch.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private void Add(RowBatch rows, byte[] body, bool sends)
        {
            var (transfer, message, place) = (Id(), Id(), (_position + 1) << CoveredRow.PlaceBits);
            rows.CaseKeys.Add(new(transfer, _small, 0));
            foreach (var audit in new[] { false, true })
                rows.Links.Add(new() { Audit = audit, Position = ++_position, Id = Id(), TransferId = transfer, Version = 1, Kind = sends ? "sent" : "received", Sealed = _small, Salt = _small[..16], Link = _digest });
            rows.Transfers.Add(new() { Place = place, Id = Id(), TransferId = transfer, Version = 1, Standing = sends ? 1 : 2, Sha256 = _digest, Sealed = body, Report = _small, Request = sends ? _digest : null });
            rows.Journeys.Add(new() { Position = _position, TransferId = transfer, Version = 1, State = "SENT", Sealed = _small });
            if (sends)
            {
                rows.Outgoing.Add(new() { Place = place + 1, Id = message, TransferId = transfer, Version = 1, Recipient = Mover.Recipient, Lane = 2, Sequence = 1, Kind = "transfer", Sha256 = _digest, Sealed = body });
                rows.Requests.Add(new() { Key = RandomNumberGenerator.GetBytes(32), Digest = _digest, CaseId = transfer, Answer = _small });
                return;
            }
            rows.Incoming.Add(new() { Place = place + 1, Id = message, TransferId = transfer, Version = 1, Sender = Mover.Sender, Sequence = 1, Kind = "transfer", Sha256 = _digest, Sealed = body });
            rows.Receipts.Add(new() { Place = place + 2, Id = message, Given = 1, Bytes = _small });
        }

        private static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    }
}
