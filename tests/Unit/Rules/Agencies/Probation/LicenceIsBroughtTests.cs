using InfoSharing.Validator.Rules.Agencies.Probation;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Probation;

public sealed class LicenceIsBroughtTests() : ConditionIsBroughtTests(new LicenceIsBrought(), Kind.Licence, What.Licence);
