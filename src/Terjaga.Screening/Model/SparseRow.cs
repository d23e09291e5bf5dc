namespace Terjaga.Screening.Model;

/// <summary>The features of one text for training: buckets with values.</summary>
internal sealed record SparseRow(int[] Buckets, float[] Values)
{
    public float Dot(float[] weights)
    {
        var sum = 0f;
        for (var i = 0; i < Buckets.Length; i++)
            sum += weights[Buckets[i]] * Values[i];
        return sum;
    }

    public void AddTo(float[] weights, float times)
    {
        for (var i = 0; i < Buckets.Length; i++)
            weights[Buckets[i]] += times * Values[i];
    }
}
