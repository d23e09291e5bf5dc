using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Layout;

namespace Terjaga.App.Accounts;

/// <summary>Shows officers, ministries and roles in the reader's language.</summary>
internal static class Viewers
{
    extension(IStringLocalizer<AccountsWords> words)
    {
        public DeskViewer Viewer(Acting officer) =>
            new(officer.DisplayName, words.Name(officer.Ministry), words.Name(officer.Role));

        public string Name(Ministry ministry) => words["ministry." + ministry];

        public string Name(Role role) => words["role." + role];
    }
}
