using Google.Protobuf;
using InfoSharing.V1;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Component.Cli;

public sealed class AlertTests
{
    [Fact]
    public async Task A_refused_hand_over_leaves_an_alert_behind_that_can_be_sent()
    {
        var (code, json, told) = await Shell.Run(Cases.Undecided, "alert", "-");

        code.ShouldBe(0);
        var alert = JsonParser.Default.Parse<Transfer>(json);
        alert.Kind.ShouldBe(Transfer.Types.Kind.Notification);
        alert.Alert.HandOverToFollow.ShouldBeTrue();
        alert.Id.ShouldNotBe("019a9c64-7d20-7b31-8e55-4f0c2a6d9b17");
        ShapeCheck.Of(alert).ShouldBeEmpty();
        told.ShouldStartWith("The hand-over is refused as it is.");
        told.ShouldContain("IS-101");
        (await Shell.Run(json, "check", "-")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_refuges_address_is_not_in_it_and_is_listed_as_withheld()
    {
        var (_, json, told) = await Shell.Run(Cases.Undecided, "alert", "-");

        json.ShouldNotContain("Trevanion");
        json.ShouldNotContain("B70 8AA");
        told.ShouldContain("Withheld");
        told.ShouldContain("IS-816");
    }

    [Fact]
    public async Task An_alert_is_an_alert_already()
    {
        var (code, json, told) = await Shell.Run(Cases.Alert, "alert", "-");

        code.ShouldBe(2);
        json.ShouldBeEmpty();
        told.ShouldContain("This is an alert already: send it as it is.");
    }

    [Fact]
    public async Task What_cannot_be_read_makes_no_alert()
    {
        var (code, json, told) = await Shell.Run("{ \"kind\": ", "alert", "-");

        code.ShouldBe(2);
        json.ShouldBeEmpty();
        told.ShouldContain("ends before");
    }

    [Fact]
    public async Task The_file_is_whole_and_its_owners_alone()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-alert-");
        try
        {
            var file = Path.Combine(folder.FullName, "alert.json");

            var (code, output, _) = await Shell.Run(Cases.Undecided, "alert", "-", "--out", file);

            code.ShouldBe(0);
            output.ShouldBeEmpty();
            JsonParser.Default.Parse<Transfer>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Kind.ShouldBe(Transfer.Types.Kind.Notification);
            folder.GetFiles().ShouldHaveSingleItem();
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_crisis_says_first_to_ring()
    {
        var (_, _, told) = await Shell.Run(Cases.Undecided.Replace("\"kind\": \"FULL_TRANSFER\"", "\"kind\": \"FULL_TRANSFER\", \"urgency\": \"CRISIS\"", StringComparison.Ordinal), "alert", "-");

        told.ShouldStartWith("If someone is in danger now, ring 999.\nThen ring Sandwell's duty team");
    }

    [Fact]
    public async Task The_alert_never_takes_the_place_of_its_hand_over()
    {
        var folder = Directory.CreateTempSubdirectory("infosharing-alert-");
        try
        {
            var file = Path.Combine(folder.FullName, "case.json");
            await File.WriteAllTextAsync(file, Cases.Undecided, TestContext.Current.CancellationToken);

            var (code, _, told) = await Shell.Run("", "alert", file, "--out", Path.Combine(folder.FullName, ".", "case.json"));

            code.ShouldBe(2);
            told.ShouldContain("--out names the hand-over itself.");
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(Cases.Undecided);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_with_2_and_a_sentence()
    {
        var (code, _, told) = await Shell.Run(Cases.Undecided, "alert", "-", "--out", "/no/such/folder/alert.json");

        code.ShouldBe(2);
        told.ShouldContain("cannot be written");
    }
}
