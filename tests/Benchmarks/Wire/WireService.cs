using Grpc.Core;

namespace InfoSharing.Tests.Benchmarks.Wire;

/// <summary>Gives back what it gets.</summary>
internal sealed class WireService : Wire.WireBase
{
    public override Task<Block> Unary(Block request, ServerCallContext context) => Task.FromResult(request);

    public override async Task Down(Block request, IServerStreamWriter<Block> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Count; i++) await responseStream.WriteAsync(request);
    }

    public override async Task Both(IAsyncStreamReader<Block> requestStream, IServerStreamWriter<Block> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(CancellationToken.None)) await responseStream.WriteAsync(requestStream.Current);
    }
}
