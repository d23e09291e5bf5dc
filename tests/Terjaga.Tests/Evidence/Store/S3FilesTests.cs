using System.ComponentModel.DataAnnotations;
using Amazon.S3;
using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence.Store;

namespace Terjaga.Tests.Evidence.Store;

public sealed class S3FilesTests(ScratchPostgres postgres)
{
    private static readonly Guid _holder = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_bucket_keeps_sealed_bytes_only_and_the_data_folder_none()
    {
        await using var bucket = await FakeS3.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, bucket.Settings);
        var page = "PENANDA halaman"u8.ToArray();

        var sha256 = await desk.KeepAsync(_holder, page);

        Assert.Equal(page, Expect.Value(await desk.ReadKeptAsync(sha256, _holder)));
        var (name, content) = Assert.Single(bucket.Files);
        Assert.StartsWith("evidence/" + sha256, name, StringComparison.Ordinal);
        Assert.True(content.AsSpan().IndexOf("PENANDA"u8) < 0);
        Assert.Empty(desk.SealedFiles);
        bucket.Files.Clear();
        Expect.Problem("evidence.missing", await desk.ReadKeptAsync(sha256, _holder));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_fails_for_a_moment_is_asked_again(int status)
    {
        await using var bucket = await FakeS3.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, bucket.Settings);
        bucket.Failures.Enqueue(status);
        bucket.Failures.Enqueue(status);

        var sha256 = await desk.KeepAsync(_holder, [1, 2]);
        bucket.Failures.Enqueue(status);

        Assert.Equal([1, 2], Expect.Value(await desk.ReadKeptAsync(sha256, null)));
        Assert.Equal(5, bucket.Asked.Count);
    }

    [Fact]
    public async Task A_service_that_refuses_leaves_no_row_and_is_no_empty_answer()
    {
        await using var bucket = await FakeS3.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, bucket.Settings);
        var sha256 = await desk.KeepAsync(_holder, [1, 2]);

        bucket.Failures.Enqueue(403);
        await Assert.ThrowsAsync<AmazonS3Exception>(() => desk.KeepAsync(_holder, [3]));
        bucket.Failures.Enqueue(403);
        await Assert.ThrowsAsync<AmazonS3Exception>(() => desk.ReadKeptAsync(sha256, null));

        Assert.Equal(1, await desk.ReadAsync(db => db.Blobs.CountAsync()));
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    [Fact]
    public async Task The_sweep_reads_a_long_list_and_removes_what_no_row_names()
    {
        await using var bucket = await FakeS3.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, bucket.Settings);
        for (byte i = 0; i < 5; i++)
        {
            await desk.KeepAsync(_holder, [i]);
            bucket.Files["evidence/stray-" + i] = [i];
        }

        bucket.Files["another tenant"] = [1];
        Assert.Equal(5, (await desk.CheckStoreAsync()).JustWritten.Count);
        await desk.SweepLaterAsync(TimeSpan.FromHours(2));

        Assert.Equal(6, bucket.Files.Count);
        Assert.True(bucket.Files.ContainsKey("another tenant"));
        Assert.True((await desk.CheckStoreAsync()).AreNone);
    }

    [Fact]
    public void A_service_without_bucket_or_key_stops_the_start()
    {
        var half = new S3Options { Endpoint = new Uri("https://s3.example") };

        Assert.Throws<ValidationException>(() => Validator.ValidateObject(half, new ValidationContext(half), validateAllProperties: true));
        Assert.False(new S3Options().IsConfigured);
    }
}
