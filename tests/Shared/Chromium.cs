namespace Terjaga.Testing;

/// <summary>Debian's Chromium, for tests that cannot do without.</summary>
public static class Chromium
{
    public const string Program = "/usr/bin/chromium";

    private const string Missing = "Chromium is not installed (apt-get install chromium).";

    /// <summary>In CI a missing Chromium fails, elsewhere it skips.</summary>
    public static void Require()
    {
        var isMissing = !File.Exists(Program);
        if (isMissing && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Missing);
        Assert.SkipWhen(isMissing, Missing);
    }
}
