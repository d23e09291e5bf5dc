namespace Terjaga.Benchmarks;

/// <summary>Tells the person who waits what is being measured, and leaves standard output to the figures.</summary>
internal static class Progress
{
    public static void Say(string text) => Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {text}");
}
