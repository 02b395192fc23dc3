using FsCheck;
using FsCheck.Fluent;
using Grpc.Wire;

namespace InfoSharing.Tests.Rpc;

public class PercentEncodingTests
{
    [Theory]
    [InlineData("plain text ~", "plain text ~")]
    [InlineData("100%", "100%25")]
    [InlineData("\t\r\n", "%09%0D%0A")]
    [InlineData("☺", "%E2%98%BA")]
    [InlineData("😈", "%F0%9F%98%88")]
    [InlineData("é\u007F", "%C3%A9%7F")]
    [InlineData(" a ", "%20a%20")]
    [InlineData("", "")]
    public void Text_is_encoded_and_comes_back(string text, string encoded)
    {
        PercentEncoding.Encode(text).ShouldBe(encoded);
        PercentEncoding.Decode(encoded).ShouldBe(text);
    }

    [Theory]
    [InlineData("bad%zz%4", "bad%zz%4")]
    [InlineData("%", "%")]
    [InlineData("%2", "%2")]
    [InlineData("%e2%98%ba", "☺")]
    [InlineData("%FF", "\uFFFD")]
    [InlineData("\u00E2\u0098\u00BA", "☺")]
    public void Broken_or_raw_text_is_decoded_as_far_as_it_goes(string encoded, string text) => PercentEncoding.Decode(encoded).ShouldBe(text);

    [Fact]
    public void Any_text_without_lone_surrogates_comes_back() =>
        Prop.ForAll<string>(text =>
        {
            var whole = new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
            var encoded = PercentEncoding.Encode(whole);
            return encoded.All(c => c is >= ' ' and <= '~') && PercentEncoding.Decode(encoded) == whole;
        }).QuickCheckThrowOnFailure();
}
