using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Terjaga.Common.Http;

/// <summary>The one connection of one visit: to an address that was checked, and encrypted where the address says so.</summary>
internal sealed class GuardedConnection(GuardedConnector connector)
{
    /// <summary>Null until it was connected.</summary>
    public IPAddress? Remote { get; private set; }

    /// <summary>Subject and SHA-256 of the certificate that the site showed, accepted or not.</summary>
    public string? Certificate { get; private set; }

    /// <summary>Throws <see cref="RefusedException"/> where it may not be opened.</summary>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var endPoints = await connector.ResolveAsync(host, port, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // One after the other: a site may have an address that this network does not reach.
            await socket.ConnectAsync(Array.ConvertAll(endPoints, e => e.Address), endPoints[0].Port, cancellationToken);
            var remote = (socket.RemoteEndPoint as IPEndPoint)?.Address;
            Remote = remote is { IsIPv4MappedToIPv6: true } ? remote.MapToIPv4() : remote;
            var plain = new NetworkStream(socket, ownsSocket: true);
            return context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps
                ? await EncryptAsync(plain, host, cancellationToken)
                : plain;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<Stream> EncryptAsync(NetworkStream plain, string host, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(plain);
        var isRefused = false;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host.TrimEnd('.'),
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            // What a visitor of the site would be told; a revocation list would be a visit to yet another address.
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
            {
                Certificate = Describe(certificate);
                isRefused = errors != SslPolicyErrors.None;
                return !isRefused;
            },
        };
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
            return encrypted;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            await encrypted.DisposeAsync();
            throw new RefusedException(isRefused ? "fetch.certificate" : "fetch.unreachable");
        }
    }

    private static string? Describe(X509Certificate? certificate) => certificate is null
        ? null
        : $"{certificate.Subject}; SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)}";
}
