using System.Net.Sockets;
using Npgsql;

namespace InfoSharing.Exchange.Ledger.Engines.Postgres;

/// <summary>Which failures are the storage's own: then callers may try again, and nothing is wrong with what they gave.</summary>
internal static class Failures
{
    // Connection lost, authorisation refused, no such database, conflict of transactions, out of disk, memory or connections, stopping or starting, lock not had, system error, damage.
    private static readonly string[] Classes = ["08", "25", "28", "3D", "40", "53", "55", "57", "58", "F0", "XX"];

    internal static bool IsUnavailable(Exception failure) => failure switch
    {
        PostgresException told => Classes.Any(one => told.SqlState.StartsWith(one, StringComparison.Ordinal)),
        NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException => true, // the last two: the password's file
        LedgerStartException => true, // the server came back with promises that are none
        _ => false,
    };

    /// <summary>True where a connection that had been good was ended, by the server or on the way to it.</summary>
    internal static bool WasCutOff(Exception failure) => failure switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException { InnerException: IOException } => true, // to connect in vain is another one: a SocketException, or a timeout
        _ => false,
    };

    /// <summary>
    /// True where the server may only not be there yet: nobody knows its name or answers there, it is starting, or has no connection free. What it says of us, a wrong
    /// password or a database that it has not, stays as it is. Of several servers each must be so: one that answers is the one to mend.
    /// </summary>
    internal static bool MayPass(Exception failure) => failure switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException { InnerException: AggregateException servers } => servers.InnerExceptions.All(MayPass),
        NpgsqlException { InnerException: SocketException unreached } => MayPass(unreached.SocketErrorCode),
        NpgsqlException { InnerException: TimeoutException or IOException } => true, // the latter: the connection was taken, and ended before a word
        _ => false,
    };

    /// <summary>A failure's name without its message, which may hold what was asked.</summary>
    internal static string NameOf(Exception failure) => failure is PostgresException told ? $"PostgreSQL code {told.SqlState}" : failure.InnerException?.GetType().Name ?? failure.GetType().Name;

    private static bool MayPass(SocketError error) => error is SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable
        or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.AddressNotAvailable; // the last one: a socket's file that is not there
}
