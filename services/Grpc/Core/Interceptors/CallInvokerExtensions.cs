namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors around an invoker's calls.</summary>
public static class CallInvokerExtensions
{
    /// <summary>An invoker with an interceptor around its calls.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptingCallInvoker(invoker, interceptor);
    }

    /// <summary>An invoker with interceptors around its calls, the first outermost.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptors);
        return interceptors.Reverse().Aggregate(invoker, static (inner, outer) => inner.Intercept(outer));
    }

    /// <summary>An invoker that changes a copy of each call's request metadata.</summary>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return invoker.Intercept(new CallOptionsInterceptor(options => options.WithHeaders(interceptor(Copy(options.Headers)))));
    }

    /// <summary>A copy: the caller's own metadata may serve its next call too.</summary>
    private static Metadata Copy(Metadata? headers)
    {
        var copy = new Metadata();
        foreach (var entry in headers ?? Metadata.Empty)
        {
            copy.Add(entry);
        }

        return copy;
    }
}
