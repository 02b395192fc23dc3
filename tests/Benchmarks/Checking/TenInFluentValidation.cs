using FluentValidation;
using InfoSharing.V1;
using InfoSharing.Validator.Facts;
using Origin = InfoSharing.V1.Decision.Types.Origin;
using Status = InfoSharing.V1.RelationshipExploration.Types.Status;

namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>Ten of our rules as FluentValidation says them, condition for condition, as a fair user of it would write them.</summary>
internal sealed class TenInFluentValidation : AbstractValidator<Transfer>
{
    public TenInFluentValidation()
    {
        // IS-103
        RuleForEach(transfer => transfer.Decisions).ChildRules(decision =>
        {
            decision.RuleFor(one => one.MadeBy).Must(who => !string.IsNullOrWhiteSpace(who?.Role) && !string.IsNullOrWhiteSpace(who?.Org)).When(one => one.Origin != Origin.Inherited).WithErrorCode("IS-103");
            decision.RuleFor(one => one.MadeAt).NotNull().When(one => one.Origin != Origin.Inherited).WithErrorCode("IS-103");
        });
        // IS-203, IS-204
        RuleForEach(transfer => transfer.RelationshipExploration).ChildRules(one =>
        {
            one.When(entry => entry.Status is Status.Explored or Status.Partly or Status.NoneKnown, () =>
            {
                one.RuleFor(entry => entry.ExploredBy).Must(who => !who.IsBlank()).WithErrorCode("IS-203");
                one.RuleFor(entry => entry.ExploredOn).NotEmpty().WithErrorCode("IS-203");
                one.RuleFor(entry => entry.Methods).NotEmpty().WithErrorCode("IS-203");
            });
            one.When(entry => entry.Status == Status.NotExplored, () =>
            {
                one.RuleFor(entry => entry.ReasonIfNot).Must(text => !text.IsBlank()).WithErrorCode("IS-204");
                one.RuleFor(entry => entry.NextBy).Must(who => !who.IsBlank()).WithErrorCode("IS-204");
                one.RuleFor(entry => entry.NextOn).NotEmpty().WithErrorCode("IS-204");
            });
        });
        // IS-307
        RuleForEach(transfer => transfer.Support).ChildRules(support =>
        {
            support.RuleFor(one => one.Engagement).NotEqual(default(Support.Types.Engagement)).When(one => one.Type != Support.Types.Type.NoneOffered).WithErrorCode("IS-307");
            support.RuleFor(one => one.Barriers).Must(text => !text.IsBlank()).When(one => one.Engagement is Support.Types.Engagement.Poor or Support.Types.Engagement.Declined).WithErrorCode("IS-307");
        });
        // IS-707
        RuleFor(transfer => transfer.Move).Must(move => move.RiskEffect != default && !move.RiskEffectReason.IsBlank()).When(transfer => transfer.Move?.IsSeparation == YesNo.Yes).WithErrorCode("IS-707");
        // IS-708
        RuleFor(transfer => transfer.Support).Must(all => all.Any(one => one.Type is Support.Types.Type.EarlyHelp or Support.Types.Type.DaSpecialist or Support.Types.Type.Therapeutic or Support.Types.Type.PerpetratorProgramme or Support.Types.Type.Recovery))
            .When(transfer => transfer.Urgency is Transfer.Types.Urgency.NonCrisis or Transfer.Types.Urgency.PostCrisis).WithErrorCode("IS-708");
        // IS-802
        RuleFor(transfer => transfer.LawfulBasis.FamilyAgreement).NotEqual(default(LawfulBasis.Types.FamilyAgreement)).When(transfer => transfer.LawfulBasis?.Basis == LawfulBasis.Types.Basis.Consent).WithErrorCode("IS-802");
        // IS-905
        RuleFor(transfer => transfer.Move.Permanence).NotEqual(Move.Types.Permanence.Temporary).When(transfer => transfer.Move is not null).WithErrorCode("IS-905");
        // IS-906
        RuleFor(transfer => transfer.Move.WhereaboutsKnown).Equal(YesNo.Yes).When(transfer => transfer.Move?.Permanence == Move.Types.Permanence.Unknown).WithErrorCode("IS-906");
        // IS-917, of the family
        When(transfer => transfer.Accommodation?.Kind is Accommodation.Types.Kind.TemporaryHousing or Accommodation.Types.Kind.Hotel or Accommodation.Types.Kind.Refuge or Accommodation.Types.Kind.DaSafeAccommodation or Accommodation.Types.Kind.Nrpf, () =>
        {
            RuleFor(transfer => transfer.Accommodation.PlacedBy).NotEmpty().WithErrorCode("IS-917");
            RuleFor(transfer => transfer.Accommodation.Until).NotEmpty().WithErrorCode("IS-917");
            RuleFor(transfer => transfer.Accommodation.Pays).NotEmpty().WithErrorCode("IS-917");
        });
    }

    /// <summary>The ids of the ten.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["IS-103", "IS-203", "IS-204", "IS-307", "IS-707", "IS-708", "IS-802", "IS-905", "IS-906", "IS-917"];
}
