using FsCheck;
using FsCheck.Fluent;
using Grpc.Wire;

namespace InfoSharing.Tests.Rpc;

public class BinaryHeaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("AQ", "01")]
    [InlineData("AQ==", "01")]
    [InlineData("AQI", "0102")]
    [InlineData("AQI=", "0102")]
    [InlineData(" AQID ", "010203")]
    public void Padded_and_unpadded_values_are_read(string value, string hex)
    {
        BinaryHeader.TryDecode(value, out var bytes).ShouldBeTrue();
        Convert.ToHexString(bytes).ShouldBe(hex);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAA")]
    [InlineData("A*B=")]
    [InlineData("☺☺")]
    public void Value_that_is_no_base64_is_refused(string value) => BinaryHeader.TryDecode(value, out _).ShouldBeFalse();

    [Fact]
    public void Any_bytes_come_back_and_none_are_padded() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var value = BinaryHeader.Encode(bytes ?? []);
            return !value.Contains('=') && BinaryHeader.TryDecode(value, out var back) && back.SequenceEqual(bytes ?? []);
        }).QuickCheckThrowOnFailure();
}
