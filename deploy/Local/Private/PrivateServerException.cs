namespace InfoSharing.Local.Private;

/// <summary>A server of our own could not be made ready. The message says which and why.</summary>
internal sealed class PrivateServerException(string message, Exception? inner = null) : Exception(message, inner);
