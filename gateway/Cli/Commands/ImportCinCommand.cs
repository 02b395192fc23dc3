using System.CommandLine;
using InfoSharing.Cli.Import;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Cli.Commands;

/// <summary><c>import cin</c>: a Children in Need census return, one draft a child.</summary>
internal static class ImportCinCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var file = new Argument<FileInfo>("FILE.xml") { Description = "The return, as it is sent to the DfE." };
        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the drafts go, one file a child. It is made where it is not there.", Required = true, HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Throw away the drafts of an earlier import in DIR first." };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };
        var command = new Command("cin", "Reads a Children in Need census return. Ends with 0 when it is clean, 1 with oddities, 2 when it could not be read or written to the end.")
        {
            file, folder, force, json,
        };

        // On a thread of its own, so that Ctrl-C can ask it to stop between two children.
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(
                new Request(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), parsed.GetValue(force), parsed.GetValue(json)),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                clock,
                cancel),
            CancellationToken.None));
        return command;
    }

    private static int Run(Request request, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken cancel)
    {
        var summary = new ImportSummary();
        string? failure = null;
        try
        {
            Import(request, error, clock, summary, cancel);
        }
        catch (ImportFailedException fault)
        {
            failure = fault.Message;
        }

        try
        {
            var report = new ImportReport(summary, request.Folder.FullName, failure);
            if (request.Json) report.WriteJson(output);
            else if (failure is null || summary.Children > 0) report.WriteText(output);
            output.Flush();
            if (failure is not null) error.WriteLine(failure);
        }
        catch (IOException)
        {
            // Whoever read our words has stopped reading (a closed pipe). The drafts are written; how it ended still says what it should.
        }

        return failure is not null || summary.Unreadable is not null ? ExitCode.NotDone : summary.Oddities > 0 ? ExitCode.WithFindings : ExitCode.Clean;
    }

    /// <summary>Reads the file to its end: (1) open it, (2) open the folder, (3) write each child and note each oddity.</summary>
    private static void Import(Request request, TextWriter error, TimeProvider clock, ImportSummary summary, CancellationToken cancel)
    {
        using var stream = SourceFile.Open(request.File);
        using var folder = DraftFolder.Open(request.Folder, request.Force);
        using var progress = new ImportProgress(error, clock, stream.CanSeek ? stream.Length : null);
        using var reader = new CinReader(stream, new CinReaderOptions { NewId = () => Guid.CreateVersion7(clock.GetUtcNow()), Today = DateOnly.FromDateTime(clock.GetLocalNow().Date) });
        foreach (var result in SourceFile.Guarded(reader.Read()))
        {
            if (cancel.IsCancellationRequested) throw new ImportFailedException($"Stopped. {summary.Drafts:N0} drafts are whole; the rest of the file was not read.");
            var draft = "";
            if (result is CinChild child)
            {
                draft = child.Draft is null ? "" : folder.Write(child.Draft);
                summary.Count(child);
                progress.Show(reader.BytesRead, summary.Children);
            }

            foreach (var oddity in result.Oddities)
            {
                if (result is CinUnreadable) summary.Unreadable = oddity;
                else summary.Count(oddity);
                folder.Note(oddity, draft);
            }
        }

        folder.Finish();
    }

    private sealed record Request(FileInfo File, DirectoryInfo Folder, bool Force, bool Json);
}
