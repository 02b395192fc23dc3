namespace InfoSharing.Validator.Reading;

/// <summary>Why a part of a file cannot be read. It says where, why and how to mend it, and never what stood there.</summary>
/// <param name="Line">The line, from 1; 0 where there is none: binary input, or a field that is missing.</param>
/// <param name="Column">The character in that line, from 1; 0 where there is none.</param>
/// <param name="Field">The field, items by their id: <c>persons[P1].date_of_birth</c>; blank is the file itself.</param>
/// <param name="Words">What is wrong, why it matters, how to mend it.</param>
public sealed record Fault(int Line, int Column, string Field, string Words);
