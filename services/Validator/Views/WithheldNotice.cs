namespace InfoSharing.Validator.Views;

/// <summary>What a recipient is told of what its view leaves out: how much, and whom to ask. Never what it is, nor where it stood.</summary>
/// <param name="Count">How many items.</param>
/// <param name="Ask">The agency to ask.</param>
public sealed record WithheldNotice(int Count, string Ask)
{
    /// <summary>"1 item withheld: ask leeds-social-care."; blank where nothing is.</summary>
    public string Words => Count == 0 ? "" : $"{Count} {(Count == 1 ? "item" : "items")} withheld: ask {Ask}.";
}
