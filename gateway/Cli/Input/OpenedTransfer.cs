using InfoSharing.V1;
using InfoSharing.Validator.Reading;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Cli.Input;

/// <summary>A transfer as it was found in a file.</summary>
/// <param name="Transfer">The transfer; null where it cannot be read.</param>
/// <param name="Faults">Why not; of an alert, what was kept as text instead.</param>
/// <param name="PartiesMissing">Who sends it and who takes it over, where a draft does not say yet.</param>
internal sealed record OpenedTransfer(Transfer? Transfer, IReadOnlyList<Fault> Faults, IReadOnlyList<ShapeFault> PartiesMissing);
