namespace Terjaga.Benchmarks.Near;

/// <summary>Numbers of posts as ids of an index.</summary>
internal static class Ids
{
    public static Guid Of(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
