using System.Runtime.InteropServices;
using InfoSharing.Validator.Clocks;
using InfoSharing.Validator.Contract;
using InfoSharing.Validator.Facts;
using InfoSharing.Validator.Views;
using InfoSharing.Validator.Words;
using Kind = InfoSharing.V1.Transfer.Types.Kind;

namespace InfoSharing.Validator.Judging;

/// <summary>One transfer as the rules see it: what is written, and what follows from it. Each fact is worked out once, when first asked for.</summary>
internal sealed class Case
{
    private People? _people;
    private Abuse? _abuse;
    private HarmfulParents? _harmfulParents;
    private Decisions? _decisions;
    private Reports? _reports;
    private LawfulBasis? _lawfulBasis;
    private UnreadPatterns? _unreadPatterns;
    private Assessments? _assessments;
    private SiblingTexts? _siblingTexts;
    private WithholdingPlan? _withholding;
    private Scratch? _scratch;
    private Dictionary<Text, ulong[]>? _maskedWords;
    private MaskedWords? _mask;

    internal Case(Transfer transfer, JudgingContext context)
    {
        Transfer = transfer;
        Context = context;
        Day = context.Day;
        Kinds = TransferKindsOf.Of(transfer.Kind);
    }

    /// <summary>The transfer.</summary>
    internal Transfer Transfer { get; }

    /// <summary>What may be known beside it.</summary>
    internal JudgingContext Context { get; }

    /// <summary>The day on which it is judged.</summary>
    internal DateOnly Day { get; }

    /// <summary>London's day of the check: what has run out since the transfer was first sent, has run out on this day.</summary>
    internal DateOnly Today => London.DayOf(Context.At);

    /// <summary>True where no ledger answers: rules that need one cannot tell here.</summary>
    internal bool IsOffline => Context.Holdings is null;

    /// <summary>The facts of its journey; null where there is no ledger, or nothing was sent yet.</summary>
    internal Flow? Flow => Context.Holdings?.Flow;

    /// <summary>CRISIS or RED: clocks run in elapsed hours.</summary>
    internal bool IsCrisis => Transfer.Urgency == Transfer.Types.Urgency.Crisis || Transfer.Brag == Transfer.Types.Brag.Red;

    /// <summary>The basis in law, as the agency's setting has filled it.</summary>
    internal LawfulBasis LawfulBasis => _lawfulBasis ??= LawfulBasisInForce.Of(Transfer, Context.Settings);

    /// <summary>Its kind.</summary>
    internal TransferKinds Kinds { get; }

    /// <summary>A NOTIFICATION or MISSING_FAMILY_ALERT.</summary>
    internal bool IsAlert => Kinds == TransferKinds.Alerts;

    /// <summary>True on an alert whose full papers follow.</summary>
    internal bool HandOverToFollow => Transfer.Kind == Kind.Notification && Transfer.Alert is { HandOverToFollow: true };

    /// <summary>Who is who.</summary>
    internal People People => _people ??= new(Transfer, Day);

    /// <summary>Domestic abuse and forced marriage.</summary>
    internal Abuse Abuse => _abuse ??= new(Transfer);

    /// <summary>Who abused, in the relationships that moving children lived with.</summary>
    internal HarmfulParents HarmfulParents => _harmfulParents ??= new(Transfer, People);

    /// <summary>Which decisions stand.</summary>
    internal Decisions Decisions => _decisions ??= new(Transfer);

    /// <summary>Who was reported how often in the last 12 months.</summary>
    internal Reports Reports => _reports ??= new(Transfer, Day);

    /// <summary>Whose reports nobody has read together.</summary>
    internal UnreadPatterns UnreadPatterns => _unreadPatterns ??= new(Transfer, People, Reports);

    /// <summary>What is written about each child.</summary>
    internal Assessments Assessments => _assessments ??= new(Transfer);

    /// <summary>The words about each moving child, for comparing one with another.</summary>
    internal SiblingTexts SiblingTexts => _siblingTexts ??= new(this);

    /// <summary>True where the ledger holds an acceptance of a child.</summary>
    internal bool IsAccepted(string child)
    {
        foreach (var one in Flow?.Accepted ?? [])
            if (one.Child == child) return true;
        return false;
    }

    /// <summary>Every text with words in it.</summary>
    internal List<FoundText> Texts
    {
        get
        {
            var texts = Space.Texts;
            if (texts.Count == 0) Contract.Texts.Find(Transfer, texts);
            return texts;
        }
    }

    /// <summary>What each recipient must not have.</summary>
    internal WithholdingPlan Withholding => _withholding ??= new(Transfer, documents: Context.Documents);

    /// <summary>The words of one of its texts, found once.</summary>
    internal WordList WordsOf(Text text)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(Space.Words, text, out _);
        return words ??= Space.Read(text.Text_);
    }

    /// <summary>Gives back the space in which it worked. Nothing is asked of it after that.</summary>
    internal void Release()
    {
        _scratch?.Release();
        _scratch = null;
    }

    private Scratch Space => _scratch ??= Scratch.Take();

    /// <summary>The keys of its words, without what differs between any two children; made once.</summary>
    internal ulong[] MaskedWordsOf(Text text)
    {
        _maskedWords ??= new(ReferenceEqualityComparer.Instance);
        if (!_maskedWords.TryGetValue(text, out var masked)) _maskedWords[text] = masked = (_mask ??= new(Transfer)).Of(WordsOf(text));
        return masked;
    }

    /// <summary>A threshold of a rule: the setting's where it is within its bounds, else the first release's.</summary>
    internal double Threshold(string ruleId, string name, double firstRelease)
    {
        foreach (var threshold in Context.Settings.Thresholds)
            if (threshold.RuleId == ruleId && threshold.Name == name) return ProductSettings.Find(ruleId, name)?.Allows(threshold.Value) == true ? threshold.Value : firstRelease;
        return firstRelease;
    }
}
