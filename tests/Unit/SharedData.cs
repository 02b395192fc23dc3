namespace InfoSharing.Tests.Unit;

/// <summary>Sample data that others published. It lies beside the repository, not in it; a test that needs it is skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder under ../shared/data, such as "cin-census/fake_CIN_data.xml".</summary>
    public static string PathOf(string relative) => BesideRepository($"data/{relative}");

    /// <summary>The path of a file or folder under ../shared, such as "rules.md".</summary>
    public static string BesideRepository(string relative)
    {
        var path = Path.Combine(RepositoryRoot, "..", "shared", relative);
        if (!Path.Exists(path)) Assert.Skip($"../shared/{relative} is not beside this repository");
        return Path.GetFullPath(path);
    }

    /// <summary>The folder that holds InfoSharing.sln.</summary>
    public static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InfoSharing.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("InfoSharing.sln is in no folder above the tests: run them from the repository.");
        }
    }
}
