namespace InfoSharing.Validator.Facts;

/// <summary>The path of an item in a top-level section: by its id, so that the order of the input changes nothing.</summary>
internal static class ItemPath
{
    /// <summary><c>decisions[D1]</c>; by position, <c>decisions[0]</c>, where the item has no id.</summary>
    internal static string Of(string section, Item? item, int position) =>
        item is { Id.Length: > 0 } ? $"{section}[{item.Id}]" : $"{section}[{position}]";
}
