using Microsoft.Extensions.Localization;
using Terjaga.App.Help;
using Terjaga.Casework.Danger;

namespace Terjaga.App.Intake;

/// <summary>Puts into words what a reporter in danger can do, with the numbers of the list of help.</summary>
internal sealed class TellHelp(IStringLocalizer<IntakeWords> words, HelpContacts contacts)
{
    /// <summary>Null where nobody is in danger.</summary>
    public HelpTold? Of(ReporterHelp? help)
    {
        if (help is null)
            return null;
        return new HelpTold(
            help.Kind.ToString().ToLowerInvariant(), words.InBoth("help." + help.Kind),
            [.. contacts.For(help.Countries).Select(c => new HelpTold.Contact(c.Name, c.Channel, c.Value, c.Link))]);
    }
}
