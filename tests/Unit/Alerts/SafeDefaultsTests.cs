using InfoSharing.Tests.Unit.Rules;
using InfoSharing.V1;
using InfoSharing.Validator.Alerts;
using static InfoSharing.V1.DisclosureControls.Types;
using Group = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.Group;
using SetBy = InfoSharing.V1.DisclosureControls.Types.MustNotAlert.Types.SetBy;

namespace InfoSharing.Tests.Unit.Alerts;

public sealed class SafeDefaultsTests
{
    [Fact]
    public void Where_forced_marriage_is_feared_everyone_is_marked_and_the_alert_given_is_not_changed()
    {
        var alert = Feared();
        var before = alert.Clone();
        var safe = SafeDefaults.Set(alert);
        safe.DisclosureControls.MustNotAlert.Select(one => (one.Group, one.SetBy))
            .ShouldBe([(Group.Family, SetBy.Default), (Group.ExtendedFamily, SetBy.Default), (Group.Community, SetBy.Default)]);
        alert.ShouldBe(before);
    }

    [Fact]
    public void What_a_person_said_stands()
    {
        var alert = Feared();
        alert.DisclosureControls = new() { MustNotAlert = { new MustNotAlert { Group = Group.Family, Except = { "P1" }, SetBy = SetBy.Person } } };
        var marked = SafeDefaults.Set(alert).DisclosureControls.MustNotAlert;
        marked.Select(one => one.Group).ShouldBe([Group.Family, Group.ExtendedFamily, Group.Community]);
        marked[0].ShouldBe(alert.DisclosureControls.MustNotAlert[0]);
    }

    [Fact]
    public void Set_twice_it_is_set_once()
    {
        var safe = SafeDefaults.Set(Feared());
        SafeDefaults.Set(safe).ShouldBeSameAs(safe);
    }

    [Fact]
    public void Without_that_fear_and_on_a_hand_over_nothing_is_set()
    {
        var calm = Given.Family(Given.Child("P2")).AsAlert();
        SafeDefaults.Set(calm).ShouldBeSameAs(calm);
        var handOver = Feared();
        handOver.Kind = Transfer.Types.Kind.FullTransfer;
        SafeDefaults.Set(handOver).ShouldBeSameAs(handOver);
    }

    private static Transfer Feared()
    {
        var alert = Given.Family(Given.Child("P2", 17)).AsAlert();
        alert.ForcedMarriage = new() { Suspected = { "P2" } };
        return alert;
    }
}
