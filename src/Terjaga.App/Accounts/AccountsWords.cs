namespace Terjaga.App.Accounts;

/// <summary>Words of signing in and of officers.</summary>
public sealed class AccountsWords;
