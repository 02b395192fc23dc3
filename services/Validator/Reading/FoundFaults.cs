using System.Text;

namespace InfoSharing.Validator.Reading;

/// <summary>The faults found so far, and what stood there: of an alert it is kept.</summary>
internal sealed class FoundFaults
{
    /// <summary>After so many faults the rest is kept together: a file of nothing but faults must not fill the memory.</summary>
    internal const int Most = 1000;

    private readonly List<Transfer.Types.KeptText> _kept = [];
    private readonly StringBuilder _rest = new();

    /// <summary>The faults, in the order of the file.</summary>
    internal List<Fault> Faults { get; } = [];

    /// <summary>True where the whole cannot be read: it is no JSON, is cut off, or is no object.</summary>
    internal bool Broken { get; private set; }

    /// <summary>A part cannot be read.</summary>
    internal void Add(Fault fault, string stoodThere)
    {
        if (Faults.Count < Most)
        {
            Faults.Add(fault);
            _kept.Add(new() { Field = fault.Field, Text = stoodThere });
            return;
        }
        if (Faults.Count == Most) Faults.Add(new(fault.Line, fault.Column, "", FaultWords.More(Most)));
        _rest.Append(fault.Field).Append(": ").Append(stoodThere).Append('\n');
    }

    /// <summary>Nothing from here on can be read.</summary>
    internal void Break(Fault fault)
    {
        Broken = true;
        Faults.Add(fault);
    }

    /// <summary>What stood there, for an alert.</summary>
    internal IEnumerable<Transfer.Types.KeptText> Kept() =>
        _rest.Length == 0 ? _kept : _kept.Append(new() { Text = _rest.ToString() });
}
