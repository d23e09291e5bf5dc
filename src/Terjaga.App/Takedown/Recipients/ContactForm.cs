using System.Globalization;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;

namespace Terjaga.App.Takedown.Recipients;

/// <summary>Reads the fields of a contact as a form sends them; what cannot be read becomes what no contact has, so that it is refused by its code.</summary>
internal static class ContactForm
{
    public static ContactTyped Read(IFormCollection form)
    {
        var (seen, until) = (Day(form, "dilihat"), Day(form, "berlaku"));
        var isWrong = (Text(form, "dilihat").Length > 0 && seen is null) || (Text(form, "berlaku").Length > 0 && until is null);
        return new ContactTyped(
            Channel(Text(form, "saluran")), Text(form, "alamat"), Text(form, "kunci"), Text(form, "bahasa"), Text(form, "jam"), Hours(Text(form, "janji")),
            Text(form, "kunci-publik"), Text(form, "sumber"), isWrong ? DateOnly.MaxValue : seen, isWrong ? DateOnly.MinValue : until);
    }

    public static RecipientKind Kind(string? text) =>
        string.IsNullOrEmpty(text) ? RecipientKind.Platform : Enum.TryParse<RecipientKind>(text, out var kind) ? kind : (RecipientKind)int.MaxValue;

    public static RecipientChannel Channel(string text) => Enum.TryParse<RecipientChannel>(text, out var channel) ? channel : (RecipientChannel)int.MaxValue;

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim();

    private static int? Hours(string text) => text.Length == 0 ? null : int.TryParse(text, CultureInfo.InvariantCulture, out var hours) ? hours : 0;

    private static DateOnly? Day(IFormCollection form, string name) =>
        DateOnly.TryParseExact(Text(form, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
