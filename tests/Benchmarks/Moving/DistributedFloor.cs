using System.Diagnostics;
using System.Security.Cryptography;
using InfoSharing.Local.Private;
using InfoSharing.V1;
using Npgsql;
using RabbitMQ.Client;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// The floor of moving a transfer over a broker between two databases: the same rows committed at the sender, a parcel of the same size published with a confirm and consumed, the
/// same rows committed at the recipient, its receipts published with a confirm, consumed, and committed at the sender with what it sends next. As many transfers share a commit and
/// a parcel as did in the run that it is compared with. No rules, no sealing, no signatures, no gRPC. Sender and recipient work at the same time.
/// </summary>
internal sealed class DistributedFloor : IAsyncDisposable
{
    private const int AtOnce = 4;
    private const int ReceiptBytes = 400;
    private readonly PrivatePostgres _postgres;
    private readonly PrivateBroker _broker;
    private int _runs;

    private DistributedFloor(PrivatePostgres postgres, PrivateBroker broker) => (_postgres, _broker) = (postgres, broker);

    /// <summary>Starts servers of its own.</summary>
    internal static async Task<DistributedFloor> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-floor-").FullName;
        return new(await PrivatePostgres.StartAsync(PostgresPrograms.Find()!, folder, CancellationToken.None), await PrivateBroker.StartAsync(Path.Combine(folder, "broker")));
    }

    /// <summary>How many a second go of a transfer, so many sharing a commit of the sender and of the recipient.</summary>
    internal async Task<double> TransfersASecond(Transfer transfer, int sentTogether, int receivedTogether, double seconds)
    {
        var name = $"floor{++_runs}";
        await using var sender = await Ledger($"{name}_sender", transfer);
        await using var recipient = await Ledger($"{name}_recipient", transfer);
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort, UserName = PrivateBrokerFiles.Administrator, Password = await File.ReadAllTextAsync(_broker.PasswordFile) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var there = await FloorQueue.OpenAsync(connection, $"{name}.parcels");
        await using var back = await FloorQueue.OpenAsync(connection, $"{name}.receipts");
        var parcel = RandomNumberGenerator.GetBytes(Math.Min(transfer.CalculateSize() * receivedTogether, 1 << 20));
        var parcels = Math.Max(1, (transfer.CalculateSize() * receivedTogether + parcel.Length - 1) / parcel.Length);
        var (arrived, receipted) = (0, 0);
        await there.ConsumeAsync((ushort)(8 * parcels), async () =>
        {
            if (++arrived % parcels != 0) return;
            await recipient.Receive(receivedTogether);
            await back.PublishAsync(RandomNumberGenerator.GetBytes(ReceiptBytes * receivedTogether));
        });
        await back.ConsumeAsync(8, () => Task.FromResult(Interlocked.Add(ref receipted, receivedTogether)));
        var began = Stopwatch.GetTimestamp();
        var onTheirWay = new Queue<Task>();
        var (sent, packed, done) = (0, 0, 0);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            var receipts = Interlocked.Exchange(ref receipted, 0);
            await sender.Send(sentTogether, receipts);
            (sent, done) = (sent + sentTogether, done + receipts);
            for (; sent - packed >= receivedTogether; packed += receivedTogether)
                for (var i = 0; i < parcels; i++) onTheirWay.Enqueue(there.PublishAsync(parcel));
            while (onTheirWay.Count > AtOnce * parcels) await onTheirWay.Dequeue();
        }
        await Task.WhenAll(onTheirWay);
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private async Task<FloorLedger> Ledger(string database, Transfer transfer)
    {
        await _postgres.MakeDatabaseAsync(database, CancellationToken.None);
        var builder = new NpgsqlConnectionStringBuilder(_postgres.ConnectionTo(database)) { Password = await File.ReadAllTextAsync(_postgres.PasswordFile), Pooling = false, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, WriteBufferSize = 65_536 };
        return await FloorLedger.OpenAsync(builder.ConnectionString, transfer);
    }
}
