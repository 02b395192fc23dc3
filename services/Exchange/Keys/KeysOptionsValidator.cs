using Microsoft.Extensions.Options;

namespace InfoSharing.Exchange.Keys;

/// <summary>Refuses to start on wrong keys, naming all faults at once.</summary>
internal sealed class KeysOptionsValidator : IValidateOptions<KeysOptions>
{
    public ValidateOptionsResult Validate(string? name, KeysOptions options)
    {
        var faults = new[]
        {
            KeyFile.FaultOf($"{KeysOptions.Section}:{nameof(KeysOptions.SigningFile)}", options.SigningFile, signs: true),
            KeyFile.FaultOf($"{KeysOptions.Section}:{nameof(KeysOptions.SealingFile)}", options.SealingFile, signs: false),
        }.Concat(options.RetiredSealingFiles.Select((file, index) => KeyFile.FaultOf($"{KeysOptions.Section}:{nameof(KeysOptions.RetiredSealingFiles)}:{index}", file, signs: false))).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
