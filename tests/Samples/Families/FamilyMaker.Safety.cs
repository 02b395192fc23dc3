using InfoSharing.V1;
using static InfoSharing.V1.DisclosureControls.Types;
using static InfoSharing.V1.ForcedMarriage.Types;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Families;

public sealed partial class FamilyMaker
{
    private void Support()
    {
        foreach (var victim in _made.Persons.Where(person => person.Roles.Contains(Role.Victim)))
            _made.Support.Add(new Support { Item = Id($"SU{victim.Ref}"), For = victim.Ref, Type = V1.Support.Types.Type.DaSpecialist, OfferedOn = On(-50), Engagement = V1.Support.Types.Engagement.Good, WhatWorked = Words() });
        _made.Support.Add(new Support { Item = Id("SU0"), For = _children[0].Ref, Type = V1.Support.Types.Type.EarlyHelp, OfferedOn = On(-50), Engagement = V1.Support.Types.Engagement.Mixed, Barriers = Words() });
        _made.OngoingWork.Add(new OngoingWork { Item = Id("OW1"), For = _children[0].Ref, Text = Words(), Lead = Worker("mentor"), MustNotLapseAfter = On(25) });
    }

    private void Harming()
    {
        foreach (var person in _harming)
        {
            _made.Perpetrators.Add(new Perpetrator { Item = Id($"PH{person.Ref}"), Person = person.Ref, Behaviours = Words(), Whereabouts = Words(), KnowsNewAddress = YesNo.No, OtherChildrenKnown = YesNo.Yes, Interventions = Words() });
            _made.Conditions.Add(new Condition { Item = Id($"CO{person.Ref}"), Person = person.Ref, Kind = Condition.Types.Kind.ProtectiveOrder, Terms = Words(), StartsOn = On(-90), EndsOn = On(200) });
        }
    }

    private void Law()
    {
        _made.Court = new() { ProceedingsLive = YesNo.No };
        if (Chance(25))
        {
            _made.Documents.Add(new Document { Item = Id("DO1"), Kind = Document.Types.Kind.Agreement, About = { _children[0].Ref }, MadeOn = On(-6), Bytes = 2000, MediaType = "application/pdf" });
            _made.Court.Orders.Add(new Court.Types.Order { Item = Id("OR1"), Child = _children[0].Ref, Kind = Court.Types.Order.Types.Kind.Supervision, Authority = _made.From.Agency, MadeOn = On(-200), MovesBy = Court.Types.Order.Types.MovesBy.BothAreasAgreed, MovesByDocument = "DO1", WhoVisits = Worker("social worker") });
        }
        _made.ForcedMarriage = new();
        foreach (var child in _children.Where(child => !child.Roles.Contains(Role.Unborn)))
            _made.ForcedMarriage.Considered.Add(new Considered { Person = child.Ref, Answer = Considered.Types.Answer.No, By = Worker("social worker"), On = On(-8) });
        var feared = _children.Find(child => AgeOf(child) >= 12);
        if (!_marriage || feared is null) return;
        _made.ForcedMarriage.Suspected.Add(feared.Ref);
        _made.ForcedMarriage.JointContact = new() { Police = Worker("forced marriage lead"), SocialCare = Worker("team manager"), At = Stamp(-4) };
        _made.ForcedMarriage.Interpreters.Add(new Interpreter { Item = Id("IN1"), For = feared.Ref, Relation = Interpreter.Types.Relation.Professional, State = Interpreter.Types.State.Planned, On = On(4) });
    }

    private void Sharing()
    {
        var isFeared = _made.ForcedMarriage.Suspected.Count > 0;
        foreach (var person in _made.Persons.Where(person => AgeOf(person) >= 10))
        {
            var isThemselves = _made.ForcedMarriage.Suspected.Contains(person.Ref);
            var answer = isFeared && !isThemselves ? Told.Types.Answer.NoUnsafe : _words.Pick([Told.Types.Answer.Yes, Told.Types.Answer.NoNotYet, Told.Types.Answer.NoNotReached]);
            _made.Told.Add(new Told { Item = Id($"TO{person.Ref}"), Person = person.Ref, Told_ = _harming.Contains(person) ? Told.Types.Answer.NoUnsafe : answer, By = Worker("social worker"), On = On(-3), Reason = Words() });
        }
        var reached = _made.Persons.Where(person => person.Roles.Contains(Role.Victim) || _made.ForcedMarriage.Suspected.Contains(person.Ref)).ToList();
        foreach (var person in reached)
            _made.SafeContact.Add(Chance(60)
                ? new SafeContact { Item = Id($"SC{person.Ref}"), Person = person.Ref, Answer = SafeContact.Types.Answer.Known, SafeToCall = YesNo.No, Via = "the duty line" }
                : new SafeContact { Item = Id($"SC{person.Ref}"), Person = person.Ref, Answer = SafeContact.Types.Answer.NotKnown, WhoWillFindOut = Worker("IDVA") });
        _made.DisclosureControls = new();
        if (!isFeared) return;
        foreach (var group in new[] { MustNotAlert.Types.Group.Family, MustNotAlert.Types.Group.ExtendedFamily, MustNotAlert.Types.Group.Community })
            _made.DisclosureControls.MustNotAlert.Add(new MustNotAlert { Group = group, SetBy = MustNotAlert.Types.SetBy.Person });
    }
}
