namespace InfoSharing.Tests.Interop.Contract;

public class BufTests
{
    [Fact]
    public async Task The_contract_passes_buf_lint()
    {
        var (exitCode, output, errors) = await Peers.Buf("lint", "protos");
        (output + errors).ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Lint_would_notice_a_field_without_a_comment()
    {
        // Guards the guard: the lint rules are on.
        var folder = Directory.CreateTempSubdirectory("lint").FullName;
        File.Copy(Path.Combine(Peers.RepositoryRoot, "protos", "buf.yaml"), Path.Combine(folder, "buf.yaml"));
        Directory.CreateDirectory(Path.Combine(folder, "a", "v1"));
        await File.WriteAllTextAsync(Path.Combine(folder, "a", "v1", "a.proto"), "syntax = \"proto3\";\npackage a.v1;\n// A message.\nmessage A { string b = 1; }\n", TestContext.Current.CancellationToken);
        var (exitCode, output, _) = await Peers.Buf("lint", folder);
        Directory.Delete(folder, recursive: true);
        exitCode.ShouldBe(100);
        output.ShouldContain("should have a non-empty comment");
    }
}
