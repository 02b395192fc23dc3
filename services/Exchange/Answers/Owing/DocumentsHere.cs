using Google.Protobuf.Reflection;
using InfoSharing.Exchange.Answers.Folding;
using InfoSharing.V1;

namespace InfoSharing.Exchange.Answers.Owing;

/// <summary>The documents whose every part has gone or come, by the sender's numbers: the same at both ledgers.</summary>
internal static class DocumentsHere
{
    private static readonly EnumDescriptor Kinds = Document.Descriptor.FindDescriptor<EnumDescriptor>("Kind");

    /// <summary>Each complete document's id, with when its last missing part was made.</summary>
    internal static IReadOnlyDictionary<string, DateTimeOffset> In(IReadOnlyList<PartSeen> parts)
    {
        var complete = new Dictionary<string, DateTimeOffset>();
        foreach (var document in parts.Where(part => part.Of > 0 && part.Part > 0 && part.Part <= part.Of).GroupBy(part => (part.Document, part.Upload)))
        {
            // How many parts there are is said with each: the last word counts. Parts of two uploads are not one document.
            var of = document.Last().Of;
            var firstSeen = document.Where(part => part.Of == of).GroupBy(part => part.Part).Select(part => part.Min(one => one.MadeAt)).ToList();
            if ((uint)firstSeen.Count == of && (!complete.TryGetValue(document.Key.Document, out var known) || firstSeen.Max() < known)) complete[document.Key.Document] = firstSeen.Max();
        }
        return complete;
    }

    /// <summary>A document's kind as a finding's list names it: CP_PLAN.</summary>
    internal static string CodeOf(Document.Types.Kind kind) => Kinds.FindValueByNumber((int)kind)?.Name ?? "";
}
