using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Terjaga.Evidence.Store;

/// <summary>Sealed files in a bucket of the one service that the operator named; it sees sealed bytes only.</summary>
internal sealed class S3Files(S3Options options) : IBlobFiles, IDisposable
{
    /// <summary>All files of the desk begin so, that a bucket may have other tenants.</summary>
    private const string Prefix = "evidence/";

    private const int Retries = 3;

    /// <summary>Files on their way at once.</summary>
    private const int AtOnce = 8;

    /// <summary>Longest wait for one attempt: the largest file over a slow line.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials(options.KeyId, options.Secret),
        new AmazonS3Config
        {
            ServiceURL = options.Endpoint?.AbsoluteUri,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            MaxErrorRetry = Retries,
            Timeout = _patience,

            // Services that are not Amazon's know neither its newer checksums nor its signed chunks.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    public async Task PutAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        await _client.PutObjectAsync(
            new PutObjectRequest { BucketName = options.Bucket, Key = Prefix + name, InputStream = stream, UseChunkEncoding = false },
            cancellationToken);
    }

    public Task PutAllAsync(IReadOnlyList<SealedFile> sealedFiles, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        sealedFiles, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (file, token) => await PutAsync(file.Name, file.Content, token));

    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetObjectAsync(options.Bucket, Prefix + name, cancellationToken);
            using var content = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
        catch (AmazonS3Exception exception) when (exception is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        _client.DeleteObjectAsync(options.Bucket, Prefix + name, cancellationToken);

    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = Prefix };
        do
        {
            var answer = await _client.ListObjectsV2Async(request, cancellationToken);
            foreach (var file in answer.S3Objects ?? [])
            {
                if (file.LastModified is { } written)
                    yield return new StoredFile(file.Key[Prefix.Length..], new DateTimeOffset(written.ToUniversalTime(), TimeSpan.Zero));
            }

            request.ContinuationToken = answer.IsTruncated == true ? answer.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public void Dispose() => _client.Dispose();
}
