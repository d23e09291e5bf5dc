using System.Diagnostics;
using System.Net;

namespace Terjaga.Benchmarks;

/// <summary>A client of a server on this machine, with cookies as a browser keeps them.</summary>
internal static class Loopback
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false })
        {
            BaseAddress = address,
            Timeout = _patience,
        };

    extension(HttpClient http)
    {
        /// <summary>Reads a page to its end, by the given number of clients at once; any answer but 200 is an exception.</summary>
        public async Task<Latencies> TimeGetsAsync(string path, int count, int clients, CancellationToken cancellationToken)
        {
            var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(
                async () =>
                {
                    var taken = new List<double>(count / clients);
                    for (var i = 0; i < count / clients; i++)
                    {
                        var begun = Stopwatch.GetTimestamp();
                        await http.GetByteArrayAsync(path, cancellationToken);
                        taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    }

                    return taken;
                },
                cancellationToken)));
            return new Latencies(all.SelectMany(taken => taken));
        }
    }
}
