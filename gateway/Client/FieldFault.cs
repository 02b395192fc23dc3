namespace InfoSharing.Client;

/// <summary>One fault of a request.</summary>
/// <param name="Field">The field, from the request's root, items by their id: <c>decisions[D1].reasoning</c>; blank where the whole is meant.</param>
/// <param name="Words">What is wrong and how to mend it. It never holds what stood there.</param>
public sealed record FieldFault(string Field, string Words);
