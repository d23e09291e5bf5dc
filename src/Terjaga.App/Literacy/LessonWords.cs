namespace Terjaga.App.Literacy;

/// <summary>Words of the lessons about danger signs.</summary>
public sealed class LessonWords;
