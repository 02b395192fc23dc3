using System.Text.Json;
using InfoSharing.Tests.Component.Client;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Cli;

/// <summary>A network's folder whose agencies are one fake, which answers as a test says.</summary>
internal sealed class FakeNetwork : IAsyncDisposable
{
    internal const string Id = "019a9c64-7d20-7b31-8e55-4f0c2a6d9b17";
    internal const string OtherId = "019a9c64-9999-7b31-8e55-4f0c2a6d9b17";

    private readonly FakeAgency _agency;
    private readonly DirectoryInfo _folder;

    private FakeNetwork(FakeAgency agency, DirectoryInfo folder) => (_agency, _folder) = (agency, folder);

    internal FakeAnswers Answers => _agency.Answers;

    internal string Folder => _folder.FullName;

    internal static async Task<FakeNetwork> Start(FakeAnswers answers)
    {
        answers.List ??= _ => new() { Transfers = { new ListReply.Types.Entry { TransferId = Id } } };
        answers.Get ??= _ => new() { Transfer = Samples.Complete() };
        var agency = await FakeAgency.Start(answers);
        var folder = System.IO.Directory.CreateTempSubdirectory("infosharing-cli-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "network.json"), JsonSerializer.Serialize(new
        {
            agencies = new[]
            {
                new { id = "leeds-social-care", name = "Leeds children's social care", kind = "SOCIAL_CARE", areaGss = "E08000035", address = agency.Address, tokenFile = "leeds.token" },
                new { id = "sandwell-social-care", name = "Sandwell children's social care", kind = "SOCIAL_CARE", areaGss = "E08000028", address = agency.Address, tokenFile = "none.token" },
            },
        }));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "leeds.token"), "leeds-token\n");
        foreach (var which in new[] { "first", "second" }) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{which}-operator.token"), $"{which}-operator-token\n");
        return new(agency, folder);
    }

    /// <summary>Runs a verb as Leeds.</summary>
    internal Task<(int Code, string Out, string Error)> Run(string input, params string[] args) => Shell.Run(input, [.. args, "--as", "leeds-social-care", "--data", Folder]);

    /// <summary>Takes the service down; the folder stays.</summary>
    internal ValueTask GoDown() => _agency.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _agency.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
