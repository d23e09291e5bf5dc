namespace Terjaga.App.Accounts;

/// <summary>Words of signing in, of officers and of partners.</summary>
public sealed class AccountsWords;
