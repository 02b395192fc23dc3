using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace InfoSharing.Tests.Benchmarks.Moving;

/// <summary>
/// The floor of moving a transfer: the rows that the sender's and the recipient's ledgers hold of it, read back from the run's own files and written again
/// into new files of the same tables, 32 transfers a transaction, synchronous=FULL. The sender writes twice: when it sends, and when the receipt comes. No rules, no
/// sealing, no gRPC; each ledger on a thread of its own.
/// </summary>
internal static class LedgerFloor
{
    private const int Batch = 32;
    private const int Most = 2048;

    /// <summary>How many transfers a second both ledgers take.</summary>
    /// <param name="network">The data folder of a network that has stopped.</param>
    internal static double TransfersASecond(string network)
    {
        var sender = Rows.Read(Directory.EnumerateFiles(Path.Combine(network, "leeds-social-care"), "ledger.db", SearchOption.AllDirectories).Single());
        var recipient = Rows.Read(Directory.EnumerateFiles(Path.Combine(network, "sandwell-social-care"), "ledger.db", SearchOption.AllDirectories).Single());
        var count = Math.Min(sender.Transfers, recipient.Transfers);
        var folder = Directory.CreateTempSubdirectory("infosharing-floor-").FullName;
        var began = Stopwatch.GetTimestamp();
        Parallel.Invoke(() => sender.Write(Path.Combine(folder, "sender.db"), count), () => recipient.Write(Path.Combine(folder, "recipient.db"), count));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return count / took;
    }

    private sealed class Rows
    {
        // Each table with the column that names the case. What comes with the receipt is written in a transaction of its own.
        private static readonly (string Table, string Case)[] OfCase =
        [
            ("case_key", "case_id"), ("event", "transfer_id"), ("audit", "transfer_id"), ("transfer", "transfer_id"), ("journey", "transfer_id"),
            ("outgoing", "transfer_id"), ("incoming", "transfer_id"), ("blind_index", "transfer_id"), ("request", "case_id"),
        ];

        private readonly List<string> _schema = [];
        private readonly List<(string Sql, List<object[]> Rows)>[] _cases;
        private readonly List<(string Sql, List<object[]> Rows)>[] _receipts;
        private readonly List<byte[][]> _done = [];

        private Rows(int transfers)
        {
            _cases = Enumerable.Range(0, transfers).Select(_ => new List<(string, List<object[]>)>()).ToArray();
            _receipts = Enumerable.Range(0, transfers).Select(_ => new List<(string, List<object[]>)>()).ToArray();
        }

        internal int Transfers => _cases.Length;

        internal static Rows Read(string file)
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
            connection.Open();
            var ids = Query(connection, $"select transfer_id from journey order by position limit {Most}").Select(row => (byte[])row[0]).ToList();
            var rows = new Rows(ids.Count);
            rows._schema.AddRange(Query(connection, "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'").Select(row => (string)row[0]));
            for (var i = 0; i < ids.Count; i++)
            {
                foreach (var (table, caseColumn) in OfCase) Keep(rows._cases[i], table, Query(connection, $"select * from {table} where {caseColumn} = $id", ids[i]));
                Keep(rows._receipts[i], "receipt", Query(connection, "select * from receipt where id in (select id from outgoing where transfer_id = $id union all select id from incoming where transfer_id = $id)", ids[i]));
                rows._done.Add([.. Query(connection, "select id from outgoing where transfer_id = $id", ids[i]).Select(row => (byte[])row[0])]);
            }
            return rows;
        }

        internal void Write(string file, int count)
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
            connection.Open();
            foreach (var pragma in new[] { "page_size = 16384", "journal_mode = wal", "synchronous = full" }) Run(connection, null, $"pragma {pragma}", []);
            foreach (var sql in _schema) Run(connection, null, sql, []);
            var sends = _done.Exists(done => done.Length > 0);
            foreach (var those in Enumerable.Range(0, count).Chunk(Batch))
            {
                InOne(connection, transaction =>
                {
                    foreach (var i in those) Insert(connection, transaction, sends ? _cases[i] : [.. _cases[i], .. _receipts[i]]);
                });
                if (sends) InOne(connection, transaction =>
                {
                    foreach (var i in those)
                    {
                        Insert(connection, transaction, _receipts[i]);
                        foreach (var id in _done[i]) Run(connection, transaction, "update outgoing set done_at = 1 where id = $0", [id]);
                    }
                });
            }
        }

        private static void InOne(SqliteConnection connection, Action<SqliteTransaction> write)
        {
            using var transaction = connection.BeginTransaction();
            write(transaction);
            transaction.Commit();
        }

        private static void Keep(List<(string, List<object[]>)> into, string table, List<object[]> rows)
        {
            if (rows.Count > 0) into.Add(($"insert or ignore into {table} values ({string.Join(", ", Enumerable.Range(0, rows[0].Length).Select(column => $"${column}"))})", rows));
        }

        private static void Insert(SqliteConnection connection, SqliteTransaction transaction, List<(string Sql, List<object[]> Rows)> tables)
        {
            foreach (var (sql, rows) in tables)
                foreach (var row in rows) Run(connection, transaction, sql, row);
        }

        private static void Run(SqliteConnection connection, SqliteTransaction? transaction, string sql, object[] values)
        {
            using var command = new SqliteCommand(sql, connection, transaction);
            for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", values[i]);
            command.ExecuteNonQuery();
        }

        private static List<object[]> Query(SqliteConnection connection, string sql, byte[]? id = null)
        {
            using var command = new SqliteCommand(sql, connection);
            if (id is not null) command.Parameters.AddWithValue("$id", id);
            using var reader = command.ExecuteReader();
            var rows = new List<object[]>();
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            return rows;
        }
    }
}
