using Microsoft.Extensions.Localization;
using Terjaga.Accounts;

namespace Terjaga.App.Accounts;

/// <summary>Names of ministries and roles in the reader's language.</summary>
internal static class AccountNames
{
    extension(IStringLocalizer<AccountsWords> words)
    {
        public string Name(Ministry ministry) => words["ministry." + ministry];

        public string Name(Role role) => words["role." + role];
    }
}
