using InfoSharing.V1;
using Role = InfoSharing.V1.Person.Types.Role;

namespace InfoSharing.Tests.Families;

public sealed partial class FamilyMaker
{
    private void EachChild(Person child)
    {
        var age = AgeOf(child);
        var isUnborn = child.Roles.Contains(Role.Unborn);
        _made.ChildAssessments.Add(Assessed(child, age, isUnborn));
        _made.Plans.Add(new Plan
        {
            Item = Id($"PL{child.Ref}"), Child = child.Ref, Type = _words.Pick([Plan.Types.Type.Cp, Plan.Types.Type.Cin]), Category = "EMO", StartedOn = On(-120), ReviewOn = On(30), ReasonDiffers = Words(),
            Actions = { new Plan.Types.Action { Text = Words(), For = { child.Ref }, ByRole = Plan.Types.Action.Types.ByRole.Agency, Due = On(10) } },
        });
        if (isUnborn) return;
        _made.SeenSinceMove.Add(new SeenSinceMove { Item = Id($"SE{child.Ref}"), Child = child.Ref, By = Worker("social worker"), On = On(-1), Alone = YesNo.No, WhereKind = SeenSinceMove.Types.WhereKind.Home });
        foreach (var kind in new[] { Registration.Types.Kind.Gp, age < 5 ? Registration.Types.Kind.HealthVisitor : Registration.Types.Kind.School, Registration.Types.Kind.Nursery })
            _made.Registrations.Add(new Registration { Item = Id($"RG{child.Ref}{(int)kind}"), Child = child.Ref, Kind = kind, Status = Registration.Types.Status.Applied });
    }

    private ChildAssessment Assessed(Person child, int age, bool isUnborn)
    {
        var one = new ChildAssessment { Item = Id($"A{child.Ref}"), Child = child.Ref, StartedOn = On(-60), AuthorisedOn = On(-20) };
        if (Chance(10))
        {
            one.NotAssessed = new() { Why = Words(), WhoWill = Worker("social worker"), By = On(12) };
            return one;
        }
        var name = child.Names.Count > 0 ? child.Names[0].Given : "The baby";
        (one.Needs, one.Risks) = (new() { Text_ = _words.OfChild(name) }, new() { Text_ = _words.OfChild(name) });
        (one.KeyWorker, one.InformationGiven) = (Worker("youth worker"), Words());
        if (_abuse)
        {
            one.DaExperience = Words();
            one.Factors.Add("3B");
        }
        if (isUnborn)
        {
            one.Unborn = Expected();
        }
        else if (age < 3)
        {
            one.DayLike = Words();
            one.SeenWith.Add(new ChildAssessment.Types.SeenWith { Carer = "P1", What = Words(), On = On(-9) });
        }
        else
        {
            (one.Voice, one.SeenAloneOn) = (Words(), On(-9));
        }
        if (age is >= 0 and < 2) one.Baby = new() { Injury = Words(), CryingFeedingSleep = Words(), WhoAtHome = Words() };
        if (age == 17) one.TransitionPlan = new() { AdultService = "young adults", WhoTakesOver = Worker("transitions worker"), KnownToPerson = YesNo.Yes, StopsAt18 = Words() };
        return one;
    }

    private ChildAssessment.Types.Unborn Expected()
    {
        var unborn = new ChildAssessment.Types.Unborn { Booked = ChildAssessment.Types.Unborn.Types.Booked.Booked, WhyNone = Words(), BirthPlan = Words(), ChildrenRemoved = YesNo.No };
        foreach (var whom in new[] { ChildAssessment.Types.Unborn.Types.Told.Types.Service.Midwife, ChildAssessment.Types.Unborn.Types.Told.Types.Service.HealthVisitor })
            foreach (var side in new[] { ChildAssessment.Types.Unborn.Types.Told.Types.Side.Old, ChildAssessment.Types.Unborn.Types.Told.Types.Side.New })
                unborn.Told.Add(new ChildAssessment.Types.Unborn.Types.Told { Whom = whom, Side = side, On = On(-5) });
        return unborn;
    }
}
