namespace InfoSharing.Validator.Judging;

/// <summary>A setting that is not followed, and how to mend it.</summary>
/// <param name="Field">Where: <c>risen[0]</c>.</param>
/// <param name="Words">What is wrong with it, and what it may say.</param>
public sealed record SettingFault(string Field, string Words);
