namespace Terjaga.App.Intake.Checking;

/// <summary>Words of the check of an offer, for people who are to decide by them.</summary>
public sealed class CheckWords;
