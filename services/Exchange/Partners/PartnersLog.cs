using Microsoft.Extensions.Logging;

namespace InfoSharing.Exchange.Partners;

/// <summary>What Partners logs. Numbers 2300 to 2399.</summary>
internal static partial class PartnersLog
{
    [LoggerMessage(2300, LogLevel.Error, "{Agency} is not in directory {Number}: nobody takes what it sends. Ask the officers to enter it")]
    internal static partial void NotInDirectory(ILogger log, string agency, ulong number);

    [LoggerMessage(2301, LogLevel.Error, "The ledger could not record that directory {Number} is in force")]
    internal static partial void NotRecorded(ILogger log, ulong number);

    [LoggerMessage(2302, LogLevel.Error, "Some settings for {Whose} in directory {Number} are refused and not followed. {Faults} The officers mend them and sign the directory again")]
    internal static partial void SettingsRefused(ILogger log, string whose, ulong number, string faults);
}
