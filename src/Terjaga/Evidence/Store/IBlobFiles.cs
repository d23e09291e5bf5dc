namespace Terjaga.Evidence.Store;

/// <summary>Where sealed files are: a folder of this machine, or a service that the operator named.</summary>
/// <remarks>A file is written once under its name and never changed.</remarks>
public interface IBlobFiles
{
    /// <summary>Returns once the file is there whole and would outlive a loss of power.</summary>
    Task PutAsync(string name, byte[] content, CancellationToken cancellationToken);

    /// <summary>The same for many, which costs little more than for one.</summary>
    Task PutAllAsync(IReadOnlyList<SealedFile> sealedFiles, CancellationToken cancellationToken);

    /// <summary>Null if there is no such file.</summary>
    Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Does nothing if there is no such file.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>All that is there, also what a killed writer left unfinished.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(CancellationToken cancellationToken);
}
