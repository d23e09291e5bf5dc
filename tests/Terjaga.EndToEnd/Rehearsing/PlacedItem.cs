using System.Globalization;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>A text at an address of a platform, and the platform's own record of what it showed there, and when.</summary>
/// <param name="Number">The last part of its address.</param>
/// <param name="IsOffer">Whether the scripted officers of KP2MI verify it.</param>
internal sealed record PlacedItem(int Number, FictionalPlatform Platform, string Text, bool IsOffer)
{
    /// <summary>What comes back is shown again so long after the platform knows that its absence was seen twice.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(700);

    private readonly Lock _lock = new();
    private readonly List<Showing> _showings = [];
    private DateTimeOffset? _firstGone;
    private int _acts;

    /// <summary>One answer of its page.</summary>
    /// <param name="IsContent">Whether it was the content that was to go.</param>
    public sealed record Showing(DateTimeOffset At, bool IsContent);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://{Platform.Host}/p/{Number}");

    /// <summary>Odd numbers are what <see cref="FictionalPlatform.Serving.GoneInPart"/> takes away.</summary>
    public bool IsOdd => Number % 2 == 1;

    /// <summary>Since when the content is shown again; null while it is not.</summary>
    public DateTimeOffset? BackAt { get; private set; }

    public IReadOnlyList<Showing> Showings
    {
        get
        {
            lock (_lock)
                return [.. _showings];
        }
    }

    /// <summary>The platform does what it does about an order.</summary>
    public void Act()
    {
        lock (_lock)
            _acts++;
    }

    /// <summary>Status and page of one visit, kept in the record.</summary>
    /// <param name="confirmAfter">Least time between two looks that confirm, as the desk has it.</param>
    public Page Visit(DateTimeOffset now, TimeSpan confirmAfter)
    {
        lock (_lock)
        {
            var page = _acts == 0 ? Page.Of(Text) : Acted(now, confirmAfter);
            _showings.Add(new Showing(now, page.IsContent));
            return page;
        }
    }

    private Page Acted(DateTimeOffset now, TimeSpan confirmAfter) => Platform.Serves switch
    {
        FictionalPlatform.Serving.NotFound => Page.Without(404),
        FictionalPlatform.Serving.Gone => Page.Without(410),
        FictionalPlatform.Serving.ForLegalReasons => Page.Without(451),
        FictionalPlatform.Serving.Trouble => Page.Without(503),
        FictionalPlatform.Serving.SoftNotFound => Page.Instead("Konten tidak tersedia."),
        FictionalPlatform.Serving.Login => Page.Instead("Silakan masuk untuk melanjutkan."),
        FictionalPlatform.Serving.SomethingHarmless => Page.Instead("Resep kue nastar lembut untuk hari raya: tepung, mentega, kuning telur dan selai nanas."),
        FictionalPlatform.Serving.GoneInPart when IsOdd => Page.Without(410),
        FictionalPlatform.Serving.NotFoundOnce when _firstGone is null => Once(now),
        FictionalPlatform.Serving.GoneForAWhile => _acts > 1 ? Page.Without(410) : ForAWhile(now, confirmAfter),
        _ => Page.Of(Text),
    };

    private Page Once(DateTimeOffset now)
    {
        _firstGone = now;
        return Page.Without(404);
    }

    private Page ForAWhile(DateTimeOffset now, TimeSpan confirmAfter)
    {
        if (BackAt <= now)
            return Page.Of(Text);
        _firstGone ??= now;
        if (now - _firstGone >= confirmAfter)
            BackAt ??= now + _pause;
        return Page.Without(410);
    }

    /// <summary>What a visitor gets.</summary>
    internal sealed record Page(int Status, string Html, bool IsContent)
    {
        public static Page Of(string text) => new(200, Frame(text), IsContent: true);

        public static Page Instead(string words) => new(200, Frame(words), IsContent: false);

        public static Page Without(int status) => new(status, "", IsContent: false);

        private static string Frame(string words) =>
            $"<!doctype html><title>Situs</title><p>{System.Net.WebUtility.HtmlEncode(words)}</p>";
    }
}
