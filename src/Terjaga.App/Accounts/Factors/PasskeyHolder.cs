namespace Terjaga.App.Accounts.Factors;

/// <summary>An officer as ASP.NET Core's passkeys see one: an id and two names.</summary>
internal sealed record PasskeyHolder(string Id, string SignInName, string DisplayName);
