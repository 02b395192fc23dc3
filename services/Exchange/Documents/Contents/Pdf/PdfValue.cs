namespace InfoSharing.Exchange.Documents.Contents.Pdf;

/// <summary>A value as a PDF writes it.</summary>
internal abstract record PdfValue
{
    /// <summary>A name, its escapes resolved: "/J#61vaScript" is "JavaScript".</summary>
    internal sealed record Name(string Is) : PdfValue;

    /// <summary>A string, with where what stands between its brackets lies in the file.</summary>
    internal sealed record Words(byte[] Bytes, long At, int Length, bool IsHex) : PdfValue;

    internal sealed record Number(double Is) : PdfValue;

    internal sealed record Reference(int To) : PdfValue;

    internal sealed record Many(List<PdfValue> Values) : PdfValue;

    internal sealed record Dictionary(Dictionary<string, PdfValue> Values) : PdfValue
    {
        internal PdfValue? this[string key] => Values.GetValueOrDefault(key);

        internal string NameOf(string key) => this[key] is Name name ? name.Is : "";

        internal int? NumberOf(string key) => this[key] is Number { Is: >= int.MinValue and <= int.MaxValue } number ? (int)number.Is : null;

        internal int? ReferenceOf(string key) => this[key] is Reference reference ? reference.To : null;

        /// <summary>The names of the filters of a stream, in order.</summary>
        internal List<string> Filters => (this["Filter"] ?? this["F"]) switch
        {
            Name one => [one.Is],
            Many many => [.. many.Values.OfType<Name>().Select(one => one.Is)],
            _ => [],
        };
    }

    /// <summary>A word that is none of the others: "obj", "stream", "true", "Tj".</summary>
    internal sealed record Keyword(string Is) : PdfValue;
}
