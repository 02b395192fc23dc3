using System.Reflection;
using System.Runtime.Loader;
using Grpc.Core;
using InfoSharing.Tests.Unit;

namespace InfoSharing.Tests.Rpc;

/// <summary>
/// Our runtime has exactly the public members that tests/GrpcSurface lists of the official packages: so it has no name that they lack,
/// and every project that compiles against that list (`-p:OfficialGrpc=surface`, which lane Interop builds) compiles against them.
/// </summary>
public class SurfaceTests
{
    [Fact]
    public void Our_public_members_are_those_of_the_official_packages_and_no_others()
    {
        var ours = Members(typeof(Metadata).Assembly);
        var official = Members(Official());
        ours.Except(official).ShouldBeEmpty("public here, and not in the official packages");
        official.Except(ours).ShouldBeEmpty("listed as official, and not here");
        ours.Count.ShouldBeGreaterThan(400);
    }

    [Fact]
    public void Projects_take_the_runtime_by_the_switch_alone()
    {
        var root = SharedData.RepositoryRoot;
        var files = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(10);
        files.Where(file => File.ReadAllText(file).Contains("Grpc/Grpc.csproj", StringComparison.Ordinal)).ShouldBeEmpty("set UsesGrpc instead, so that -p:OfficialGrpc takes effect");
    }

    private static HashSet<string> Members(Assembly assembly) => [.. assembly.GetExportedTypes().Where(IsWrittenByHand).SelectMany(MembersOf)];

    /// <summary>What protoc generates is the same on both sides.</summary>
    private static bool IsWrittenByHand(Type type) => type.Namespace is not ("Grpc.Health.V1" or "Grpc.Reflection.V1" or "Grpc.Reflection.V1Alpha");

    private static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var name = type.ToString();
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        yield return $"{kind} {name} : {type.BaseType}, {string.Join(", ", type.GetInterfaces().Select(one => one.ToString()).Order(StringComparer.Ordinal))}";
        foreach (var method in type.GetMethods(all).Where(method => IsVisible(method) && !method.Name.Contains('.')))
        {
            yield return $"{name}: {Access(method)}{(method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "")}{method}{Constraints(method)}{Parameters(method)}";
        }
        foreach (var constructor in type.GetConstructors(all).Where(IsVisible))
        {
            yield return $"{name}: {Access(constructor)}{constructor}{Parameters(constructor)}";
        }
        foreach (var field in type.GetFields(all).Where(field => field.IsPublic))
        {
            yield return $"{name}: {field} {(field.IsLiteral ? field.GetRawConstantValue() : "")}";
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Parameters(MethodBase method) =>
        $" ({string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue}" : "")}"))})";

    private static string Constraints(MethodInfo method) =>
        string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(argument => $" {argument} {argument.GenericParameterAttributes} {string.Join(',', argument.GetGenericParameterConstraints().Select(constraint => constraint.ToString()))}") : []);

    private static Assembly Official()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        var file = Path.Combine(SharedData.RepositoryRoot, "tests", "GrpcSurface", "bin", configuration, "net10.0", "InfoSharing.Tests.GrpcSurface.dll");
        // A context of its own: its types have the names of ours.
        return new AssemblyLoadContext("the official surface").LoadFromAssemblyPath(file);
    }
}
