namespace InfoSharing.Tests.Benchmarks.Checking;

/// <summary>CPU time and bytes of something small: on a shared machine the clock on the wall measures the others.</summary>
internal static class Cpu
{
    /// <summary>The lowest of five, of the process's CPU time each in microseconds, and the bytes allocated each.</summary>
    public static (double Micros, long Bytes) Of(int rounds, Action action)
    {
        for (var i = 0; i < rounds / 2; i++) action();
        var best = double.MaxValue;
        var bytes = 0L;
        for (var run = 0; run < 5; run++)
        {
            GC.Collect();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < rounds / 5; i++) action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - began).TotalMicroseconds / (rounds / 5));
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (rounds / 5);
        }
        return (best, bytes);
    }
}
