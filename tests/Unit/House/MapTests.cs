using System.Xml.Linq;

namespace InfoSharing.Tests.Unit.House;

/// <summary>The map's arrows (README, "The map"): who may depend on whom. A project that is not on the map fails too.</summary>
public class MapTests
{
    // It runs them all in one process, and so may stand on all of them.
    private const string Local = "deploy/Local";

    private static readonly Dictionary<string, string[]> Map = new()
    {
        ["protos/InfoSharing.Protos"] = [],
        ["protos/InfoSharing.Services"] = ["protos/InfoSharing.Protos", "services/Grpc"],
        ["services/Grpc"] = [],
        ["services/Validator"] = ["protos/InfoSharing.Protos"],
        ["services/Directory"] = ["protos/InfoSharing.Protos"],
        ["services/Feeds"] = ["protos/InfoSharing.Protos", "services/Validator"],
        ["services/ServiceDefaults"] = ["services/Grpc"],
        ["services/Exchange"] = ["services/Validator", "services/Directory", "protos/InfoSharing.Services", "services/Grpc", "services/ServiceDefaults"],
        ["services/Police"] = ["services/Exchange", "services/Feeds"],
        ["services/SocialCare"] = ["services/Exchange", "services/Feeds"],
        ["services/Health"] = ["services/Exchange", "services/Feeds"],
        ["services/Probation"] = ["services/Exchange", "services/Feeds"],
        ["services/Mash"] = ["services/Exchange", "services/Feeds"],
        ["gateway/Client"] = ["protos/InfoSharing.Services", "services/Grpc"],
        ["gateway/Gateway"] = ["protos/InfoSharing.Services", "services/Directory", "services/Grpc", "services/ServiceDefaults"],
        ["gateway/Console"] = ["gateway/Client"],
        ["gateway/Kit"] = ["protos/InfoSharing.Services", "services/Validator", "services/Grpc"],
        ["gateway/Cli"] = ["gateway/Client", "gateway/Kit", "services/Validator", "services/Feeds"],
    };

    static MapTests() => Map[Local] = [.. Map.Keys];

    public static TheoryData<string> Projects()
    {
        var projects = new TheoryData<string>();
        foreach (var folder in new[] { "protos", "services", "gateway", "deploy" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, folder), "*.csproj", SearchOption.AllDirectories))
                projects.Add(Name(file));
        return projects;
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_depends_only_on_those_that_the_map_allows_it(string project)
    {
        Map.ShouldContainKey(project, "the project is not on the map");
        var file = Path.Combine(SharedData.RepositoryRoot, project, Path.GetFileName(project) + ".csproj");
        var content = XDocument.Load(file);
        var references = content.Descendants("ProjectReference")
            .Select(reference => Name(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, reference.Attribute("Include")!.Value))))
            .Concat(content.Descendants("UsesGrpc").Select(_ => "services/Grpc")); // Directory.Build.targets refers to it
        references.Except(Map[project]).ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "InfoSharing.sln")).Replace('\\', '/');
        foreach (var folder in new[] { "protos", "services", "gateway", "tests", "deploy" }.Where(folder => Directory.Exists(Path.Combine(SharedData.RepositoryRoot, folder))))
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, folder), "*.csproj", SearchOption.AllDirectories))
                solution.ShouldContain(Path.GetRelativePath(SharedData.RepositoryRoot, file).Replace('\\', '/'));
    }

    private static string Name(string projectFile) =>
        Path.GetRelativePath(SharedData.RepositoryRoot, Path.GetDirectoryName(projectFile)!).Replace('\\', '/');
}
