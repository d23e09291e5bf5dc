using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Evidence;
using Terjaga.Evidence.Store;
using Terjaga.Intake;
using Terjaga.Tests.Evidence;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Intake;

/// <summary>The shared pictures, sound and hostile, through the door of a report and on to an officer's screen.</summary>
public sealed class HostilePicturesTests(ScratchPostgres postgres)
{
    /// <summary>Files of a run of all tests; the seed makes it the same ones each time.</summary>
    private const int SampleSize = 24, Seed = 6;

    /// <summary>Of those, how many go through the work too, which reads the words of a picture for a second or more.</summary>
    private const int WorkedCount = 4;

    private static readonly string[] _kinds = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg"];

    [Fact]
    public Task Every_sampled_picture_is_refused_with_a_code_or_kept_and_shown_as_a_copy()
    {
        var files = Find();
        new Random(Seed).Shuffle(files);
        return WalkAsync([.. files.Take(SampleSize)], WorkedCount);
    }

    [Fact(Explicit = true)]
    public Task Every_picture_is_refused_with_a_code_or_kept_and_shown_as_a_copy() => WalkAsync(Find(), int.MaxValue);

    private async Task WalkAsync(string[] files, int worked)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var (shown, unshown, refused) = (0, 0, 0);
        foreach (var file in files)
        {
            var picture = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            if (!(await desk.SubmitAsync(picture)).TryGet(out _, out var problem))
            {
                Assert.StartsWith("picture.", problem.Code, StringComparison.Ordinal);
                refused++;
                continue;
            }

            if (worked-- > 0)
                await desk.WorkAsync();
            if (await IsShownAsync(desk, file, picture))
                shown++;
            else
                unshown++;
        }

        var findings = await desk.CheckStoreAsync();
        Assert.True(findings.AreNone);
        Assert.Empty(findings.JustWritten);
        Assert.Equal(findings.ContentCount, await desk.ReadAsync(db => db.ReportPictures.Select(p => p.Sha256).Distinct().CountAsync()));
        TestContext.Current.SendDiagnosticMessage($"{files.Length} pictures: {shown} shown, {unshown} kept without a copy, {refused} refused.");
        Assert.True(shown > 0 && refused + unshown > 0);
    }

    private static async Task<bool> IsShownAsync(TestDesk desk, string file, byte[] picture)
    {
        var opened = await desk.RunAsync<ListPictures, Result<CopyPicture.Copy>>(
            pictures => pictures.OpenAsync(Casework.FlowTests.All, TestDesk.As(Role.Kp2miAnalyst).Actor, EvidenceStore.HashOf(picture), TestContext.Current.CancellationToken));
        if (!opened.TryGet(out var copy, out var problem))
        {
            Assert.True(problem.Code == "picture.no-copy", file);
            return false;
        }

        CopyPictureTests.AssertBare(copy);
        Assert.NotEqual(picture, copy.Content);
        return true;
    }

    private static string[] Find()
    {
        var files = new[] { "images", "hostile" }
            .SelectMany(folder => Directory.EnumerateFiles(SharedFolder.Require("standards/" + folder), "*", SearchOption.AllDirectories))
            .Where(file => _kinds.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToArray();
        Assert.SkipWhen(files.Length == 0, "There is no picture in those folders.");
        return files;
    }
}
