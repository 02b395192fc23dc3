using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace InfoSharing.Exchange.Hosting;

/// <summary>All settings of a process in one JSON file, named by --settings: {"Agency:Id": "leeds-police", …}. It names files of keys and passwords, and holds none.</summary>
internal static class SettingsFile
{
    /// <summary>Puts the file under everything else, so that what is set by hand holds; false where none is named.</summary>
    /// <exception cref="CannotStartException">It cannot be read.</exception>
    internal static bool AddTo(ConfigurationManager settings)
    {
        if (settings["settings"] is not { Length: > 0 } file) return false;
        try
        {
            var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file));
            ((IConfigurationBuilder)settings).Sources.Insert(0, new JsonConfigurationSource { FileProvider = new PhysicalFileProvider(folder), Path = name, ReloadOnChange = false });
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The settings cannot be read from {file} ({unreadable.GetType().Name}): name a JSON file of settings with --settings, readable by this process.", unreadable);
        }
    }
}
