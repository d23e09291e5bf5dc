namespace Terjaga.Intake.Telling;

/// <summary>Marks the words of mails to reporters: <c>ReporterMailWords.resx</c> in Indonesian, <c>ReporterMailWords.en.resx</c> in English.</summary>
internal sealed class ReporterMailWords;
