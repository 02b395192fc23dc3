using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using InfoSharing.V1;
using Status = Grpc.Core.Status;

namespace InfoSharing.Tests.Component.Cli;

/// <summary>What every verb that asks a network has alike.</summary>
public sealed class NetworkTests
{
    [Fact]
    public async Task Without_a_network_it_says_how_to_start_one()
    {
        var (code, output, error) = await Shell.Run("", "list", "--as", "leeds-social-care", "--data", "/no/such/folder");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        Flat(error).ShouldBe("There is no network in /no/such/folder. Start one with: ./infosharing start (or say with --data where its folder is).");
    }

    [Fact]
    public async Task An_agency_that_it_does_not_have_is_answered_with_those_it_has()
    {
        await using var network = await FakeNetwork.Start(new());

        var (code, _, error) = await Shell.Run("", "list", "--as", "bradford-police", "--data", network.Folder);

        code.ShouldBe(2);
        Flat(error).ShouldBe("There is no agency \"bradford-police\" in this network. There are: leeds-social-care, sandwell-social-care.");
    }

    [Fact]
    public async Task A_token_that_is_not_there_is_named()
    {
        await using var network = await FakeNetwork.Start(new());

        var (code, _, error) = await Shell.Run("", "list", "--as", "sandwell-social-care", "--data", network.Folder);

        code.ShouldBe(2);
        Flat(error).ShouldStartWith("The token of sandwell-social-care is not there: ");
        error.ShouldContain("start it again");
    }

    [Fact]
    public async Task A_network_file_that_is_broken_says_so_without_quoting_it()
    {
        await using var network = await FakeNetwork.Start(new());
        await File.WriteAllTextAsync(Path.Combine(network.Folder, "network.json"), "{ \"agencies\": [ { \"id\": 7 } ] }", TestContext.Current.CancellationToken);

        var (code, _, error) = await network.Run("", "list");

        code.ShouldBe(2);
        Flat(error).ShouldContain("is not as the network wrote it (line 1)");
    }

    [Fact]
    public async Task Where_nobody_answers_it_ends_with_75_and_says_that_nothing_is_done_twice()
    {
        await using var network = await FakeNetwork.Start(new());
        await network.GoDown();

        var (code, _, error) = await network.Run("", "list");

        code.ShouldBe(75);
        Flat(error).ShouldBe("Nobody answers for leeds-social-care. Is the network running? Start it with: ./infosharing start. Then give this command again: nothing is done twice.");
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated, 2, "does not know this token")]
    [InlineData(StatusCode.PermissionDenied, 2, "does not allow this with this token's role")]
    [InlineData(StatusCode.NotFound, 2, "Another agency's reads as one that does not exist.")]
    [InlineData(StatusCode.Aborted, 2, "Read the newer version first (show), then answer again")]
    [InlineData(StatusCode.AlreadyExists, 2, "goes as the next version (supply)")]
    [InlineData(StatusCode.FailedPrecondition, 2, "Nothing was done")]
    [InlineData(StatusCode.InvalidArgument, 2, "Nothing was done")]
    [InlineData(StatusCode.OutOfRange, 2, "From the beginning: --after 0.")]
    [InlineData(StatusCode.ResourceExhausted, 2, "at most 10 MiB")]
    [InlineData(StatusCode.Unimplemented, 2, "runs another version")]
    [InlineData(StatusCode.Unavailable, 75, "cannot store anything now")]
    [InlineData(StatusCode.DeadlineExceeded, 75, "did not answer in time")]
    [InlineData(StatusCode.Cancelled, 75, "cut off")]
    [InlineData(StatusCode.Internal, 70, "failed")]
    [InlineData(StatusCode.DataLoss, 70, "failed")]
    public async Task Each_status_has_its_words_and_its_code_and_the_services_words_are_kept(StatusCode status, int code, string words)
    {
        await using var network = await FakeNetwork.Start(new() { Get = _ => throw new RpcException(new Status(status, "The service's own words.")) });

        var (ended, output, error) = await network.Run("", "show", FakeNetwork.Id);

        ended.ShouldBe(code);
        output.ShouldBeEmpty();
        Flat(error).ShouldContain(words);
        if (status is not (StatusCode.DeadlineExceeded or StatusCode.Cancelled)) Flat(error).ShouldContain("The service's own words.");
        error.ShouldNotContain("RpcException");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_request_at_fault_names_each_field_on_the_page_and_in_JSON()
    {
        var details = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "reason", Description = "Say why." } } };
        await using var network = await FakeNetwork.Start(new() { Withdraw = _ => throw new Google.Rpc.Status { Code = (int)Code.InvalidArgument, Message = "Not so.", Details = { Any.Pack(details) } }.ToRpcException() });

        var (code, _, error) = await network.Run("", "withdraw", FakeNetwork.Id, "--reason", "x");
        var (_, json, _) = await network.Run("", "withdraw", FakeNetwork.Id, "--reason", "x", "--json");

        code.ShouldBe(2);
        error.ShouldBe("Not so. Nothing was stored.\n\nreason\n    Say why.\n\n");
        json.ShouldContain("\"field\": \"reason\"");
    }

    [Fact]
    public async Task The_beginning_of_an_id_is_enough_where_it_means_one()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            List = request => request.PageToken.Length == 0
                ? new() { Transfers = { new ListReply.Types.Entry { TransferId = FakeNetwork.OtherId } }, NextPageToken = "2" }
                : new() { Transfers = { new ListReply.Types.Entry { TransferId = FakeNetwork.Id } } },
            Flow = _ => new(),
        });

        (await network.Run("", "flow", "019A9C64-7D", "--references")).Code.ShouldBe(0);
        var (ambiguous, _, which) = await network.Run("", "flow", "019a9c64");
        var (unknown, _, none) = await network.Run("", "flow", "019a9c65-0000");
        var (shorter, _, tooShort) = await network.Run("", "flow", "019a9c6");

        network.Answers.Requests<FlowRequest>().Select(one => one.TransferId).ShouldBe([FakeNetwork.Id]);
        (ambiguous, unknown, shorter).ShouldBe((2, 2, 2));
        Flat(which).ShouldBe($"More than one transfer's id begins so. Give more of it: {FakeNetwork.OtherId}, {FakeNetwork.Id}.");
        Flat(none).ShouldContain("has no transfer whose id begins so");
        Flat(tooShort).ShouldContain("at least its first 8 characters");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("send", "x.json")]
    public async Task Without_an_agency_the_command_is_not_understood(params string[] args)
    {
        var (code, _, error) = await Shell.Run("", args);

        code.ShouldBe(2);
        error.ShouldContain("--as");
        error.ShouldContain("--help");
    }

    /// <summary>A page without its line breaks.</summary>
    internal static string Flat(string page) => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
