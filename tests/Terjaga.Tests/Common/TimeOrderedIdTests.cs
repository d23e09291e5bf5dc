namespace Terjaga.Tests.Common;

public sealed class TimeOrderedIdTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 1, 2, 3, 4, TimeSpan.Zero);

    [Fact]
    public void Of_two_things_in_one_millisecond_the_later_sorts_behind_as_a_key_and_as_text()
    {
        var ids = Enumerable.Range(0, 2_000)
            .Select(microsecond => TimeOrderedId.At(_now + TimeSpan.FromMicroseconds(microsecond))).ToList();

        Assert.Equal(ids, ids.Order());
        Assert.Equal(ids, ids.OrderBy(id => id.ToString("D"), StringComparer.Ordinal));
    }

    [Fact]
    public void At_one_moment_they_sort_in_the_order_of_their_making()
    {
        // Other tests make ids meanwhile, and once in 16,384 the count begins anew: of a few runs most are in order.
        var ordered = Enumerable.Range(0, 20).Count(_ =>
        {
            var ids = Enumerable.Range(0, 100).Select(_ => TimeOrderedId.At(_now)).ToList();
            return ids.SequenceEqual(ids.Order());
        });

        Assert.InRange(ordered, 15, 20);
    }

    [Fact]
    public void It_is_a_UUID_of_version_7_and_no_two_are_the_same()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => TimeOrderedId.At(_now)).ToList();

        Assert.All(ids, id => Assert.Equal((7, true), (id.Version, id.Variant is >= 8 and <= 11)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
