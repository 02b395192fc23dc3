using InfoSharing.V1;

namespace InfoSharing.Feeds.Cin;

/// <summary>One step of reading a census return.</summary>
/// <param name="Oddities">What was found on the way, in the file's order.</param>
public abstract record CinResult(IReadOnlyList<Oddity> Oddities);

/// <summary>A child of the return.</summary>
/// <param name="Line">The line of the child's start tag.</param>
/// <param name="Episodes">How many episodes (CINdetails) the child has.</param>
/// <param name="Draft">The draft transfer; null where the child is over the limits and was passed over.</param>
/// <param name="Oddities">What is odd about this child's part of the file.</param>
public sealed record CinChild(int Line, int Episodes, Transfer? Draft, IReadOnlyList<Oddity> Oddities) : CinResult(Oddities);

/// <summary>Something said of the file as a whole: its header, its order, its end.</summary>
/// <param name="Oddities">What is odd about the file.</param>
public sealed record CinFile(IReadOnlyList<Oddity> Oddities) : CinResult(Oddities);

/// <summary>Reading ended here and not at the end of the file. What came before stands.</summary>
/// <param name="Fault">Where and why.</param>
public sealed record CinUnreadable(Oddity Fault) : CinResult([Fault]);
