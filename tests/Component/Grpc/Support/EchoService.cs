using Grpc.Core;

namespace InfoSharing.Tests.Rpc;

/// <summary>What the service does, replaced piece by piece by each test.</summary>
public sealed class EchoBehaviour
{
    public Func<EchoRequest, ServerCallContext, Task<EchoReply>> Say { get; set; } =
        (request, _) => Task.FromResult(new EchoReply { Text = request.Text });

    public Func<EchoRequest, IServerStreamWriter<EchoReply>, ServerCallContext, Task> Repeat { get; set; } = async (request, replies, _) =>
    {
        for (var i = 0; i < request.Count; i++)
        {
            await replies.WriteAsync(new EchoReply { Text = request.Text, Count = i, Payload = Google.Protobuf.ByteString.CopyFrom(new byte[request.Size]) });
        }
    };

    public Func<IAsyncStreamReader<EchoRequest>, ServerCallContext, Task<EchoReply>> Gather { get; set; } = async (requests, _) =>
    {
        var reply = new EchoReply();
        await foreach (var request in requests.ReadAllAsync())
        {
            reply.Count++;
            reply.Text += request.Text;
        }

        return reply;
    };

    public Func<IAsyncStreamReader<EchoRequest>, IServerStreamWriter<EchoReply>, ServerCallContext, Task> Chat { get; set; } = async (requests, replies, _) =>
    {
        while (await requests.MoveNext())
        {
            await replies.WriteAsync(new EchoReply { Text = requests.Current.Text });
        }
    };
}

public sealed class EchoService(EchoBehaviour behaviour) : Echo.EchoBase
{
    public override Task<EchoReply> Say(EchoRequest request, ServerCallContext context) => behaviour.Say(request, context);

    public override Task Repeat(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
        behaviour.Repeat(request, responseStream, context);

    public override Task<EchoReply> Gather(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context) =>
        behaviour.Gather(requestStream, context);

    public override Task Chat(IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
        behaviour.Chat(requestStream, responseStream, context);
}
