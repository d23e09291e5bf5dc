using Terjaga.App.Help;

namespace Terjaga.Tests.Help;

public sealed class HelpContactsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"contacts\":[]}")]
    [InlineData("{\"contacts\":[{\"name\":\"Only a name\"}]}")]
    public void A_file_that_is_missing_or_broken_does_not_take_the_help_away(string? content)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (content is not null)
            File.WriteAllText(file, content);

        var contacts = HelpContacts.Load(file);

        Assert.Equal("KP2MI", contacts.Urgent.First().Name);
        File.Delete(file);
    }

    [Fact]
    public void What_nobody_has_checked_is_not_shown()
    {
        var contacts = HelpContacts.Load(Path.Combine(AppContext.BaseDirectory, "data", "hotlines.json"));

        Assert.DoesNotContain(contacts.All, contact => contact.Confidence == "G");
        Assert.DoesNotContain(contacts.All, contact => contact.Value == "148");
    }

    [Fact]
    public void A_WhatsApp_number_is_linked_in_its_international_form()
    {
        var contacts = HelpContacts.Load(Path.Combine(AppContext.BaseDirectory, "data", "hotlines.json"));

        Assert.Equal("https://wa.me/628118080141", contacts.All.First(c => c.Channel == "whatsapp").Link);
    }
}
