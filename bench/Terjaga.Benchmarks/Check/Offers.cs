using Terjaga.Benchmarks.Screen;

namespace Terjaga.Benchmarks.Check;

/// <summary>What people paste: posts of others' sets, every second one under the name, number and phone of a listed company.</summary>
internal static class Offers
{
    public const int Count = 2_000;

    public static async Task<IReadOnlyList<string>> MakeAsync(InventedRegistry registry, CancellationToken cancellationToken)
    {
        var posts = await Posts.SharedAsync(cancellationToken);
        var random = new Random(6);
        return [.. Enumerable.Range(0, Count).Select(i =>
        {
            var post = posts[random.Next(posts.Count)];
            if (i % 2 == 0)
                return post;
            var agency = random.Next(registry.Names.Count);
            return $"{post}\n{registry.Names[agency]} izin {InventedRegistry.Licence(agency)}, lowongan {InventedRegistry.Permit(random.Next(InventedRegistry.VacancyCount))}, WA +{InventedRegistry.Phone(random.Next(registry.Names.Count))}";
        })];
    }
}
