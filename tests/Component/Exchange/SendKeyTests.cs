using System.Security.Cryptography;
using Google.Protobuf;
using InfoSharing.Exchange.Api.Sending;
using InfoSharing.Exchange.Identity;
using InfoSharing.Exchange.Transfers;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Exchange;

public sealed class SendKeyTests
{
    // A ledger keeps digests for 90 days: one that was worked out in another way would turn a repeated send away.
    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public void The_digest_is_of_the_request_as_it_would_be_written_without_its_id(bool? alert)
    {
        var request = new SendRequest { Transfer = Samples.Complete(), RequestId = "R1" };
        if (alert is { } set) request.AlertOnRefusal = set;
        var bare = request.Clone();
        bare.RequestId = "";

        var asked = WrittenTransfer.Of(request.Transfer);
        (request.RequestId, request.Transfer) = ("", null);

        new SendKey(new("a system", Roles.System, "leeds-social-care"), asked.Transfer, "R1", asked, request).Digest.ShouldBe(SHA256.HashData(bare.ToByteArray()));
    }
}
