using Microsoft.Extensions.Localization;
using Terjaga.Accounts;

namespace Terjaga.App.Accounts;

/// <summary>Names of ministries and roles in the reader's language.</summary>
internal static class AccountNames
{
    extension(IStringLocalizer<AccountsWords> words)
    {
        /// <summary>Its code where the organisation joined later, by data.</summary>
        public string Name(Ministry ministry) => words["ministry." + ministry] is { ResourceNotFound: false } known ? known.Value : ministry.Code;

        public string Name(Role role) => words["role." + role];
    }
}
