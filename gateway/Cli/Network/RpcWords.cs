using Grpc.Core;

namespace InfoSharing.Cli.Network;

/// <summary>How a call's failure reads: what, and how to mend it. Of the service's own words none is lost.</summary>
internal static class RpcWords
{
    /// <summary>The words.</summary>
    internal static string Of(RpcException fault, string agency)
    {
        var said = fault.Status.Detail.Trim();
        return fault.StatusCode switch
        {
            // What this side found out by itself has an exception beside it: nobody was there to say it.
            StatusCode.Unavailable when fault.Status.DebugException is not null =>
                $"Nobody answers for {agency}. Is the network running? Start it with: ./infosharing start. Then give this command again: nothing is done twice.",
            StatusCode.Unavailable => $"{agency} cannot store anything now: {said} Give this command again later: nothing is done twice.",
            StatusCode.DeadlineExceeded => $"{agency} did not answer in time. It may still do what was asked: look with list or show before you give the command again.",
            StatusCode.Unauthenticated => $"{agency} does not know this token. {said} Stop the network and start it again: it renews its tokens.",
            StatusCode.PermissionDenied => $"{agency} does not allow this with this token's role. {said}",
            StatusCode.NotFound => $"{agency}: {said} Another agency's reads as one that does not exist.",
            StatusCode.Aborted => $"{said} Nothing was done. Read the newer version first (show), then answer again.",
            StatusCode.AlreadyExists => $"{said} Nothing was stored. What was changed goes as the next version (supply), or under an id of its own.",
            StatusCode.FailedPrecondition => $"{said} Nothing was done.",
            StatusCode.InvalidArgument => $"{said} Nothing was done.",
            StatusCode.OutOfRange => $"{said} From the beginning: --after 0.",
            StatusCode.ResourceExhausted => $"This is more than {agency} takes: at most 10 MiB. {said} Documents travel beside a transfer, not in it.",
            StatusCode.Unimplemented => $"{agency} does not know this call: it runs another version. {said}",
            StatusCode.Cancelled => "The call was cut off. What was asked may have been done: look with list or show before you give the command again.",
            _ => $"{agency} failed: {said}",
        };
    }

    /// <summary>The exit code.</summary>
    internal static int ExitCodeOf(StatusCode code) => code switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => ExitCode.TryAgain,
        StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss => ExitCode.Failed,
        _ => ExitCode.NotDone,
    };
}
