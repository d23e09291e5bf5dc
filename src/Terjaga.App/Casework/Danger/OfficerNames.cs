using Terjaga.Accounts;

namespace Terjaga.App.Casework.Danger;

/// <summary>Names of officers by their id, for pages of the desk.</summary>
internal static class OfficerNames
{
    extension(IReadOnlyList<ListOfficers.Row> officers)
    {
        /// <summary>Null for nobody, and for an account that is not there any more.</summary>
        public string? NameOf(Guid? id) => officers.FirstOrDefault(officer => officer.Id == id)?.DisplayName;

        /// <summary>Who acted, as an event writes it; null where it was no officer.</summary>
        public string? NameOf(string actor) =>
            actor.Split(':', 2) is ["officer", var id] && Guid.TryParse(id, out var known) ? officers.NameOf(known) ?? id : null;
    }
}
