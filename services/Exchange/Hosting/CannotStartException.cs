namespace InfoSharing.Exchange.Hosting;

/// <summary>A process refuses to start. The message is for the person who started it: what is wrong, where, and the cure.</summary>
public sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
