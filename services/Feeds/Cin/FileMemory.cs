using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InfoSharing.Feeds.Xml;

namespace InfoSharing.Feeds.Cin;

/// <summary>What must be remembered from child to child: eight bytes for each number, and the disabilities met.</summary>
internal sealed class FileMemory
{
    private const int MostNumbers = 1_000_000;
    private const int FewestDisabilities = 8;

    private readonly HashSet<ulong> _childIds = [];
    private readonly HashSet<ulong> _upns = [];
    private readonly HashSet<string> _disabilities = [];
    private int _children;

    /// <summary>Takes a child in, and tells of a number that an earlier child has: DfE rule 1520 for UPNs.</summary>
    public IEnumerable<Oddity> Take(Element child)
    {
        _children++;
        foreach (var disability in child.First("ChildCharacteristics")?.First("Disabilities")?.All("Disability") ?? [])
        {
            if (disability.Text is not "NONE" && _disabilities.Count < FewestDisabilities) _disabilities.Add(disability.Text);
        }

        var identifiers = child.First("ChildIdentifiers");
        if (IsRepeated(identifiers?.First("LAchildID"), _childIds) is { } id) yield return new(id.Line, id.Name, "stands in the file more than once: two drafts are of one child");
        if (IsRepeated(identifiers?.First("UPN"), _upns) is { } upn) yield return new(upn.Line, upn.Name, "is given to more than one child", "1520");
    }

    /// <summary>What is said of a whole return at its end: DfE rule 2887Q, which an extract of a few children cannot meet.</summary>
    public IEnumerable<Oddity> AtEnd(int line)
    {
        if (_children == 0) yield return new(line, "Children", "holds no child");
        else if (_disabilities.Count < FewestDisabilities) yield return new(line, "Disability", "has fewer than 8 different codes in the whole return", "2887Q", Weight: OddityWeight.Remark);
        if (_childIds.Count >= MostNumbers) yield return new(line, "LAchildID", $"is not looked at for doubles after the first {MostNumbers:N0}", Weight: OddityWeight.Remark);
    }

    private static Element? IsRepeated(Element? element, HashSet<ulong> seen)
    {
        if (element is not { Text.Length: > 0 }) return null;
        var key = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(element.Text)));
        if (seen.Contains(key)) return element;
        if (seen.Count < MostNumbers) seen.Add(key);
        return null;
    }
}
