using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>What the contract's options say of a field, read once: the library copies all options at each question, and generated tests ask a million times.</summary>
public static class FieldOptions
{
    private static readonly ConcurrentDictionary<FieldDescriptor, (Format Format, bool IsLocation)> Known = new();

    /// <summary>The form that its strings must have.</summary>
    public static Format Format(this FieldDescriptor field) => Of(field).Format;

    /// <summary>True where it gives away where somebody lives or goes.</summary>
    public static bool IsLocation(this FieldDescriptor field) => Of(field).IsLocation;

    private static (Format Format, bool IsLocation) Of(FieldDescriptor field) => Known.GetOrAdd(field, static one =>
        (one.GetOptions()?.GetExtension(AnnotationsExtensions.Format) ?? V1.Format.Unspecified, one.GetOptions()?.GetExtension(AnnotationsExtensions.Location) ?? false));
}
