using Terjaga.Evidence;
using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns.Prints;

/// <summary>All prints in memory, so that copies are found at once: derived from the database, and never older than its last look.</summary>
public sealed class PrintIndex : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    private readonly NearIndex _words = new();

    /// <summary>Prints above <see cref="_settled"/> that are in the index already.</summary>
    private readonly HashSet<long> _taken = [];

    private volatile PdqIndex _pictures = new([]);

    private long _settled;

    private volatile bool _isOpen;

    /// <summary>Whether the database is ready to be read.</summary>
    internal bool IsOpen => _isOpen;

    /// <summary>Texts that can be found.</summary>
    public int WordCount => _words.Count;

    /// <summary>Pictures that can be found.</summary>
    public int PictureCount => _pictures.Count;

    /// <summary>A report whose words may be a copy, or whose picture looks alike.</summary>
    /// <param name="Number">Of the print; 0 for one that was found by its words.</param>
    /// <param name="ReportId">Empty for one that was found by its picture.</param>
    /// <param name="Distance">Bits in which the pictures differ; null for one that was found by its words.</param>
    internal sealed record Candidate(long Number, Guid ReportId, int? Distance);

    public void Dispose() => _turn.Dispose();

    /// <summary>Lets it be kept young from now on: the database is prepared.</summary>
    public void Open() => _isOpen = true;

    /// <summary>Takes in what was stored since: everything that was committed before the call is found after it.</summary>
    internal async Task RefreshAsync(TerjagaDb db, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var (after, pictures) = (_settled, new List<PdqEntry>());
            while (true)
            {
                var rows = await PrintFeed.ReadAsync(db, after, cancellationToken);
                foreach (var row in rows)
                    Take(row, pictures);
                Settle(rows);
                if (rows.Count < PrintFeed.PageSize)
                    break;
                after = rows[^1].Number;
            }

            AddPictures(pictures);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sorts pictures that came since, if there are enough of them; others may look meanwhile.</summary>
    internal void Merge()
    {
        if (_pictures.IsMergeDue)
            _pictures.Merge();
    }

    /// <param name="most">Candidates of each sort.</param>
    internal IReadOnlyList<Candidate> Find(Fingerprint words, IReadOnlyList<PdqHash> pictures, int most)
    {
        var byWords = _words.Find(words, most).Candidates.Select(found => new Candidate(0, found.Id, null));
        var index = _pictures;
        var byPicture = pictures.SelectMany(picture => index.Find(picture)).GroupBy(match => match.Id)
            .Select(group => new Candidate(group.Key, Guid.Empty, group.Min(match => match.Distance)))
            .OrderBy(found => found.Distance).ThenBy(found => found.Number).Take(most);
        return [.. byWords, .. byPicture];
    }

    private void Take(PrintFeed.Row row, List<PdqEntry> pictures)
    {
        if (!_taken.Add(row.Number))
            return;
        var words = Fingerprint.FromBytes(row.Words);
        if (words.IsTelling)
            _words.Add(row.ReportId, words);
        for (var look = row.Pictures.AsSpan(); look.Length >= PictureLooks.Bytes; look = look[PictureLooks.Bytes..])
            pictures.Add(new PdqEntry(row.Number, PictureLooks.Read(look[..PictureLooks.Bytes])[0]));
    }

    private void Settle(List<PrintFeed.Row> rows)
    {
        foreach (var row in rows.TakeWhile(row => row.IsSettled))
        {
            _settled = row.Number;
            _taken.Remove(row.Number);
        }
    }

    /// <remarks>At the start all at once: sorted in one go, millions take seconds and not minutes.</remarks>
    private void AddPictures(List<PdqEntry> pictures)
    {
        if (_pictures.Count == 0 && pictures.Count > 0)
        {
            _pictures = new PdqIndex([.. pictures]);
            return;
        }

        foreach (var picture in pictures)
            _pictures.Add(picture);
    }
}
