using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Gives the whole message; the array is not changed afterwards.</summary>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>A writer for the message, to be followed by <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>States the message's size in bytes before writing, which saves a copy.</summary>
    public virtual void SetPayloadLength(int payloadLength) => throw new NotSupportedException();

    /// <summary>Says that the message is written.</summary>
    public virtual void Complete() => throw new NotSupportedException();
}
