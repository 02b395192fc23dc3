namespace Grpc.Core;

/// <summary>What authorises calls, asked for each call. Sent over TLS only (gRPC authentication guide): on a plaintext channel the call fails with UNAUTHENTICATED, where the official client calls without them.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    /// <summary>Credentials that add the metadata of all of these, in order.</summary>
    /// <exception cref="ArgumentException">Fewer than two are given.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Length >= 2 ? new Composite(credentials) : throw new ArgumentException("Compose two credentials or more.", nameof(credentials));
    }

    /// <summary>Credentials that a function adds to each call.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new Intercepting(interceptor);
    }

    internal abstract Task AddAsync(AuthInterceptorContext context, Metadata metadata);

    private sealed class Intercepting(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        internal override Task AddAsync(AuthInterceptorContext context, Metadata metadata) => interceptor(context, metadata);
    }

    private sealed class Composite(CallCredentials[] credentials) : CallCredentials
    {
        private readonly CallCredentials[] parts = [.. credentials];

        internal override async Task AddAsync(AuthInterceptorContext context, Metadata metadata)
        {
            foreach (var part in parts)
            {
                await part.AddAsync(context, metadata);
            }
        }
    }
}
