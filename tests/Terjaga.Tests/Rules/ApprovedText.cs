namespace Terjaga.Tests.Rules;

/// <summary>A text that others rely on, kept in the checkout; it changes only where somebody means it to.</summary>
internal static class ApprovedText
{
    /// <summary>Set to 1, the tests write what they found instead of comparing it; read the difference before committing it.</summary>
    private const string Approve = "TERJAGA_APPROVE";

    /// <summary>Compares a whole file with what is now.</summary>
    public static void Check(string path, string now)
    {
        if (IsApproving)
            Write(path, now);
        Assert.True(File.Exists(FullPath(path)), $"{path} is not there; {Approve}=1 writes it.");
        Assert.Equal(File.ReadAllText(FullPath(path)), now);
    }

    /// <summary>Compares the part of a page between two marks, <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- /NAME --&gt;</c>.</summary>
    public static void CheckPart(string path, string name, string now)
    {
        var page = SourceFile.Open(path).Text;
        var (open, close) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var start = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = page.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"{path} has no marks for {name}.");
        if (IsApproving)
            Write(path, page[..start] + now + page[end..]);
        else
            Assert.Equal(now, page[start..end]);
    }

    private static bool IsApproving => Environment.GetEnvironmentVariable(Approve) == "1";

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllText(FullPath(path), text);
    }

    private static string FullPath(string path) => Path.Combine(SharedFolder.Root, path);
}
