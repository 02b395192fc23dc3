namespace InfoSharing.Feeds;

/// <summary>How much an oddity matters.</summary>
public enum OddityWeight
{
    /// <summary>Something is missing, cannot be, or could not be carried into the draft as it was written.</summary>
    Oddity,

    /// <summary>Everything was carried; the publisher asks for it to be looked at. A file with nothing but remarks is clean.</summary>
    Remark,
}
