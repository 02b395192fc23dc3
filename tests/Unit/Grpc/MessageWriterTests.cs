using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace InfoSharing.Tests.Rpc;

public class MessageWriterTests
{
    private static readonly byte[] Payload = [9, 8, 7];

    public static TheoryData<Action<byte[], SerializationContext>> Marshallers => new(
        static (message, context) => context.Complete(message),
        static (message, context) =>
        {
            context.SetPayloadLength(message.Length);
            context.GetBufferWriter().Write(message);
            context.Complete();
        },
        static (message, context) =>
        {
            context.GetBufferWriter().Write(message);
            context.Complete();
        });

    [Theory]
    [MemberData(nameof(Marshallers), DisableDiscoveryEnumeration = true)]
    public async Task Either_writer_frames_what_any_kind_of_marshaller_writes(Action<byte[], SerializationContext> marshaller)
    {
        byte[] expected = [0, 0, 0, 0, 3, 9, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5];
        var pipe = new Pipe();
        var writer = new PipeMessageWriter(pipe.Writer, null);
        using var buffer = new MessageBuffer(null);
        using var buffered = new MemoryStream();
        foreach (var message in new byte[][] { Payload, [], [5] })
        {
            writer.Write(message, marshaller);
            buffer.Encode(message, marshaller);
            buffered.Write(buffer.Framed.Span);
        }

        await pipe.Writer.CompleteAsync();
        (await pipe.Reader.ReadAtLeastAsync(100, TestContext.Current.CancellationToken)).Buffer.ToArray().ShouldBe(expected);
        buffered.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void Marshaller_that_announces_another_length_breaks_the_stream()
    {
        var writer = new PipeMessageWriter(new Pipe().Writer, null);
        Should.Throw<InvalidOperationException>(() => writer.Write(Payload, static (message, context) =>
        {
            context.SetPayloadLength(message.Length + 1);
            context.GetBufferWriter().Write(message);
            context.Complete();
        }));
        writer.IsBroken.ShouldBeTrue();
    }

    [Fact]
    public void Message_over_the_limit_is_refused_before_it_is_written()
    {
        var writer = new PipeMessageWriter(new Pipe().Writer, 2);
        Should.Throw<RpcException>(() => writer.Write(Payload, static (message, context) => context.SetPayloadLength(message.Length))).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        writer.IsBroken.ShouldBeFalse();
    }
}
