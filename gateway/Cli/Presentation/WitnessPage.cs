using System.Globalization;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;
using Verdict = InfoSharing.V1.WitnessFound.Types.Verdict;

namespace InfoSharing.Cli.Presentation;

/// <summary>What partners have seen of a ledger: each of them in a line, then what it comes to and what mends it.</summary>
internal sealed class WitnessPage(Session session)
{
    private readonly Screen _screen = session.Screen;

    /// <summary>True where a partner holds what this ledger should have and has not, or shows what nobody signed.</summary>
    internal static bool Contradicts(VerifyReply.Types.Heard heard) => heard.Witnesses.Any(one => one.Verdict is Verdict.Ahead or Verdict.Differs or Verdict.NotBelieved);

    /// <summary>True where somebody has not answered.</summary>
    internal static bool IsOpen(VerifyReply.Types.Heard heard) => heard.Witnesses.Any(one => one.Verdict == Verdict.Silent);

    /// <summary>Writes it.</summary>
    internal void Write(VerifyReply.Types.Heard heard)
    {
        var none = heard.Witnesses.Where(one => one.Verdict == Verdict.None).ToList();
        var shown = heard.Witnesses.Except(none).ToList();
        _screen.Blank();
        _screen.Line(heard.Witnesses.Count == 0 ? "The directory names no other agency: there are no witnesses." : "What partners have seen of this ledger:");
        foreach (var one in shown) Write(one);
        if (none.Count > 0) _screen.Words($"{Sentence.Count(none.Count, "agency has", "agencies have")} seen no head of it: {string.Join(", ", none.Select(one => one.Partner))}.", indent: 2);
        _screen.Blank();
        Conclude(heard, shown);
    }

    private void Write(WitnessFound one)
    {
        var place = one.Position > 0 ? $"  position {one.Position:N0}, signed {At(one)}" : "";
        _screen.Heading($"  {WordOf(one.Verdict),-15}", ColourOf(one.Verdict), $"  {one.Partner}{place}");
        if (one.Verdict is not Verdict.Agrees && one.AgreesTo > 0) _screen.Line($"      the same as here up to position {one.AgreesTo:N0}");
        if (one.Verdict == Verdict.Silent)
            _screen.Words($"ring {session.Agencies.Of(one.Partner)}{(one.Phone.Length > 0 ? $", {one.Phone}" : "")}, and ask whether their service runs", indent: 6);
    }

    private void Conclude(VerifyReply.Types.Heard heard, List<WitnessFound> shown)
    {
        var gone = heard.Witnesses.Where(one => one.Verdict is Verdict.Ahead or Verdict.Differs).ToList();
        if (gone.Count > 0) TellGone(heard, gone);
        if (heard.Witnesses.Any(one => one.Verdict == Verdict.NotBelieved))
            _screen.Words("What is not believed was not signed by this agency for that partner. It says nothing about this ledger, and something about the partner: tell both agencies' security people.");
        if (heard.Restored.LastOrDefault() is { } last && shown.Any(one => one.Verdict is Verdict.Restored or Verdict.Mended))
            _screen.Words($"Heads from before a restoring are explained by this ledger's own record of it: it began again at {At(last.RestoredAt)}, from a copy that ended at position {last.Position:N0}{(last.By.Length > 0 ? $", brought back by {last.By}" : "")}. If nobody knows of that, tell your auditor.");
        if (shown.Any(one => one.Verdict == Verdict.Mended))
            _screen.Words("Put back before: the copy itself has other links there than this ledger had signed, so it had been put back or rewritten before it was restored. Your auditor should know of it.");
        if (IsOpen(heard)) _screen.Words("Not all have answered: what they hold is not known. Give this command again when they can be reached, or with a longer --wait.");
        else if (shown.Count == 0) _screen.Words("Nobody has seen a head of this ledger yet: it has no witness.");
        else if (!Contradicts(heard)) _screen.Words("No partner holds anything of this ledger that it does not have or does not explain.");
    }

    private void TellGone(VerifyReply.Types.Heard heard, List<WitnessFound> gone)
    {
        var furthest = gone.MaxBy(one => one.Position)!;
        _screen.Heading("This ledger is not the one that partners know.", Colour.Red, "");
        _screen.Words(gone.Any(one => one.Verdict == Verdict.Ahead)
            ? $"It ends at position {heard.Position:N0}, and has signed a head at {furthest.Position:N0}: it was put back to an earlier state without being restored. What it acknowledged after that state is missing here."
            : $"It has other links than it signed, at position {furthest.Position:N0} among others: it was put back to an earlier state and written on, or it was rewritten. What it acknowledged then is missing here.");
        _screen.Words("To mend it: 1. Stop the agency, all its replicas, and keep the disk. Tell your auditor. 2. If a newer copy or the right database exists, bring that back.");
        _screen.Line($"       {session.Command("restore")} --from DIR --replace");
        _screen.Words("3. If there is none: start it where no partner can be reached (Bus:Transport None), copy it, stop it, and restore that copy, so that it knows that it was put back.");
        _screen.Line($"       {session.Command("backup")}");
        _screen.Words("4. Start it. It asks every partner what it lacks by itself; to see how far it has got with one, or to begin again:");
        _screen.Line($"       {session.Command("reconcile")} --with {furthest.Partner}");
    }

    private static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "agrees",
        Verdict.Restored => "restored",
        Verdict.Mended => "put back before",
        Verdict.Ahead => "AHEAD OF US",
        Verdict.Differs => "DIFFERS",
        Verdict.NotBelieved => "not believed",
        Verdict.Silent => "no answer",
        _ => "not known",
    };

    private static Colour ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Ahead or Verdict.Differs or Verdict.NotBelieved => Colour.Red,
        Verdict.Silent or Verdict.Mended => Colour.Yellow,
        _ => Colour.Plain,
    };

    private static string At(WitnessFound one) => At(one.SignedAt);

    private static string At(Google.Protobuf.WellKnownTypes.Timestamp? at) => at is null ? "at an unknown time" : at.ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
