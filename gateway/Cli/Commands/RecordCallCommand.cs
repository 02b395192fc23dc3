using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Commands;

/// <summary><c>record-call</c>: somebody of a recipient was rung. Until it is recorded, what cannot go by this way is owed by telephone.</summary>
internal static class RecordCallCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var id = NetworkArguments.Id();
        var spoke = new Option<string>("--spoke-to") { Description = "Who was spoken to, by name.", HelpName = "NAME", Required = true };
        var theirRole = new Option<string>("--their-role") { Description = "Their role: \"duty manager\".", HelpName = "ROLE" };
        var when = new Option<string>("--at") { Description = "When, with its offset: 2026-11-02T18:05+00:00. Left out, now.", HelpName = "TIME" };
        when.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } written && !TryTime(written, out _)) result.AddError("--at wants a time with its offset, such as 2026-11-02T18:05+00:00.");
        });
        var rung = new Option<string>("--agency") { Description = "The recipient that was rung; left out, the lead, or the one for whom it is held.", HelpName = "AGENCY" };
        var (by, role) = NetworkArguments.By();
        var requestId = NetworkArguments.RequestId();
        return NetworkVerb.Create("record-call", "Records that somebody of a recipient was rung: who, and when.", [id, spoke, theirRole, when, rung, by, role, requestId], null, async (parsed, session, cancel) =>
        {
            var at = parsed.GetValue(when) is { } written && TryTime(written, out var time) ? time : clock.GetUtcNow();
            var request = new RecordCallRequest
            {
                TransferId = await TransferIds.Find(session, parsed.GetRequiredValue(id), cancel), Agency = parsed.GetValue(rung) ?? "",
                Called = new() { SpokeTo = new() { Name = parsed.GetRequiredValue(spoke), Role = parsed.GetValue(theirRole) ?? "" }, SpokenAt = Timestamp.FromDateTimeOffset(at), By = NetworkArguments.Who(session, parsed.GetValue(by), parsed.GetValue(role)) },
                RequestId = parsed.GetValue(requestId) ?? "",
            };
            var reply = await session.Client.Cases.RecordCallAsync(request, cancellationToken: cancel);
            if (session.Json) session.Write(reply);
            else session.Screen.Words($"Recorded {Sentence.Moment(reply.At)}: {session.Agencies.Of(reply.Agency)} was spoken to {Sentence.Moment(request.Called.SpokenAt)}. The message goes too, as soon as it can.");
            return ExitCode.Clean;
        });
    }

    private static bool TryTime(string written, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(written, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
