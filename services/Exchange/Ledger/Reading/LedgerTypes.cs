using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoSharing.Exchange.Ledger.Reading;

/// <summary>How ids go in and out of each engine: as 16 bytes in SQLite, as they are elsewhere.</summary>
internal static class LedgerTypes
{
    private static readonly Lock Once = new();
    private static bool _registered;

    internal static void Register()
    {
        lock (Once)
        {
            if (_registered) return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(Guid));
            SqlMapper.RemoveTypeMap(typeof(Guid?));
            SqlMapper.AddTypeHandler(new Ids());
            _registered = true;
        }
    }

    private sealed class Ids : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToByteArray(bigEndian: true) : value;
    }
}
