using InfoSharing.Validator.Contract;

namespace InfoSharing.Validator.Views;

/// <summary>
/// The way from the transfer to where a walk stands. Hundreds of messages are passed and few are marked, so a place is made
/// only when it is asked for, and once for each message.
/// </summary>
internal sealed class Trail
{
    private Step[] _steps = new Step[8];
    private (IMessage Message, int Index, Place? Place)[] _passed = new (IMessage, int, Place?)[8];

    /// <summary>How many messages below the transfer the walk stands; 0 is the transfer itself.</summary>
    internal int Depth { get; private set; }

    /// <summary>The place of the message that is so deep; null for the transfer itself.</summary>
    internal Place? At(int depth)
    {
        if (depth == 0) return null;
        ref var passed = ref _passed[depth - 1];
        if (passed.Place is not null) return passed.Place;
        var step = _steps[depth - 1];
        return passed.Place = new(At(depth - 1), step.Member, passed.Index < 0 ? "" : step.Below!.IdOf(passed.Message), passed.Index);
    }

    /// <summary>The place of a field of the message where the walk stands, or of one value of it.</summary>
    internal Place Of(Member member, int index = -1) => new(At(Depth), member, "", index);

    /// <summary>Goes into a message.</summary>
    internal void Enter(Step step, IMessage message, int index)
    {
        if (Depth == _steps.Length)
        {
            Array.Resize(ref _steps, Depth * 2);
            Array.Resize(ref _passed, Depth * 2);
        }
        _steps[Depth] = step;
        _passed[Depth] = (message, index, null);
        Depth++;
    }

    /// <summary>Goes back out of it.</summary>
    internal void Leave() => Depth--;
}
