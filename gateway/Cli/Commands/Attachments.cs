using System.CommandLine;
using InfoSharing.Cli.Network;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary>Documents that go with a send: each is uploaded first, for an entry of the transfer.</summary>
internal static class Attachments
{
    private const long ShownFrom = 4 << 20;

    /// <summary><c>--attach DO1=plan.pdf</c>, as often as there are documents.</summary>
    internal static Option<string[]> Option() =>
        new("--attach") { Description = "A document to go with it, by its id among the transfer's documents: --attach DO1=plan.pdf. As often as there are.", HelpName = "ID=FILE" };

    /// <summary>Uploads them.</summary>
    /// <exception cref="NotDoneException">One is named wrongly, or is not there; nothing was sent.</exception>
    internal static async Task Upload(Session session, Transfer transfer, string[]? attached, CancellationToken cancel)
    {
        var each = (attached ?? []).Select(one => Named(transfer, one)).ToList();
        foreach (var (document, file) in each) Said(session, document, await Upload(session, transfer.Id, document, file, cancel));
    }

    /// <summary>Uploads one, and shows how far a large one is.</summary>
    internal static async Task<UploadDocumentReply> Upload(Session session, string transferId, string document, string file, CancellationToken cancel)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await session.Client.UploadDocumentAsync(transferId, document, stream, Shown(session, "Sent", stream.Length), cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new NotDoneException($"The file for {document} cannot be read. Look at its name and whether you may read it. Nothing was sent.", failure);
        }
    }

    /// <summary>Says what became of one.</summary>
    internal static void Said(Session session, string document, UploadDocumentReply reply)
    {
        if (session.Json) return;
        session.Screen.Words($"{document} is taken: {reply.MediaType}, {reply.Bytes:N0} bytes.{(reply.TakenOut.Count > 0 ? $" Taken out of it: {string.Join(", ", reply.TakenOut.Select(Words))}." : "")}");
        if (reply.NotSearched.Length > 0)
            session.Screen.Words("Its words could not be searched for protected places. While somebody's place is protected it goes to the lead alone, unless its entry says in read_by who has read it whole.", 2);
    }

    /// <summary>Shows in megabytes how far it is; null where it is small.</summary>
    internal static IProgress<long>? Shown(Session session, string what, long total)
    {
        if (total < ShownFrom) return null;
        var (next, lockIt) = (total / 10, new Lock());
        return new Direct(done =>
        {
            lock (lockIt)
            {
                if (done < next && done < total) return;
                next = done + (total / 10);
                session.ErrorScreen.Words($"{what} {done >> 20} of {total >> 20} MiB.");
            }
        });
    }

    private static (string Document, string File) Named(Transfer transfer, string written)
    {
        var at = written.IndexOf('=', StringComparison.Ordinal);
        var ids = transfer.Documents.Select(document => document.Item?.Id ?? "").Where(id => id.Length > 0).ToList();
        if (at <= 0 || at == written.Length - 1) throw new NotDoneException($"--attach takes a document's id and a file: --attach {ids.FirstOrDefault() ?? "DO1"}=plan.pdf. Nothing was sent.");
        if (ids.Contains(written[..at])) return (written[..at], written[(at + 1)..]);
        throw new NotDoneException(ids.Count == 0
            ? $"The transfer names no documents. Add {written[..at]} to its documents, with its kind and whom it is about, and send it again. Nothing was sent."
            : $"The transfer names no document {written[..at]}; it names {string.Join(", ", ids)}. Add it to the transfer's documents, or give one of these. Nothing was sent.");
    }

    private static string Words(string code) => code switch
    {
        "LOCATION" => "where it was taken",
        "AUTHOR" => "who wrote it",
        "REVISIONS" => "who changed what",
        "THUMBNAIL" => "a small picture of it",
        _ => "other properties",
    };

    private sealed class Direct(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
