using System.Numerics;
using System.Security.Cryptography;

namespace InfoSharing.Exchange.Parcels.Merkle;

/// <summary>
/// A Merkle tree with the hashing of RFC 6962, 2.1: SHA-256, leaves prefixed with 0x00 and nodes with 0x01, split at the largest
/// power of two below the count. Leaves are salted, so that a path reveals nothing of its neighbours' messages.
/// </summary>
internal static class MerkleTree
{
    /// <summary>The length of a hash, in bytes.</summary>
    internal const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ prefix ‖ content). What the prefix is, <see cref="Leaves"/> says.</summary>
    internal static byte[] Leaf(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(prefix);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    /// <summary>The root over leaves; the hash of nothing where there are none (RFC 6962, 2.1).</summary>
    internal static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var split = Split(leaves.Length);
        return Node(Root(leaves[..split]), Root(leaves[split..]));
    }

    /// <summary>The audit path of one leaf (RFC 6962, 2.1.1), from the leaf upwards.</summary>
    internal static List<byte[]> Path(ReadOnlySpan<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var path = new List<byte[]>();
        Walk(leaves, index, path);
        return path;
    }

    /// <summary>The audit paths of all leaves, in their order. The tree is walked once, where <see cref="Path"/> walks it for each.</summary>
    internal static List<byte[]>[] Paths(ReadOnlySpan<byte[]> leaves)
    {
        var paths = new List<byte[]>[leaves.Length];
        for (var i = 0; i < paths.Length; i++) paths[i] = [];
        if (leaves.Length > 0) WalkAll(leaves, paths);
        return paths;
    }

    /// <summary>The root that a leaf and its path lead to; null where the path cannot belong to such a tree.</summary>
    internal static byte[]? RootOf(byte[] leaf, int index, int count, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= count || leaf.Length != HashBytes || path.Any(hash => hash.Length != HashBytes)) return null;
        var used = 0;
        var root = Climb(leaf, index, count, path, ref used);
        return used == path.Count ? root : null;
    }

    private static void Walk(ReadOnlySpan<byte[]> leaves, int index, List<byte[]> path)
    {
        if (leaves.Length == 1) return;
        var split = Split(leaves.Length);
        if (index < split)
        {
            Walk(leaves[..split], index, path);
            path.Add(Root(leaves[split..]));
        }
        else
        {
            Walk(leaves[split..], index - split, path);
            path.Add(Root(leaves[..split]));
        }
    }

    private static byte[] WalkAll(ReadOnlySpan<byte[]> leaves, ReadOnlySpan<List<byte[]>> paths)
    {
        if (leaves.Length == 1) return leaves[0];
        var split = Split(leaves.Length);
        var left = WalkAll(leaves[..split], paths[..split]);
        var right = WalkAll(leaves[split..], paths[split..]);
        foreach (var path in paths[..split]) path.Add(right);
        foreach (var path in paths[split..]) path.Add(left);
        return Node(left, right);
    }

    private static byte[]? Climb(byte[] leaf, int index, int count, IReadOnlyList<byte[]> path, ref int used)
    {
        if (count == 1) return leaf;
        var split = Split(count);
        var below = index < split ? Climb(leaf, index, split, path, ref used) : Climb(leaf, index - split, count - split, path, ref used);
        if (below is null || used >= path.Count) return null;
        var beside = path[used++];
        return index < split ? Node(below, beside) : Node(beside, below);
    }

    private static int Split(int count) => (int)(BitOperations.RoundUpToPowerOf2((uint)count) / 2);

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> content = stackalloc byte[1 + (2 * HashBytes)];
        content[0] = 1;
        left.CopyTo(content[1..]);
        right.CopyTo(content[(1 + HashBytes)..]);
        return SHA256.HashData(content);
    }
}
