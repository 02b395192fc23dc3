using System.Diagnostics;
using Google.Protobuf;
using InfoSharing.Tests.Component.Client;
using InfoSharing.V1;
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

    private static async Task<(int Code, string Said)> RunScript(string folder)
    {
        using var script = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder, "verify.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, said);
    }
}
