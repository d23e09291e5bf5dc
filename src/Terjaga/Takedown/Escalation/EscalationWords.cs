namespace Terjaga.Takedown.Escalation;

/// <summary>Marks the words of a package for the next authority: <c>EscalationWords.resx</c> in Indonesian, <c>EscalationWords.en.resx</c> in English.</summary>
internal sealed class EscalationWords;
