using System.Runtime.CompilerServices;

namespace Terjaga.Evidence.Store;

/// <summary>Sealed files in a folder, spread over 256 folders by their first two signs.</summary>
internal sealed class FolderFiles(string root) : IBlobFiles
{
    /// <summary>What a file is called until it is whole.</summary>
    private const string Draft = ".draft";

    private const int Spread = 2;

    public async Task PutAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var file = PathOf(name);
        await WriteDraftAsync(file, content, isFlushed: true, cancellationToken);

        // Whole or not at all; and the new name is on the disk before anything names it.
        File.Move(file + Draft, file, overwrite: true);
        FolderSync.Flush(FolderOf(file));
    }

    /// <remarks>The disk is asked twice for all of them: for what they hold, then for what they are called.</remarks>
    public async Task PutAllAsync(IReadOnlyList<SealedFile> sealedFiles, CancellationToken cancellationToken)
    {
        if (sealedFiles.Count < 2 || !FolderSync.CanFlushAll)
        {
            foreach (var one in sealedFiles)
                await PutAsync(one.Name, one.Content, cancellationToken);
            return;
        }

        foreach (var one in sealedFiles)
            await WriteDraftAsync(PathOf(one.Name), one.Content, isFlushed: false, cancellationToken);
        FolderSync.FlushAll(root);
        foreach (var file in sealedFiles.Select(one => PathOf(one.Name)))
            File.Move(file + Draft, file, overwrite: true);
        FolderSync.FlushAll(root);
    }

    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(name), cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var file = PathOf(name);
        if (File.Exists(file))
            File.Delete(file);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!Directory.Exists(root))
            yield break;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new StoredFile(file.Name, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        }
    }

    private async Task WriteDraftAsync(string file, byte[] content, bool isFlushed, CancellationToken cancellationToken)
    {
        MakeFolder(FolderOf(file));
        using var handle = File.OpenHandle(file + Draft, FileMode.Create, FileAccess.Write, preallocationSize: content.Length);
        await RandomAccess.WriteAsync(handle, content, 0, cancellationToken);
        if (isFlushed)
            RandomAccess.FlushToDisk(handle);
    }

    private string FolderOf(string file) => Path.GetDirectoryName(file) ?? root;

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        FolderSync.Flush(root);
        FolderSync.Flush(Path.GetDirectoryName(root) ?? root);
    }

    /// <remarks>A name that is not one of ours never becomes a path.</remarks>
    private string PathOf(string name) =>
        name.Length > Spread && name.All(c => char.IsAsciiHexDigitLower(c) || c == '-' || Draft.Contains(c, StringComparison.Ordinal)) && !name.Contains("..", StringComparison.Ordinal)
            ? Path.Combine(root, name[..Spread], name)
            : throw new ArgumentException("Not the name of a sealed file.", nameof(name));
}
