using System.Text;
using InfoSharing.Feeds.Cin;

namespace InfoSharing.Tests.Unit.Feeds.Cin;

[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public class AloneInTheProcess;

// Live memory is the process's: no other test may run beside this one.
[Collection(nameof(AloneInTheProcess))]
public class StreamingTests
{
    private const int Megabytes = 20;

    [Fact]
    public void Live_memory_does_not_grow_with_the_file()
    {
        using var stream = new EndlessReturn(Megabytes * 1_000_000L);
        using var reader = new CinReader(stream, Census.Options());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long highest = 0;
        var children = 0;

        foreach (var result in reader.Read())
        {
            if (result is not CinChild) continue;
            if (++children % 5_000 == 0) highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        children.ShouldBeGreaterThan(30_000);
        highest.ShouldBeLessThan(4_000_000, $"after {children} children in {Megabytes} MB");
    }

    /// <summary>A return made as it is read: nothing of it is held.</summary>
    private sealed class EndlessReturn(long length) : Stream
    {
        private byte[] _part = Encoding.UTF8.GetBytes($"<Message>{Census.Header}<Children>");
        private int _at;
        private int _child;
        private long _made;
        private bool _closed;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _part.Length && !Make()) return 0;
            var read = Math.Min(count, _part.Length - _at);
            Array.Copy(_part, _at, buffer, offset, read);
            _at += read;
            return read;
        }

        private bool Make()
        {
            if (_closed) return false;
            _closed = _made > length;
            var text = _closed ? "</Children></Message>" : $"<Child>{Census.Identifiers.Replace("A1<", $"A{_child++}<").Replace("<UPN>A950000178301</UPN>", "")}{Census.Characteristics}{Census.Details()}</Child>\n";
            (_part, _at) = (Encoding.UTF8.GetBytes(text), 0);
            _made += _part.Length;
            return true;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
