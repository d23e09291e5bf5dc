namespace Terjaga.Tests.Screening.Similarity;

/// <summary>Numbers of texts as ids of an index.</summary>
internal static class TextIds
{
    public static Guid Of(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
