namespace InfoSharing.Tests.Interop.Services;

/// <summary>What a foreign stack made of a call.</summary>
internal sealed record PeerAnswer
{
    /// <summary>The status code.</summary>
    public int Code { get; init; }

    /// <summary>Ids of the rules in the report.</summary>
    public string[] Rules { get; init; } = [];

    /// <summary>Messages of a stream.</summary>
    public string[] Messages { get; init; } = [];

    /// <summary>Types in the google.rpc.Status.</summary>
    public string[] Details { get; init; } = [];

    /// <summary>What the program wrote about errors.</summary>
    public string Errors { get; init; } = "";
}
