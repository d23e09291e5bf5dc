using Terjaga.Screening.Vacancies;

namespace Terjaga.App.Casework;

/// <summary>The rows of the checklist as fields of a form, and back.</summary>
internal static class ChecklistForm
{
    /// <summary>Before the id of a row, in the name of its field.</summary>
    public const string Prefix = "daftar-";

    /// <summary>More fields than any checklist has rows.</summary>
    private const int MaxRows = 100;

    /// <summary>Null where the form has no such field; a state that is none becomes one that the operation refuses.</summary>
    public static IReadOnlyDictionary<string, ChecklistState>? Read(IFormCollection form)
    {
        var fields = form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal)).Take(MaxRows).ToList();
        return fields.Count == 0 ? null : fields.ToDictionary(
            field => field.Key[Prefix.Length..],
            field => Enum.TryParse<ChecklistState>(field.Value, out var state) && Enum.IsDefined(state) ? state : (ChecklistState)(-1));
    }
}
