namespace Grpc.Core;

/// <summary>The call that is to be authorised.</summary>
public class AuthInterceptorContext
{
    /// <summary>A call to be authorised.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>A call to be authorised, and the token that ends it.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>The service, as <c>https://host/package.Service</c>.</summary>
    public string ServiceUrl { get; }

    /// <summary>The method, without its service.</summary>
    public string MethodName { get; }

    /// <summary>Cancelled when the call ends.</summary>
    public CancellationToken CancellationToken { get; }
}
