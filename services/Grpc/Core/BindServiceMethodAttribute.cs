namespace Grpc.Core;

/// <summary>On a generated service base: where its <c>BindService</c> method is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BindServiceMethodAttribute : Attribute
{
    /// <summary>Names the method.</summary>
    public BindServiceMethodAttribute(Type bindType, string bindMethodName)
    {
        BindType = bindType;
        BindMethodName = bindMethodName;
    }

    /// <summary>The class that holds it.</summary>
    public Type BindType { get; }

    /// <summary>Its name.</summary>
    public string BindMethodName { get; }
}
