namespace Grpc.Core;

/// <summary>Adds what authorises one call, such as <c>authorization: Bearer …</c>, to its metadata. A failure fails the call with UNAUTHENTICATED, or with the status of a thrown <see cref="RpcException"/>.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
