namespace Terjaga.Tests;

/// <summary>Says what an operation must have come to.</summary>
internal static class Expect
{
    public static T Value<T>(Result<T> result)
        where T : notnull
    {
        Assert.True(result.TryGet(out var value, out var problem), problem?.Code);
        return value;
    }

    public static void Problem<T>(string code, Result<T> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var problem), $"Expected {code}, and it went well.");
        Assert.Equal(code, problem!.Code);
    }
}
