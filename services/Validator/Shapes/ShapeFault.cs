namespace InfoSharing.Validator.Shapes;

/// <summary>Something that a field's type cannot say and that does not hold. It never repeats what stands there.</summary>
/// <param name="Field">The field, items by their id: <c>decisions[D1].made_by</c>.</param>
/// <param name="Words">What is wrong, why it matters, how to mend it.</param>
public sealed record ShapeFault(string Field, string Words);
