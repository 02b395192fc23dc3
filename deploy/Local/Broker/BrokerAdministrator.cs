using System.Text;
using InfoSharing.Exchange.Hosting;

namespace InfoSharing.Local.Broker;

/// <summary>Who prepares a broker, and where.</summary>
/// <param name="Management">The address of its management API; https, or http on loopback.</param>
/// <param name="User">The administrator's name.</param>
/// <param name="PasswordFile">The file of the administrator's password.</param>
internal sealed record BrokerAdministrator(Uri Management, string User, string PasswordFile)
{
    /// <summary>The header by which the broker knows the administrator.</summary>
    /// <exception cref="CannotStartException">The file cannot be read, or the password would cross a network in clear.</exception>
    internal string Header()
    {
        if (Management.Scheme != "https" && !Management.IsLoopback) throw new CannotStartException($"{Management} is neither https nor on this machine, and the administrator's password would cross the network in clear: give --management https://… .");
        try
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{File.ReadAllText(PasswordFile).Trim()}"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The administrator's password cannot be read from {PasswordFile} ({unreadable.GetType().Name}): name its file with --administrator-password-file.", unreadable);
        }
    }
}
