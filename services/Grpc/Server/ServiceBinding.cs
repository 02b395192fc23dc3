using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Finds a service's methods through the attribute that generated code puts on its base. Runs once, at start.</summary>
internal static class ServiceBinding
{
    /// <summary>Calls generated BindService with no implementation, which only names the methods.</summary>
    /// <exception cref="InvalidOperationException">The type derives from no generated base.</exception>
    public static void Bind(Type service, ServiceBinderBase binder)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                Method(attribute, type).Invoke(null, [binder, null]);
                return;
            }
        }

        throw new InvalidOperationException($"{service} derives from no generated gRPC service base.");
    }

    private static MethodInfo Method(BindServiceMethodAttribute attribute, Type serviceBase) =>
        attribute.BindType.GetMethod(
            attribute.BindMethodName,
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static,
            [typeof(ServiceBinderBase), serviceBase])
        ?? throw new InvalidOperationException($"{attribute.BindType} has no method {attribute.BindMethodName}(ServiceBinderBase, {serviceBase.Name}).");
}
