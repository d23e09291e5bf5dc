namespace Terjaga.App.Campaigns;

/// <summary>A case as an officer names it: its id, or the address of its page.</summary>
internal static class CaseAddress
{
    /// <summary>Null for what names none.</summary>
    public static Guid? Read(string? typed)
    {
        foreach (var part in (typed ?? "").Trim().Split('/', '?', '#'))
        {
            if (Guid.TryParseExact(part, "D", out var id))
                return id;
        }

        return null;
    }
}
