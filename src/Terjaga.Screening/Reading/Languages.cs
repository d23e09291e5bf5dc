namespace Terjaga.Screening.Reading;

/// <summary>Guesses the language of a text by its smallest words.</summary>
internal sealed class Languages
{
    /// <summary>The language of a text without a small word that is known.</summary>
    public const string Other = "other";

    /// <summary>What a word that only one language has counts beside one that neighbours share.</summary>
    private const int Own = 3, Shared = 1;

    private const int LanguageBits = 4;

    /// <summary>The smallest words, which say nothing by themselves.</summary>
    private static readonly (string Language, string[] Words)[] _small =
    [
        ("id", Words("yang dan di ke dari untuk dengan ini itu tidak ada bisa kami kamu saya akan sudah pada atau juga mau kalau sama aku")),
        ("en", Words("the and of to in for is you with are this that we your not have will be on at from can no our my please")),
        ("jv", Words("sing lan ora kanggo iki kuwi kowe wis arep neng nang karo ana mung ojo opo piye saiki kulo mboten sampun niku")),
        ("su", Words("nu jeung teu pikeun ieu eta abdi anjeun geus bade ka tina aya henteu kuring naon atuh mah urang tos punten")),
        ("ms", Words("nak tak boleh sahaja saje ialah kerana dgn awak kita macam mana takde dekat kat cakap buat pun lah ye")),
        (Other, Words("indak ambo nan kada ulun beta sonde katong pung engkok silessureng")),
    ];

    /// <summary>Further words that are common in one language alone.</summary>
    private static readonly (string Language, string[] Words)[] _common =
    [
        ("id", Words(
            "dibutuhkan lowongan loker dicari cari butuh hubungi jangan bukan belum masih karena enggak nggak gak aja saja dong sih deh kok "
            + "nih yg utk tdk sdh blm klo kalo krn bgt gimana kenapa berapa bapak cowok cewek lulusan pengalaman syarat pendaftaran penipuan "
            + "korban polisi segera langsung tanpa")),
        ("en", Words("need needed wanted must she he they was were had has who which what their job hiring salary apply per hour night experience required")),
        ("jv", Words("rek arek gelem golek dulur budhal mangkat wingi sesuk wae sampeyan bocah omah mangan sewulan yuto kulonuwun monggo nggih mbokku")),
        ("su", Words("budak cenah ulah mangga nuhun kolot damel peryogi pagawe dipilari yuswa gajih aing maneh atawa nyaeta saha kaluar ngajual menta")),
        ("ms", Words("kilang syarikat jawatan tiada ringgit rm makcik pakcik kedai hendak bahawa sila pekerja permit")),
        (Other, Words("karajo caronyo ondeh namuah urang pian bagawi handak jar su dong bae bhubu tabe sateya lantaran awak")),
    ];

    /// <summary>Words that Indonesian shares with its neighbours, and that decide where nothing else does.</summary>
    private static readonly string[] _shared = Words(
        "kerja gaji juta jt ribu rb bulan bln hari orang org makan bayar pakai berangkat besok malam pagi tahun minggu anak ibu pak bu kak "
        + "mas rumah kirim surat daftar resmi biaya gratis toko pabrik warung jaga wa dm tgl usia pria wanita lagi banyak minat info jual harga "
        + "baru suami istri warga datang kapan siapa apa lewat satu dua tiga per atas dalam luar negeri visa tiket paspor");

    /// <summary>By number of a word: which language it speaks for, counted from 1, and above that what it counts; 0 for none.</summary>
    private readonly byte[] _ofWord;

    private readonly HashSet<int> _smallest;

    public Languages(Vocabulary vocabulary)
    {
        _smallest = [.. _small.SelectMany(row => row.Words).Select(word => vocabulary.Find(word)).Where(number => number >= 0)];
        _ofWord = new byte[vocabulary.Count];
        foreach (var word in _shared)
            Set(word, 1, Shared);
        foreach (var list in new[] { _common, _small })
        {
            // The first language of a list keeps a word that several have.
            for (var language = list.Length; language > 0; language--)
            {
                foreach (var word in list[language - 1].Words)
                    Set(word, language, Own);
            }
        }

        void Set(string word, int language, int counts)
        {
            if (vocabulary.Find(word) is >= 0 and var number && vocabulary[number] == word)
                _ofWord[number] = (byte)((counts << LanguageBits) | language);
        }
    }

    /// <summary>For the vocabulary.</summary>
    public static IEnumerable<string> AllWords => _small.Concat(_common).SelectMany(row => row.Words).Concat(_shared);

    /// <summary>Whether a word is one of the smallest of a language.</summary>
    public bool IsSmall(int number) => _smallest.Contains(number);

    /// <summary><c>id</c>, <c>en</c>, <c>jv</c>, <c>su</c>, <c>ms</c>, or <c>other</c>.</summary>
    public string Guess(List<Word> words)
    {
        Span<int> counts = stackalloc int[_small.Length + 1];
        foreach (var word in words)
        {
            if (word.Number >= 0 && _ofWord[word.Number] is var of && of != 0)
                counts[of & ((1 << LanguageBits) - 1)] += of >> LanguageBits;
        }

        var best = 0;
        for (var language = 1; language < counts.Length; language++)
            best = counts[language] > counts[best] ? language : best;
        return best == 0 ? Other : _small[best - 1].Language;
    }

    private static string[] Words(string words) => words.Split(' ');
}
