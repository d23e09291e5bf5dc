using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Lets ASP.NET Core Identity keep officers in the desk's own database.</summary>
internal sealed class OfficerStore(TerjagaDb db) : UserOnlyStore<Officer, TerjagaDb, Guid>(db);
