using System.Reflection;

namespace InfoSharing.Tests.Rpc;

public class ChecklistTests
{
    private static readonly ILookup<int, PointAttribute> Points = typeof(ChecklistTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<PointAttribute>())
        .ToLookup(point => point.Number);

    [Fact]
    public void Each_of_the_73_points_has_a_test() =>
        Enumerable.Range(1, 73).Where(number => !Points.Contains(number)).ShouldBeEmpty("points of the checklist without a test");

    [Fact]
    public void Every_departure_of_the_official_stack_is_named() =>
        Points.Where(point => point.Any(test => test.Official is not null)).Select(point => point.Key).Order()
            .ShouldBe([15, 18, 24, 39, 40, 41, 44, 46, 47, 54, 55, 56, 57, 69]);
}
