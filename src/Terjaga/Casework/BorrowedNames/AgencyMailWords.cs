namespace Terjaga.Casework.BorrowedNames;

/// <summary>Marks the words of the mail to a company whose name is used.</summary>
internal sealed class AgencyMailWords;
