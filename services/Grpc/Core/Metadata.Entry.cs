using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with one value. Keys are lower case: 0-9 a-z _ - . (PROTOCOL-HTTP2 "Header-Name").</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz_-.");

        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>A text entry. Upper case keys are lowered. Values hold the characters 0x20 to 0x7E.</summary>
        /// <exception cref="ArgumentException">A wrong key, a key ending in <c>-bin</c>, or another character in the value.</exception>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinaryKey(Key))
            {
                throw new ArgumentException($"A key ending in {BinaryHeaderSuffix} takes bytes; drop the suffix or give bytes.", nameof(key));
            }

            // Stricter than the official package, which fails later, in the transport: PROTOCOL-HTTP2 "ASCII-Value".
            if (!IsText(value))
            {
                throw new ArgumentException($"A text value holds the characters 0x20 to 0x7E; give other values as bytes under a key ending in {BinaryHeaderSuffix}.", nameof(value));
            }

            text = value;
        }

        /// <summary>A binary entry; the bytes are copied. The key ends in <c>-bin</c>.</summary>
        /// <exception cref="ArgumentException">A wrong key, or one without the suffix.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinaryKey(Key))
            {
                throw new ArgumentException($"A key for bytes ends in {BinaryHeaderSuffix}.", nameof(key));
            }

            bytes = valueBytes.AsSpan().ToArray();
        }

        private Entry(string key, string? text, byte[]? bytes)
        {
            Key = key;
            this.text = text;
            this.bytes = bytes;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>The text value.</summary>
        /// <exception cref="InvalidOperationException">The entry holds bytes.</exception>
        public string Value => text ?? throw new InvalidOperationException("The entry holds bytes: read ValueBytes.");

        /// <summary>A copy of the bytes; of a text entry, its ASCII bytes.</summary>
        public byte[] ValueBytes => bytes?.AsSpan().ToArray() ?? Encoding.ASCII.GetBytes(text!);

        /// <summary>True when the value is bytes.</summary>
        public bool IsBinary => bytes is not null;

        /// <inheritdoc/>
        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, {bytes!.Length} bytes]" : $"[Entry: key={Key}, value={text}]";

        internal ReadOnlySpan<byte> Bytes => bytes;

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        internal static bool IsBinaryKey(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);

        internal static bool IsText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

        internal static bool IsKey(ReadOnlySpan<char> key) => !key.IsEmpty && !key.ContainsAnyExcept(KeyCharacters);

        /// <summary>An entry that came over the wire, already checked.</summary>
        internal static Entry Received(string key, string? text, byte[]? bytes) => new(key, text, bytes);

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            return IsKey(lower)
                ? lower
                : throw new ArgumentException("A metadata key holds 0-9, a-z, _, - and . only.", nameof(key));
        }
    }
}
