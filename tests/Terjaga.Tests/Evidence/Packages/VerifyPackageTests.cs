using System.Security.Cryptography;
using System.Text;
using Terjaga.Evidence.Packages;
using Terjaga.Evidence.Packages.Checking;

namespace Terjaga.Tests.Evidence.Packages;

public sealed class VerifyPackageTests
{
    [Fact]
    public async Task A_package_of_the_desk_passes_every_check()
    {
        var report = await SamplePackage.VerifyAsync(await SamplePackage.BytesAsync(SamplePackage.Contents()), SamplePackage.PublicKey);

        Assert.True(report.IsGood, string.Join('\n', report.Checks));
        Assert.Equal("head.stamp", Assert.Single(report.Checks, check => check.State == PackageCheckState.Absent).Code);
        Assert.Equal(3, report.Checks.Count(check => check is { Code: "capture.in-log", State: PackageCheckState.Passed }));
    }

    [Fact]
    public async Task Without_a_key_the_one_inside_is_used_and_its_fingerprint_told()
    {
        var report = await SamplePackage.VerifyAsync(await SamplePackage.BytesAsync(SamplePackage.Contents()));

        var told = Assert.Single(report.Checks, check => check.Code == "key.published");
        Assert.Equal(PackageCheckState.Absent, told.State);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(SamplePackage.Key.ExportSubjectPublicKeyInfo())), told.Words, StringComparison.Ordinal);
        Assert.True(report.IsGood);
    }

    [Fact]
    public async Task A_package_that_another_key_signed_fails_by_the_published_key()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var package = await SamplePackage.BytesAsync(SamplePackage.Contents());

        var report = await SamplePackage.VerifyAsync(package, Encoding.ASCII.GetBytes(other.ExportSubjectPublicKeyInfoPem()));

        Assert.Superset(new HashSet<string> { "key.published", "manifest.signature", "head.signature" }, SamplePackage.Failed(report).ToHashSet());
        Assert.Contains("key.published", SamplePackage.Failed(await SamplePackage.VerifyAsync(package, "no key"u8.ToArray())));
        using var rsa = RSA.Create(2048);
        Assert.Contains("key.published", SamplePackage.Failed(await SamplePackage.VerifyAsync(package, Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()))));
    }

    [Fact]
    public async Task A_thousand_flipped_bytes_are_all_found()
    {
        const int Flips = 1_000, Seed = 20261130;
        var package = await SamplePackage.BytesAsync(SamplePackage.Contents(captures: 2));
        var random = new Random(Seed);
        // Half of them outside of the large contents, where a careless reader looks away.
        var small = Enumerable.Range(0, package.Length).Where(at => at < 40 || at > package.Length - 9_000).ToArray();

        for (var flip = 0; flip < Flips; flip++)
        {
            var at = flip % 2 == 0 ? random.Next(package.Length) : small[random.Next(small.Length)];
            var bit = (byte)(1 << random.Next(8));
            package[at] ^= bit;
            Assert.False((await SamplePackage.VerifyAsync(package, SamplePackage.PublicKey)).IsGood, $"Byte {at} of {package.Length}, bit {bit}.");
            package[at] ^= bit;
        }

        Assert.True((await SamplePackage.VerifyAsync(package, SamplePackage.PublicKey)).IsGood);
    }

    [Fact]
    public async Task A_cut_and_a_byte_too_many_are_found()
    {
        var package = await SamplePackage.BytesAsync(SamplePackage.Contents(captures: 1));

        for (var length = 0; length < package.Length; length += length < package.Length - 3_000 ? 997 : 7)
            Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync(package[..length])));
        Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync([.. package, 0])));
        Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync([0, .. package])));
        Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync([.. package, .. package])));
        Assert.Equal(["zip.layout"], SamplePackage.Failed(await SamplePackage.VerifyAsync(package[1..])));
    }

    [Fact]
    public async Task A_removed_added_renamed_or_swapped_file_is_found()
    {
        var parts = Unpack(await SamplePackage.BytesAsync(SamplePackage.Contents()));
        Assert.True((await PackAndVerifyAsync(parts)).IsGood);

        foreach (var part in parts)
        {
            Assert.False((await PackAndVerifyAsync(parts.Where(other => other != part))).IsGood, $"Without {part.Name}.");
            Assert.False((await PackAndVerifyAsync(parts.Select(other => other == part ? part with { Name = "x" + part.Name } : other))).IsGood, $"Renamed {part.Name}.");
            Assert.False((await PackAndVerifyAsync([.. parts, part with { Name = "captures/9/" + part.Name.Split('/')[^1] }])).IsGood, $"Added {part.Name}.");
            var next = parts[(parts.IndexOf(part) + 1) % parts.Count];
            var swapped = parts.Select(other => other == part ? part with { Bytes = next.Bytes } : other == next ? next with { Bytes = part.Bytes } : other);
            Assert.False((await PackAndVerifyAsync(swapped)).IsGood, $"Swapped {part.Name}.");
        }
    }

    [Theory]
    [InlineData("capture.in-log")]
    [InlineData("log.proofs")]
    [InlineData("capture.screenshot")]
    [InlineData("capture.text")]
    [InlineData("head.stamp")]
    public async Task What_does_not_belong_together_is_found_though_the_desk_signed_it(string code)
    {
        var good = SamplePackage.Contents();
        var (first, entries) = (good.Captures[0], good.Custody.Entries);
        var bad = code switch
        {
            "capture.in-log" => good with { Custody = good.Custody with { Entries = [.. entries.Skip(2)] } },
            "log.proofs" => good with { Custody = good.Custody with { Entries = [entries[0] with { Leaf = "{\"act\":\"viewed\"}"u8.ToArray() }, .. entries.Skip(1)] } },
            "capture.screenshot" => good with { Captures = [first with { Screenshot = new PackagePicture("image/png", SamplePackage.Part(new byte[9])) }, .. good.Captures.Skip(1)] },
            "capture.text" => good with { Captures = [first with { Text = "Lain" }, .. good.Captures.Skip(1)] },
            _ => good with { Custody = good.Custody with { Head = good.Custody.Head with { Stamp = [1, 2, 3] } } },
        };

        Assert.Equal([code], SamplePackage.Failed(await SamplePackage.VerifyAsync(await SamplePackage.BytesAsync(bad))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"size\":23,\"root\":\"AAAA\",\"entries\":[null]}")]
    [InlineData("{\"size\":23,\"root\":\"AAAA\",\"entries\":[{\"index\":-1,\"path\":[null]}]}")]
    [InlineData("{\"size\":23,\"root\":\"!\",\"entries\":[]}")]
    [InlineData("{\"size\":1e99,\"root\":\"\",\"entries\":[]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Odd_proofs_are_told_and_nothing_breaks(string proofs)
    {
        var parts = Unpack(await SamplePackage.BytesAsync(SamplePackage.Contents(captures: 1)));

        var report = await PackAndVerifyAsync(parts.Select(part => part.Name == "custody/proofs.json" ? part with { Bytes = Encoding.UTF8.GetBytes(proofs) } : part));

        Assert.Contains("log.proofs", SamplePackage.Failed(report));
    }

    private static List<Part> Unpack(byte[] package)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(entry =>
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            return new Part(entry.FullName, bytes.ToArray());
        })];
    }

    private static async Task<PackageReport> PackAndVerifyAsync(IEnumerable<Part> parts)
    {
        using var output = new MemoryStream();
        var zip = new StoredZip(output);
        foreach (var (name, bytes) in parts)
            await zip.AddAsync(name, bytes, TestContext.Current.CancellationToken);
        await zip.EndAsync(TestContext.Current.CancellationToken);
        return await SamplePackage.VerifyAsync(output.ToArray(), SamplePackage.PublicKey);
    }

    private sealed record Part(string Name, byte[] Bytes);
}
