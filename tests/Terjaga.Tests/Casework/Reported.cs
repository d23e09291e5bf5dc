using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Queues;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework;

/// <summary>Cases of a test, each of its own words.</summary>
internal static class Reported
{
    private static readonly string[] _syllables = ["ba", "cu", "di", "fo", "ge", "ha", "ju", "ki", "lo", "me", "na", "pu", "ri", "so", "te", "wa", "yu", "zi"];

    extension(TestDesk desk)
    {
        /// <summary>Sends reports and does all work.</summary>
        public async Task ReportAsync(params string[] texts)
        {
            foreach (var text in texts)
            {
                Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
                    new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));
            }

            await desk.WorkAsync();
        }

        /// <summary>So many cases, in the order of the queue.</summary>
        public async Task<List<Guid>> OpenManyAsync(int count)
        {
            await desk.ReportAsync([.. Enumerable.Range(0, count).Select(Offer)]);
            var ids = await desk.ReadAsync(db => db.ShownCases.OrderBy(c => c.Turn).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken));
            Assert.Equal(count, ids.Count);
            return ids;
        }
    }

    /// <summary>Words of which no two resemble each other enough to be one offer; each has the word "dicari".</summary>
    public static string Offer(int number)
    {
        var random = new Random(number);
        return "dicari " + string.Join(' ', Enumerable.Range(0, 15).Select(_ => string.Concat(random.GetItems(_syllables, 4))));
    }
}
