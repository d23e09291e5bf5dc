namespace Terjaga.App.Help;

/// <summary>Words of the help that is on every page, and of the page that lists all of it.</summary>
public sealed class HelpWords;
