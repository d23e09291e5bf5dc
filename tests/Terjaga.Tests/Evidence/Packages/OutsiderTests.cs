using System.Security.Cryptography;
using Terjaga.Evidence.Packages.Checking;
using Terjaga.Tests.Rules;

namespace Terjaga.Tests.Evidence.Packages;

/// <summary>Types the commands of the paper for outsiders, as they stand there, with the real programs.</summary>
public sealed class OutsiderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly Shell _shell;

    public OutsiderTests() => _shell = new Shell(_folder.Path);

    private string Case => Path.Combine(_folder.Path, "case");

    [Fact]
    public async Task The_commands_of_the_paper_accept_a_package_with_a_stamp()
    {
        var steps = await UnpackStampedAsync();
        var outputs = new List<string>();
        foreach (var step in steps)
            outputs.Add(await new Shell(Case).RunAsync(step));

        Assert.Equal(7, outputs.Count);
        Assert.EndsWith("Verified OK\n", outputs[0], StringComparison.Ordinal);
        Assert.Equal(["authority.pem", "manifest.sha256", "manifest.sig"], outputs[1].TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        Assert.StartsWith(Convert.ToHexStringLower(SHA256.HashData(SamplePackage.Key.ExportSubjectPublicKeyInfo())), outputs[2], StringComparison.Ordinal);
        Assert.Equal("Verified OK\n", outputs[3]);
        Assert.Contains("Verification: OK", outputs[4], StringComparison.Ordinal);
        Assert.Equal(21, outputs[5].Split(": proven\n").Length - 1);
        Assert.DoesNotContain("NOT", outputs[5], StringComparison.Ordinal);
        Assert.Equal("1\n1\n1\n", outputs[6]);
    }

    [Fact]
    public async Task Verify_accepts_the_stamp_and_tells_who_gave_it()
    {
        await UnpackStampedAsync();

        var report = await SamplePackage.VerifyAsync(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "case.zip"), TestContext.Current.CancellationToken), SamplePackage.PublicKey);

        Assert.True(report.IsGood, string.Join('\n', report.Checks));
        Assert.Contains("CN=Test Authority", Assert.Single(report.Checks, check => check is { Code: "head.stamp", State: PackageCheckState.Passed }).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stamp_of_another_head_fails()
    {
        await UnpackStampedAsync();
        var stamp = await File.ReadAllBytesAsync(Path.Combine(Case, "custody/head.tsr"), TestContext.Current.CancellationToken);
        var contents = SamplePackage.Contents(_ => stamp, captures: 1);

        Assert.Equal(["head.stamp"], SamplePackage.Failed(await SamplePackage.VerifyAsync(await SamplePackage.BytesAsync(contents))));
    }

    [Theory]
    [InlineData(0, "echo x >> captures/2/text.txt")]
    [InlineData(0, "echo >> manifest.sha256")]
    [InlineData(3, "sed -i s/23/24/ custody/head.txt")]
    [InlineData(4, "sed -i s/23/24/ custody/head.txt")]
    public async Task The_commands_of_the_paper_refuse_what_was_changed(int step, string change)
    {
        var steps = await UnpackStampedAsync();
        await new Shell(Case).RunAsync(change);

        Assert.NotEqual(0, (await new Shell(Case).TryAsync("set -e; " + steps[step])).ExitCode);
    }

    [Fact]
    public async Task A_changed_entry_is_not_proven()
    {
        var steps = await UnpackStampedAsync();
        await new Shell(Case).RunAsync("sed -i '5s/viewed/viewer/' custody/entries.jsonl");

        Assert.Contains("line 5: NOT PROVEN", await new Shell(Case).RunAsync(steps[5]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The blocks of the paper; the package lies unpacked beside the certificate of an authority of our own.</summary>
    private async Task<IReadOnlyList<string>> UnpackStampedAsync()
    {
        Shell.Require("openssl", "unzip", "sha256sum", "bash");
        await _shell.RunAsync(
            """
            printf '[tsa]\nserial=serial\ndefault_policy=1.2.3.4.1\ndigests=sha256\nsigner_digest=sha256\ness_cert_id_alg=sha256\n' > tsa.cnf
            echo 01 > serial; mkdir case
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out case/authority.pem -days 30 \
              -subj '/CN=Test Authority' -addext extendedKeyUsage=critical,timeStamping
            """);
        var contents = SamplePackage.Contents(Stamp);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "case.zip"), await SamplePackage.BytesAsync(contents), TestContext.Current.CancellationToken);
        await _shell.RunAsync("unzip -tq case.zip && unzip -q case.zip -d case");
        var paper = SourceFile.Open("docs/evidence-package.md").Text.Split("## Checking it by hand")[1].Split("## Checking it with Terjaga")[0];
        return [.. paper.Split("```sh\n").Skip(1).Select(block => block.Split("```")[0])];
    }

    private byte[] Stamp(byte[] head)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "head.txt"), head);
        var (exitCode, output) = _shell.TryAsync(
            "openssl ts -query -data head.txt -sha256 -cert -out q.tsq && openssl ts -reply -config tsa.cnf -section tsa "
            + "-queryfile q.tsq -inkey tsa.key -signer case/authority.pem -token_out -out head.tsr").GetAwaiter().GetResult();
        Assert.True(exitCode == 0, output);
        return File.ReadAllBytes(Path.Combine(_folder.Path, "head.tsr"));
    }
}
