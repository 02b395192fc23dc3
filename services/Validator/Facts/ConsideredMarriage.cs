namespace InfoSharing.Validator.Facts;

/// <summary>For whom somebody considered forced marriage (IS-602, IS-603). "Not known" is an answer.</summary>
internal static class ConsideredMarriage
{
    /// <summary>True where there is an answer for a person.</summary>
    internal static bool IsAnswered(Transfer transfer, string person)
    {
        foreach (var one in transfer.ForcedMarriage?.Considered ?? [])
            if (one.Person == person && one.Answer != default) return true;
        return false;
    }
}
