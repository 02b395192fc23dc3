namespace InfoSharing.Validator.Judging;

/// <summary>What rules ask the directory. Answered from memory: rules do no I/O.</summary>
public interface IAgencies
{
    /// <summary>True where the directory holds an agency of this id.</summary>
    bool Has(string agency);
}
