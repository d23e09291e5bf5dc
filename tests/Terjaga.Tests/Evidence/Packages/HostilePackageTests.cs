using Terjaga.Evidence.Packages.Checking;

namespace Terjaga.Tests.Evidence.Packages;

public sealed class HostilePackageTests
{
    /// <summary>What the check of one may allocate: far below what the bombs hold (10 MB to 4 GB).</summary>
    private const long MaxAllocatedBytes = 8 * 1024 * 1024;

    [Theory]
    [InlineData("standards/archives", "*")]
    [InlineData("standards/hostile", "*.zip")]
    [InlineData("standards/hostile", "*.gz")]
    public async Task A_hostile_archive_ends_in_a_failed_check(string folder, string pattern)
    {
        var files = Directory.GetFiles(SharedFolder.Require(folder), pattern, SearchOption.AllDirectories);
        Assert.NotEmpty(files);

        foreach (var path in files)
        {
            await using var file = File.OpenRead(path);
            var before = GC.GetTotalAllocatedBytes();
            var report = await VerifyPackage.RunAsync(file, null, TestContext.Current.CancellationToken);
            Assert.False(report.IsGood, path);
            Assert.All(report.Checks, check => Assert.NotEmpty(check.Words));
            Assert.True(GC.GetTotalAllocatedBytes() - before < MaxAllocatedBytes || files.Length == 1, path);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("captures/1/../../x")]
    [InlineData("captures\\1\\x")]
    [InlineData("a\0b")]
    [InlineData("captures/1/")]
    [InlineData("INDEX.html")]
    public async Task A_name_that_leads_elsewhere_is_no_package(string name)
    {
        using var output = new MemoryStream();
        var zip = new Terjaga.Evidence.Packages.StoredZip(output);
        await zip.AddAsync("index.html", new byte[3], TestContext.Current.CancellationToken);
        await zip.AddAsync(name, new byte[3], TestContext.Current.CancellationToken);
        await zip.EndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync(output.ToArray())));
    }
}
