using InfoSharing.Validator.Facts;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Shapes;

/// <summary>What every hand-over needs to be a message at all: an id, a version, a kind, a sender, somebody to take it over.</summary>
internal static class TransferNeeds
{
    internal static IEnumerable<ShapeFault> Of(Transfer transfer)
    {
        if (transfer.Kind == Kind.Unspecified) yield return new("kind", ShapeWords.NoKind);
        if (transfer.Id.IsBlank()) yield return new("id", ShapeWords.NoId);
        if (transfer.Version == 0) yield return new("version", ShapeWords.NoVersion);
        for (var i = 0; i < transfer.Persons.Count; i++)
            if (transfer.Persons[i].Ref.Length == 0) yield return new($"persons[{i}].ref", ShapeWords.NoPersonRef);
    }

    /// <summary>Who sends it and who takes it over: a draft can be judged before anybody has said.</summary>
    internal static IEnumerable<ShapeFault> Parties(Transfer transfer)
    {
        if (IsNobody(transfer.From)) yield return new("from.agency", ShapeWords.NoSender);
        if (IsNobody(transfer.Lead)) yield return new("lead.agency", ShapeWords.NoLead);
        for (var i = 0; i < transfer.Copies.Count; i++)
            if (IsNobody(transfer.Copies[i].Party)) yield return new($"copies[{i}].party.agency", ShapeWords.NoCopyParty);
    }

    private static bool IsNobody(Party? party) => party is null || party.Agency.IsBlank();
}
