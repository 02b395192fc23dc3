using System.Text;

namespace Grpc.Core;

/// <summary>One fact about a peer that the transport proved.</summary>
public class AuthProperty
{
    private readonly byte[] value;

    private AuthProperty(string name, byte[] value)
    {
        Name = name;
        this.value = value;
    }

    /// <summary>Name of the fact, such as <c>x509_common_name</c>.</summary>
    public string Name { get; }

    /// <summary>Value as text.</summary>
    public string Value => Encoding.UTF8.GetString(value);

    /// <summary>A copy of the value's bytes.</summary>
    public byte[] ValueBytes => value.AsSpan().ToArray();

    /// <summary>A fact; the bytes are copied.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, valueBytes.AsSpan().ToArray());
    }
}
