using System.Collections.Frozen;
using System.Text;

namespace Terjaga.Screening.Reading;

/// <summary>Characters that stand for a Latin letter or a digit and that no compatibility form of Unicode undoes.</summary>
/// <remarks>Chosen from what Unicode TR 39 calls confusable and from the letter styles of phone keyboards.</remarks>
internal static class LookAlikes
{
    /// <summary>Groups of a plain letter and all that stands for it.</summary>
    private const string Groups =
        "aаαɑᴀΛ∂ค卂Д bвьЬβɓʙ乃ҍ cсϲᴄɔ匚ϾҀ dԁđɗᴅᗪÐ eеєεᴇəҽℯ乇ξ fƒꜰғ千 gɡԍɢɠ hнһħʜ卄ђ iіιıɪ丨ї jјϳʝᴊﾌ kкκᴋƙҜ " +
        "lӏłʟɭㄥℓ mмʍᴍ爪൱ nпηɴ几ղ oоοσøᴏㄖօ๏ pрρᴘþ卩 qԛɋʠ rгʀɾ尺я sѕꜱʂ丂 tтτᴛŧㄒ uυսᴜμㄩʊ vνѵᴠʋ wѡωᴡԝ山ш xхχҳ乂 yуγʏүㄚ zᴢʐ乙ʑ";

    private static readonly (int First, int Count, char Meant)[] _runs =
    [
        (0x1F130, 26, 'a'), (0x1F150, 26, 'a'), (0x1F170, 26, 'a'),
        (0x2776, 9, '1'), (0x2780, 9, '1'), (0x278A, 9, '1'), (0x24F5, 9, '1'),
    ];

    private static readonly FrozenDictionary<int, string> _meant = Read().ToFrozenDictionary();

    /// <summary>Null for a character that only stands for itself.</summary>
    public static string? Of(Rune rune)
    {
        if (rune.IsAscii)
            return null;
        if (_meant.TryGetValue(rune.Value, out var meant))
            return meant;
        foreach (var run in _runs)
        {
            if (rune.Value >= run.First && rune.Value < run.First + run.Count)
                return ((char)(run.Meant + rune.Value - run.First)).ToString();
        }

        return null;
    }

    private static Dictionary<int, string> Read()
    {
        var meant = new Dictionary<int, string> { [0x1F51F] = "10", [0x24FF] = "0", [0x277F] = "10" };
        foreach (var group in Groups.Split(' '))
        {
            foreach (var rune in group[1..].EnumerateRunes())
            {
                if (!rune.IsAscii)
                    meant[rune.Value] = group[..1];
            }
        }

        return meant;
    }
}
