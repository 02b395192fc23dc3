using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Tests.Component.Client;
using InfoSharing.V1;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;
using static InfoSharing.Tests.Component.Cli.NetworkTests;

namespace InfoSharing.Tests.Component.Cli;

public sealed class AuditTests
{
    [Fact]
    public async Task A_ledger_that_holds_says_so_and_names_its_head()
    {
        await using var network = await FakeNetwork.Start(new()
        {
            Verify = () => [new() { Progress = new() { Read = 5, Of = 10 } }, new() { Found = new() { Holds = true, Links = 1234, Head = ByteString.CopyFrom(0xAB, 0xCD) } }],
        });

        var (code, page, _) = await network.Run("", "verify");

        code.ShouldBe(0);
        Flat(page).ShouldBe("The ledger of leeds-social-care holds: 1,234 links, each as it was written. Its head, of which partners hold earlier ones as witnesses: abcd");
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_ends_with_1_and_names_the_link()
    {
        await using var network = await FakeNetwork.Start(new() { Verify = () => [new() { Found = new() { BrokenAt = 7, Links = 6, Reason = "link" } }] });

        var (code, page, _) = await network.Run("", "verify");

        code.ShouldBe(1);
        Flat(page).ShouldStartWith("The ledger does not hold: link 7 is not as it was written. 6 links before it are good.");
    }

    [Fact]
    public async Task A_reading_that_breaks_off_is_not_taken_for_good()
    {
        await using var network = await FakeNetwork.Start(new() { Verify = () => [new() { Progress = new() { Read = 5, Of = 10 } }] });

        var (code, _, error) = await network.Run("", "verify");

        code.ShouldBe(2);
        Flat(error).ShouldContain("stopped before it had read the whole ledger");
    }

    [Fact]
    public async Task Witnesses_that_agree_end_with_0_and_those_that_saw_nothing_are_one_line()
    {
        await using var network = await FakeNetwork.Start(new() { Verify = () => Heard(Witness("sandwell-social-care", Verdict.Agrees, 1200, 1200), Witness("leeds-police", Verdict.None), Witness("leeds-health", Verdict.None)) });

        var (code, page, _) = await network.Run("", "verify", "--witnesses", "--wait", "5");

        code.ShouldBe(0);
        page.ShouldContain("  agrees           sandwell-social-care  position 1,200, signed 2026-11-02 17:55:00Z\n");
        Flat(page).ShouldContain("2 agencies have seen no head of it: leeds-police, leeds-health.");
        Flat(page).ShouldEndWith("No partner holds anything of this ledger that it does not have or does not explain.");
        var request = network.Answers.Requests<VerifyRequest>().Single();
        (request.Witnesses, request.WaitSeconds).ShouldBe((true, 5u));
    }

    [Theory]
    [InlineData(Verdict.Ahead, "AHEAD OF US", "It ends at position 1,234, and has signed a head at 2,000: it was put back to an earlier state without being restored.")]
    [InlineData(Verdict.Differs, "DIFFERS", "It has other links than it signed, at position 2,000 among others")]
    public async Task A_witness_that_contradicts_ends_with_1_and_says_how_to_mend_it(Verdict verdict, string word, string says)
    {
        await using var network = await FakeNetwork.Start(new() { Verify = () => Heard(Witness("leeds-police", Verdict.Silent), Witness("sandwell-social-care", verdict, 2000, 1100)) });

        var (code, page, _) = await network.Run("", "verify", "--witnesses");

        code.ShouldBe(1);
        page.ShouldContain($"  {word,-15}  sandwell-social-care  position 2,000, signed 2026-11-02 17:55:00Z\n      the same as here up to position 1,100\n");
        Flat(page).ShouldContain("This ledger is not the one that partners know.");
        Flat(page).ShouldContain(says);
        page.ShouldContain($"./infosharing restore --as leeds-social-care --data {network.Folder} --from DIR --replace\n");
        page.ShouldContain($"./infosharing reconcile --as leeds-social-care --data {network.Folder} --with sandwell-social-care\n");
    }

    [Fact]
    public async Task A_witness_that_does_not_answer_ends_with_75_and_the_number_to_ring()
    {
        var silent = Witness("sandwell-social-care", Verdict.Silent);
        silent.Phone = "0121 496 0002";
        await using var network = await FakeNetwork.Start(new() { Verify = () => Heard(silent) });

        var (code, page, _) = await network.Run("", "verify", "--witnesses");

        code.ShouldBe(75);
        Flat(page).ShouldContain("no answer sandwell-social-care ring Sandwell children's social care, 0121 496 0002, and ask whether their service runs");
        Flat(page).ShouldEndWith("Give this command again when they can be reached, or with a longer --wait.");
    }

    [Fact]
    public async Task What_a_restoring_explains_ends_with_0_and_names_it_and_what_is_not_believed_ends_with_1()
    {
        var steps = Heard(Witness("sandwell-social-care", Verdict.Restored, 2000, 1100), Witness("leeds-police", Verdict.Mended, 900, 800));
        steps[^1].Heard.Restored.Add(new Restored { Position = 1200, RestoredAt = When, By = "ana" });
        await using var network = await FakeNetwork.Start(new() { Verify = () => steps });
        var (code, page, _) = await network.Run("", "verify", "--witnesses");
        code.ShouldBe(0);
        Flat(page).ShouldContain("it began again at 2026-11-02 17:55:00Z, from a copy that ended at position 1,200, brought back by ana.");
        Flat(page).ShouldContain("it had been put back or rewritten before it was restored");

        await using var other = await FakeNetwork.Start(new() { Verify = () => Heard(Witness("sandwell-social-care", Verdict.NotBelieved)) });
        var (unbelieved, said, _) = await other.Run("", "verify", "--witnesses");
        unbelieved.ShouldBe(1);
        Flat(said).ShouldContain("tell both agencies' security people");
    }

    [Fact]
    public async Task Witnesses_that_were_not_heard_to_the_end_are_not_taken_for_good_and_a_wrong_wait_is_refused()
    {
        await using var network = await FakeNetwork.Start(new() { Verify = () => Heard(Witness("sandwell-social-care", Verdict.Agrees, 1, 1))[..2] });
        (await network.Run("", "verify", "--witnesses")).Code.ShouldBe(2);
        var (code, _, error) = await network.Run("", "verify", "--witnesses", "--wait", "601");
        (code, error.Contains("--wait wants a number of seconds, 1 to 600.", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    [Fact]
    public async Task A_proof_is_written_for_its_owner_alone_and_its_script_verifies_it_without_us()
    {
        await using var network = await FakeNetwork.Start(new() { Prove = _ => new() { Receipt = Proofs.One() } });
        var folder = Path.Combine(network.Folder, "proof");

        var (code, page, _) = await network.Run("", "prove", Proofs.MessageId, "--out", folder);

        code.ShouldBe(0);
        Flat(page).ShouldStartWith("The proof holds. Sandwell children's social care signed, at 10:00 on Monday 2 November 2026, that it had stored the exact bytes of message");
        page.ShouldContain("    openssl dgst -sha256 -verify recipient-key.pem -signature receipt-signature.der receipt-signed.bin\n");
        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["message.bin", "receipt-signature.der", "receipt-signed.bin", "recipient-certificate.pem", "verify.sh"]);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(folder, "message.bin")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var (verified, said) = await RunScript(folder);
        verified.ShouldBe(0, said);
        said.ShouldBe("Verified OK\nmessage.bin: OK\n");
    }

    [Fact]
    public async Task A_changed_message_fails_here_and_in_the_script()
    {
        var proof = Proofs.One();
        proof.Message = new Message { Id = Proofs.MessageId }.ToByteString();
        await using var network = await FakeNetwork.Start(new() { Prove = _ => new() { Receipt = proof } });
        var folder = Path.Combine(network.Folder, "proof");

        var (code, page, _) = await network.Run("", "prove", Proofs.MessageId, "--out", folder);

        code.ShouldBe(1);
        Flat(page).ShouldStartWith("The proof does NOT hold. The receipt is for other bytes than these.");
        proof.Certificates.RemoveAt(0);
        await File.WriteAllTextAsync(Path.Combine(folder, "recipient-certificate.pem"), System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", proof.Certificates[0].Span), TestContext.Current.CancellationToken);
        (await RunScript(folder)).Code.ShouldNotBe(0);
    }

    [Fact]
    public async Task An_earlier_proof_is_not_overwritten()
    {
        await using var network = await FakeNetwork.Start(new() { Prove = _ => new() { Receipt = Proofs.One() } });

        var (code, _, error) = await network.Run("", "prove", Proofs.MessageId, "--out", network.Folder);
        var (noId, _, hint) = await network.Run("", "prove", "P2");

        (code, noId).ShouldBe((2, 2));
        Flat(error).ShouldContain("is there already");
        Flat(hint).ShouldContain("This is no message's id.");
    }

    private static Timestamp When { get; } = Timestamp.FromDateTimeOffset(new(2026, 11, 2, 17, 55, 0, TimeSpan.Zero));

    private static WitnessFound Witness(string partner, Verdict verdict, ulong position = 0, ulong agreesTo = 0) =>
        new() { Partner = partner, Verdict = verdict, Position = position, AgreesTo = agreesTo, SignedAt = position > 0 ? When : null };

    private static List<VerifyReply> Heard(params WitnessFound[] witnesses) =>
    [
        new() { Found = new() { Holds = true, Links = 1234, Head = ByteString.CopyFrom(0xAB, 0xCD) } },
        new() { Asked = new() { Answered = 0, Of = (uint)witnesses.Length } },
        new() { Heard = new() { Witnesses = { witnesses }, Position = 1234 } },
    ];

    private static async Task<(int Code, string Said)> RunScript(string folder)
    {
        using var script = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder, "verify.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, said);
    }
}
