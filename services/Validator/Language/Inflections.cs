namespace InfoSharing.Validator.Language;

/// <summary>The forms of a word: number, tense, -ing, possessive. A form that no one writes does no harm, so the rules are simple.</summary>
internal static class Inflections
{
    private static readonly Dictionary<string, string[]> Irregular = new()
    {
        ["become"] = ["became"],
        ["choose"] = ["chose", "chosen"],
        ["expose"] = ["exposure"],
        ["go"] = ["went", "gone", "goes"],
        ["keep"] = ["kept"],
        ["lead"] = ["led"],
        ["leave"] = ["left"],
        ["make"] = ["made"],
        ["man"] = ["men"],
        ["prostitute"] = ["prostitution"],
        ["run"] = ["ran"],
        ["send"] = ["sent"],
        ["spend"] = ["spent"],
        ["take"] = ["took", "taken"],
        ["withdraw"] = ["withdrew", "withdrawn"],
        ["woman"] = ["women"],
    };

    /// <summary>Every form of a word in lower case, itself first.</summary>
    internal static IEnumerable<string> Of(string word)
    {
        yield return word;
        yield return word + "'s";
        foreach (var form in Irregular.GetValueOrDefault(word, [])) yield return form;
        foreach (var form in Regular(word)) yield return form;
    }

    private static string[] Regular(string word)
    {
        var stem = word[..^1];
        if (word.EndsWith('e')) return [word + "s", word + "d", stem + "ing"];
        if (word.EndsWith('y') && !IsVowel(word[^2])) return [stem + "ies", stem + "ied", word + "ing"];
        if (word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)) return [word + "es", word + "ed", word + "ing"];
        var doubled = word.Length > 2 && !IsVowel(word[^1]) && IsVowel(word[^2]) && !IsVowel(word[^3]) ? word + word[^1] : word;
        return [word + "s", word + "ed", word + "ing", doubled + "ed", doubled + "ing"];
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
