namespace Terjaga.Campaigns.Portrait;

/// <summary>Orders of the three columns of a graph in which few lines cross; "others" and "none" stay at the bottom.</summary>
/// <remarks>
/// Barycentres, column by column: Sugiyama, Tagawa and Toda 1981, "Methods for visual understanding of hierarchical system
/// structures". Of all orders on the way the one with the least crossing counts; the same for the same counts.
/// </remarks>
internal sealed class GraphOrder
{
    /// <summary>Rounds; with eleven nodes a column nothing changes after three or four.</summary>
    private const int Rounds = 6;

    private readonly int[,] _left, _right;

    private readonly int _leftNamed, _middleNamed, _rightNamed;

    /// <param name="left">How often a middle node (first index) was seen with a left one (second).</param>
    /// <param name="leftNamed">How many nodes may move: the first ones.</param>
    public GraphOrder(int[,] left, int[,] right, int leftNamed, int middleNamed, int rightNamed)
    {
        (_left, _right, _leftNamed, _middleNamed, _rightNamed) = (left, right, leftNamed, middleNamed, rightNamed);
        Left = Rank(left.GetLength(1));
        Middle = Rank(left.GetLength(0));
        Right = Rank(right.GetLength(1));
        Improve();
    }

    /// <summary>The nodes from above, by their index.</summary>
    public int[] Left { get; private set; }

    public int[] Middle { get; private set; }

    public int[] Right { get; private set; }

    private void Improve()
    {
        var (left, middle, right) = (Left, Middle, Right);
        var least = Crossings(_left, middle, left) + Crossings(_right, middle, right);
        for (var round = 0; round < Rounds && least > 0; round++)
        {
            left = Sorted(left, _leftNamed, slot => Pull(middle, at => _left[at, slot]));
            right = Sorted(right, _rightNamed, slot => Pull(middle, at => _right[at, slot]));
            Keep();
            middle = Sorted(middle, _middleNamed, slot =>
                Pull(left, at => _left[slot, at]).With(Pull(right, at => _right[slot, at])));
            Keep();
        }

        void Keep()
        {
            var crossings = Crossings(_left, middle, left) + Crossings(_right, middle, right);
            if (crossings < least)
                (least, Left, Middle, Right) = (crossings, left, middle, right);
        }
    }

    private static int[] Rank(int count) => [.. Enumerable.Range(0, count)];

    private static int[] Sorted(int[] order, int named, Func<int, Weight> pull) =>
    [
        .. order.Where(slot => slot < named).OrderBy(slot => pull(slot).Middle),
        .. order.Where(slot => slot >= named).Order(),
    ];

    /// <summary>Where the neighbours of a node stand, from 0 at the top to 1, each as often as it was seen with it.</summary>
    private static Weight Pull(int[] neighbours, Func<int, int> count)
    {
        var pull = new Weight(0, 0);
        for (var at = 0; at < neighbours.Length; at++)
            pull = pull.With(new Weight((double)at / neighbours.Length * count(neighbours[at]), count(neighbours[at])));
        return pull;
    }

    /// <summary>A crossing of two thick lines disturbs more than one of thin ones.</summary>
    private static long Crossings(int[,] counts, int[] middle, int[] side)
    {
        long sum = 0;
        for (var one = 0; one < middle.Length; one++)
        {
            for (var below = one + 1; below < middle.Length; below++)
            {
                // A line of the lower node that ends above one of the upper node crosses it.
                long above = 0;
                foreach (var slot in side)
                {
                    sum += counts[middle[one], slot] * above;
                    above += counts[middle[below], slot];
                }
            }
        }

        return sum;
    }

    private readonly record struct Weight(double Sum, long Count)
    {
        public double Middle => Count == 0 ? 0 : Sum / Count;

        public Weight With(Weight other) => new(Sum + other.Sum, Count + other.Count);
    }
}
