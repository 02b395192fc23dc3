namespace InfoSharing.Kit.Pages;

/// <summary>One generated page.</summary>
/// <param name="Name">Its file's name in the folder.</param>
/// <param name="Words">What it says, Markdown with line feeds.</param>
public sealed record Page(string Name, string Words);
