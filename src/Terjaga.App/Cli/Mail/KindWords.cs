using System.Text.Json;
using Terjaga.Takedown.Replies;

namespace Terjaga.App.Cli.Mail;

/// <summary>How kinds are called on the command line: stable, lower case, with hyphens.</summary>
internal static class KindWords
{
    /// <summary>A delay is a bounce that is not final: whoever searches for bounces finds both.</summary>
    public static string Of(MailKind kind) => kind == MailKind.Delay ? "bounce-delay" : Hyphened(kind.ToString());

    public static string Of(BounceReason reason) => Hyphened(reason.ToString());

    public static string Of(SaidOutcome said) => Hyphened(said.ToString());

    private static string Hyphened(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
