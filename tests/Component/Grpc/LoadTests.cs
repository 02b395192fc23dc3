using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InfoSharing.Tests.Rpc;

/// <summary>Memory is the whole process's, so nothing else runs beside them.</summary>
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
[Collection(nameof(LoadTests))]
public class LoadTests
{
    [Fact]
    [Point(73)]
    public async Task Ten_thousand_cancelled_calls_leave_no_handler_and_no_unobserved_exception()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, args) => unobserved.Enqueue(args.Exception);
        TaskScheduler.UnobservedTaskException += note;
        await using var server = await EchoServer.StartAsync();
        var handlers = new HandlerCount();
        server.Behaviour.Say = (_, context) => handlers.During(async () =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new EchoReply();
        });
        server.Behaviour.Repeat = (_, _, context) => handlers.During(() => Task.Delay(Timeout.Infinite, context.CancellationToken));
        var chat = server.Behaviour.Chat;
        server.Behaviour.Chat = (requests, replies, context) => handlers.During(() => chat(requests, replies, context));

        for (var i = 0; i < 10_000; i++)
        {
            IDisposable call = (i % 4) switch { 0 => server.Client.SayAsync(new EchoRequest()), 1 => server.Client.Repeat(new EchoRequest()), 2 => server.Client.Chat(), _ => server.Client.Gather() };
            if (i % 2 == 0)
            {
                await Task.Yield();
            }

            call.Dispose(); // never awaited
        }

        await handlers.AreGone();
        server.Behaviour.Say = (_, _) => Task.FromResult(new EchoReply { Text = "alive" });
        (await server.Client.SayAsync(new EchoRequest())).Text.ShouldBe("alive");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        TaskScheduler.UnobservedTaskException -= note;
        unobserved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_calls_at_once_share_a_channel()
    {
        await using var server = await EchoServer.StartAsync();
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        server.Behaviour.Say = async (request, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 100)
            {
                together.SetResult();
            }

            await together.Task;
            return new EchoReply { Text = request.Text };
        };

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => server.Client.SayAsync(new EchoRequest { Text = i.ToString() }).ResponseAsync));

        replies.Select(reply => reply.Text).ShouldBe(Enumerable.Range(0, 100).Select(i => i.ToString()));
    }

    [Fact]
    [Point(51)]
    public async Task More_calls_than_one_connection_allows_are_all_served_at_once()
    {
        await using var server = await EchoServer.StartAsync();
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        server.Behaviour.Say = async (_, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 250)
            {
                together.SetResult();
            }

            await together.Task;
            return new EchoReply();
        };
        await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => server.Client.SayAsync(new EchoRequest()).ResponseAsync)).WaitAsync(TimeSpan.FromSeconds(20));
        arrived.ShouldBe(250);
    }

    [Fact]
    [Point(63)]
    public async Task Stalled_reader_stops_the_writer_and_stalls_no_other_call()
    {
        const int messages = 1000, size = 64 * 1024;
        await using var server = await EchoServer.StartAsync();
        var written = 0;
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Behaviour.Repeat = async (_, replies, _) =>
        {
            var payload = Google.Protobuf.ByteString.CopyFrom(new byte[size]);
            for (var i = 0; i < messages; i++)
            {
                var write = replies.WriteAsync(new EchoReply { Payload = payload });
                if (await Record.ExceptionAsync(() => write.WaitAsync(TimeSpan.FromMilliseconds(250))) is TimeoutException)
                {
                    stalled.TrySetResult();
                }

                await write;
                written++;
            }
        };
        using var call = server.Client.Repeat(new EchoRequest());
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();

        await stalled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        written.ShouldBeLessThan(messages / 10);
        (await server.Client.SayAsync(new EchoRequest { Text = "meanwhile" })).Text.ShouldBe("meanwhile");

        var read = 1;
        while (await call.ResponseStream.MoveNext())
        {
            read++;
        }

        read.ShouldBe(messages);
    }

    [Fact]
    [Point(70)]
    public async Task Long_and_slow_request_stream_outlives_the_body_limits_of_the_host()
    {
        await using var server = await EchoServer.StartAsync(limits: limits =>
        {
            limits.MaxRequestBodySize = 1_000_000;
            limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 10_000_000, gracePeriod: TimeSpan.FromSeconds(1.1));
        });
        using var call = server.Client.Chat();
        var message = new EchoRequest { Text = new string('x', 100_000) };
        for (var i = 0; i < 30; i++)
        {
            await call.RequestStream.WriteAsync(message);
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        }

        var next = call.ResponseStream.MoveNext();
        await Should.ThrowAsync<TimeoutException>(next.WaitAsync(TimeSpan.FromSeconds(3.5)));

        await call.RequestStream.WriteAsync(message);
        (await next).ShouldBeTrue();
    }

    [Fact]
    [Point(62)]
    public async Task Server_that_stops_reading_stops_the_client_writer()
    {
        await using var server = await EchoServer.StartAsync();
        var release = new TaskCompletionSource();
        server.Behaviour.Gather = async (requests, _) =>
        {
            await release.Task;
            var count = 0;
            await foreach (var request in requests.ReadAllAsync())
            {
                count++;
            }

            return new EchoReply { Count = count };
        };
        using var call = server.Client.Gather();
        var message = new EchoRequest { Text = new string('x', 64 * 1024) };
        var written = 0;
        Task write;
        do
        {
            write = call.RequestStream.WriteAsync(message);
            written++;
            written.ShouldBeLessThan(1000);
        }
        while (await Record.ExceptionAsync(() => write.WaitAsync(TimeSpan.FromMilliseconds(250))) is null);

        release.SetResult();
        await write;
        await call.RequestStream.CompleteAsync();
        (await call).Count.ShouldBe(written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Point(62)]
    public async Task Gibibyte_streamed_to_a_peer_that_stalls_takes_no_more_memory_than_a_few_messages(bool serverWrites)
    {
        const int size = 256 * 1024, messages = 4096; // 1 GiB
        const long steady = 100 << 20;
        await using var server = await EchoServer.StartAsync();
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = 0;
        var most = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        async Task WriteAll(Func<Task> write)
        {
            for (; written < messages; written++)
            {
                var writing = write();
                if (!stalled.Task.IsCompleted && await Record.ExceptionAsync(() => writing.WaitAsync(TimeSpan.FromSeconds(1))) is TimeoutException)
                {
                    stalled.SetResult();
                }

                await writing;
                most = Math.Max(most, written % 256 == 0 ? GC.GetTotalMemory(forceFullCollection: true) - before : 0);
            }
        }

        var reply = new EchoReply { Payload = Google.Protobuf.ByteString.CopyFrom(new byte[size]) };
        var request = new EchoRequest { Text = new string('x', size) };
        server.Behaviour.Repeat = (_, replies, _) => WriteAll(() => replies.WriteAsync(reply));
        server.Behaviour.Gather = async (requests, _) =>
        {
            await resume.Task;
            var count = 0;
            while (await requests.MoveNext())
            {
                count++;
            }

            return new EchoReply { Count = count };
        };

        if (serverWrites)
        {
            using var call = server.Client.Repeat(new EchoRequest());
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            await stalled.Task.WaitAsync(TimeSpan.FromSeconds(30));
            written.ShouldBeLessThan(messages / 100);
            var read = 1;
            while (await call.ResponseStream.MoveNext())
            {
                read++;
            }

            read.ShouldBe(messages);
        }
        else
        {
            using var call = server.Client.Gather();
            var writing = WriteAll(() => call.RequestStream.WriteAsync(request));
            await stalled.Task.WaitAsync(TimeSpan.FromSeconds(30));
            written.ShouldBeLessThan(messages / 100);
            resume.SetResult();
            await writing;
            await call.RequestStream.CompleteAsync();
            (await call).Count.ShouldBe(messages);
        }

        most.ShouldBeLessThan(steady);
    }
}
