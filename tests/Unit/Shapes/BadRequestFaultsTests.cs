using System.Text;
using InfoSharing.Validator.Shapes;

namespace InfoSharing.Tests.Unit.Shapes;

public sealed class BadRequestFaultsTests
{
    [Fact]
    public void Few_faults_are_given_as_they_are() =>
        BadRequestFaults.Of([("id", "No id."), ("lead", "No lead.")]).ShouldBe([("id", "No id."), ("lead", "No lead.")]);

    [Fact]
    public void Many_faults_stay_under_5_KiB_and_the_last_says_how_many_more_there_are()
    {
        var given = BadRequestFaults.Of(Enumerable.Range(0, 1000).Select(i => ($"persons[P{i}].date_of_birth", new string('é', 60))));

        given.Sum(one => Encoding.UTF8.GetByteCount(one.Field) + Encoding.UTF8.GetByteCount(one.Description) + 16).ShouldBeLessThan(5 * 1024);
        given[^1].Description.ShouldStartWith($"And {1000 - (given.Count - 1)} more.");
    }

    [Fact]
    public void One_fault_that_is_too_long_is_counted_and_not_cut() =>
        BadRequestFaults.Of([("id", new string('a', 6000))]).ShouldHaveSingleItem().Description.ShouldStartWith("And 1 more.");
}
