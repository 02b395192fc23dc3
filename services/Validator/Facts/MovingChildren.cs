namespace InfoSharing.Validator.Facts;

/// <summary>The children whom a transfer moves, for pages that say who may go and who may not.</summary>
public static class MovingChildren
{
    /// <summary>Each CHILD or UNBORN in the moving household or on an open CP, CIN or LAC plan, in the order of the transfer.</summary>
    public static IReadOnlyList<Person> Of(Transfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return new People(transfer, DateOnly.MinValue).Moving;
    }
}
