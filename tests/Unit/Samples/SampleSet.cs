using InfoSharing.V1;

namespace InfoSharing.Tests.Unit;

/// <summary>Every sample and every golden case, by name.</summary>
public static class SampleSet
{
    public static TheoryData<string> All =>
        ["complete", "complete-fm", "large", "alert", .. GoldenCases.All.Select(one => one.Id)];

    public static TheoryData<string> Golden => [.. GoldenCases.All.Select(one => one.Id)];

    public static Transfer Make(string name) => name switch
    {
        "complete" => Samples.Complete(),
        "complete-fm" => Samples.CompleteFm(),
        "large" => Samples.Large(),
        "alert" => Samples.Alert(),
        _ => GoldenCases.Get(name).Make(),
    };
}
