namespace Terjaga.App.Intake;

/// <summary>Words of reporting and of receipts.</summary>
public sealed class IntakeWords;
