using InfoSharing.Validator.Rules.Agencies.Police;
using Kind = InfoSharing.V1.Condition.Types.Kind;
using What = InfoSharing.V1.NotHeld.Types.What;

namespace InfoSharing.Tests.Unit.Rules.Agencies.Police;

public sealed class OrdersAreBroughtTests() : ConditionIsBroughtTests(new OrdersAreBrought(), Kind.ProtectiveOrder, What.Orders);
