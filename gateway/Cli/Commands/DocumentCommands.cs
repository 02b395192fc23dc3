using System.CommandLine;
using InfoSharing.Cli.Network;

namespace InfoSharing.Cli.Commands;

/// <summary><c>upload</c> and <c>download</c>: a document beside a case.</summary>
internal static class DocumentCommands
{
    /// <summary><c>upload</c>.</summary>
    public static Command CreateUpload()
    {
        var id = NetworkArguments.Id("The transfer: its id as the draft has it, or the beginning of one that was sent.");
        var document = Document();
        var file = new Argument<string>("FILE") { Description = "The document: PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG, TIFF, RTF or plain text, up to 100 MiB." };
        return NetworkVerb.Create("upload", "Uploads a document of a transfer, before it is sent or after. It goes to all who are sent a version that names it. Ends with 0, or 2 where it is not taken.", [id, document, file], null, async (parsed, session, cancel) =>
        {
            var transfer = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var name = parsed.GetRequiredValue(document);
            var reply = await Attachments.Upload(session, transfer, name, parsed.GetRequiredValue(file), cancel);
            if (session.Json) session.Write(reply);
            else
            {
                Attachments.Said(session, name, reply);
                session.Screen.Words($"Its digest, for the transfer's entry: {reply.Sha256.ToBase64()}");
            }
            return ExitCode.Clean;
        });
    }

    /// <summary><c>download</c>.</summary>
    public static Command CreateDownload()
    {
        var id = NetworkArguments.Id();
        var document = Document();
        var to = new Option<string>("--out") { Description = "The file that it becomes, readable by you alone. Left out: ID-DOCUMENT in this folder.", HelpName = "FILE" };
        return NetworkVerb.Create("download", "Downloads a document of a transfer, once it is whole here. The view is recorded. Ends with 0, or 2 where it is not here or not whole yet.", [id, document, to], null, async (parsed, session, cancel) =>
        {
            var transfer = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel);
            var name = parsed.GetRequiredValue(document);
            var file = parsed.GetValue(to) ?? $"{transfer}-{name}";
            var bytes = await Download(session, transfer, name, Path.GetFullPath(file), cancel);
            if (session.Json) session.Write(new V1.DownloadDocumentReply { Total = (ulong)bytes });
            else session.Screen.Words($"{name} is in {file}: {bytes:N0} bytes, as its digest says. This view is recorded.");
            return ExitCode.Clean;
        });
    }

    private static Argument<string> Document() => new("DOCUMENT") { Description = "The document, by its id among the transfer's documents: DO1." };

    // Under another name until it is whole, so that nobody opens a half.
    private static async Task<long> Download(Session session, string transfer, string document, string file, CancellationToken cancel)
    {
        if (Path.GetFileName(file).IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) throw new NotDoneException("Give the file a name with --out. Nothing was downloaded.");
        var unfinished = $"{file}.{Environment.ProcessId}.part";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            long bytes;
            await using (var stream = new FileStream(unfinished, options))
                bytes = await session.Client.DownloadDocumentAsync(transfer, document, stream, new Progress(session), cancel);
            File.Move(unfinished, file, overwrite: true);
            return bytes;
        }
        catch (InvalidDataException failure)
        {
            throw new NotDoneException(failure.Message, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"{file} cannot be written. Give another file with --out. Nothing of the document is kept.", failure);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // How long it is, the first reply says.
    private sealed class Progress(Session session) : IProgress<(long Done, long Total)>
    {
        private IProgress<long>? _shown;
        private bool _isBegun;

        public void Report((long Done, long Total) value)
        {
            if (!_isBegun) (_isBegun, _shown) = (true, Attachments.Shown(session, "Received", value.Total));
            _shown?.Report(value.Done);
        }
    }
}
