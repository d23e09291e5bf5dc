using System.Text.Json.Nodes;

namespace Terjaga.Casework.Sharing;

/// <summary>The engine's answer about a report without what the officer's ministry does not see.</summary>
internal static class SharedAnswer
{
    /// <summary>Names of what is taken out, as the contract of <c>screen</c> writes them.</summary>
    private const string DangerName = "danger", EntitiesName = "entities";

    /// <summary>Null where the words themselves are not shared.</summary>
    public static string? Of(Shares shares, string answer)
    {
        if (!shares.Sees(SharedField.ReportWords))
            return null;
        if (shares.SeesWhole(SharedField.ReportWords) && shares.SeesWhole(SharedField.DangerDetails))
            return answer;
        if (JsonNode.Parse(answer) is not JsonObject rest)
            return null;
        if (!shares.SeesWhole(SharedField.DangerDetails))
            rest.Remove(DangerName);
        if (!shares.SeesWhole(SharedField.ReportWords))
            rest.Remove(EntitiesName);
        return rest.ToJsonString();
    }
}
