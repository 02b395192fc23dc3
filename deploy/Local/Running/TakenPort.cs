using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Running;

/// <summary>Another program has the port of an agency.</summary>
internal static class TakenPort
{
    /// <summary>Says whose it was to be, and what to do.</summary>
    internal static CannotStartException Of(string port, string agency, Exception? reason = null) =>
        new($"Port {port}, for {agency}, is taken by another program: stop that one, or give another first port with --port.", reason);
}
