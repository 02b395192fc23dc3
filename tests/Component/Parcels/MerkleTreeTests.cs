using System.Text;
using Google.Protobuf;
using InfoSharing.Exchange.Parcels.Merkle;
using InfoSharing.V1;

namespace InfoSharing.Tests.Component.Parcels;

public class MerkleTreeTests
{
    // The test vectors of Certificate Transparency's reference implementation (RFC 6962 hashing), leaves without salt.
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_RFC_6962(int count, string root) =>
        Convert.ToHexStringLower(MerkleTree.Root(Bare(count))).ShouldBe(root);

    [Fact]
    public void Every_leaf_of_every_tree_is_proven_by_its_path_and_by_no_other_position()
    {
        for (var count = 1; count <= 20; count++)
        {
            var leaves = Enumerable.Range(0, count).Select(i => MerkleTree.Leaf([], Encoding.UTF8.GetBytes($"leaf {i}"))).ToArray();
            var root = MerkleTree.Root(leaves);
            MerkleTree.Paths(leaves).ShouldBe(Enumerable.Range(0, count).Select(index => MerkleTree.Path(leaves, index)));
            for (var index = 0; index < count; index++)
            {
                var path = MerkleTree.Path(leaves, index);
                MerkleTree.RootOf(leaves[index], index, count, path).ShouldBe(root);
                if (count > 1) MerkleTree.RootOf(leaves[index], (index + 1) % count, count, path).ShouldNotBe(root);
                MerkleTree.RootOf(leaves[index], index, count, [.. path, root]).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void A_salt_changes_the_leaf() =>
        Leaves.OfMessage(new byte[16], "a"u8).ShouldNotBe(Leaves.OfMessage([1, .. new byte[15]], "a"u8));

    [Fact]
    public void A_receipt_is_never_the_leaf_of_a_message()
    {
        var receipt = new Receipt { MessageId = "0193a1b2-0000-7000-8000-000000000000", Recipient = "leeds-police" };
        var bytes = receipt.ToByteArray();
        Leaves.OfReceipt(receipt).ShouldNotBe(Leaves.OfMessage(bytes.AsSpan(0, 16), bytes.AsSpan(16)));
    }

    [Fact]
    public void An_impossible_place_or_path_leads_to_no_root()
    {
        var leaves = Bare(3);
        var path = MerkleTree.Path(leaves, 0);
        MerkleTree.RootOf(leaves[0], -1, 3, path).ShouldBeNull();
        MerkleTree.RootOf(leaves[0], 3, 3, path).ShouldBeNull();
        MerkleTree.RootOf(leaves[0], 0, 0, path).ShouldBeNull();
        MerkleTree.RootOf(leaves[0], 0, int.MaxValue, path).ShouldBeNull();
        MerkleTree.RootOf(leaves[0], 0, 3, [path[0], path[1][..31]]).ShouldBeNull();
    }

    private static byte[][] Bare(int count) => [.. Inputs.Take(count).Select(hex => MerkleTree.Leaf([], Convert.FromHexString(hex)))];
}
