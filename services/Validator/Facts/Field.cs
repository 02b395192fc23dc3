namespace InfoSharing.Validator.Facts;

/// <summary>Paths of items, as findings write them: by id, so that the order of the input changes nothing.</summary>
internal static class Field
{
    /// <summary><c>decisions[D1]</c>; by position where the item has no id.</summary>
    internal static string Of(string section, Item? item, int index) => item?.Id.IsBlank() == false ? $"{section}[{item.Id}]" : $"{section}[{index}]";
}
