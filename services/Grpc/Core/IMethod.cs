namespace Grpc.Core;

/// <summary>A method without its message types.</summary>
public interface IMethod
{
    /// <summary>How many messages each way.</summary>
    MethodType Type { get; }

    /// <summary>Service name with its package, as in the proto file.</summary>
    string ServiceName { get; }

    /// <summary>Method name, without the service.</summary>
    string Name { get; }

    /// <summary>The HTTP path, <c>/package.Service/Method</c> (PROTOCOL-HTTP2 "Path").</summary>
    string FullName { get; }
}
