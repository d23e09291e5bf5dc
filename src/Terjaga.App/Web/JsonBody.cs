using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Terjaga.App.Web;

/// <summary>Reads the JSON of a call whose endpoint takes large forms too, within the bound of a call.</summary>
internal static class JsonBody
{
    extension(HttpRequest request)
    {
        /// <summary>Fails with <c>request.too-large</c> or <c>request.malformed</c>.</summary>
        public async Task<Result<T>> ReadJsonAsync<T>(CancellationToken cancellationToken)
            where T : class
        {
            if (request.ContentLength > DeskHost.MaxRequestBytes)
                return new Problem("request.too-large");
            // A body that comes in pieces says no length: the server counts it.
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = DeskHost.MaxRequestBytes;
            try
            {
                return await request.ReadFromJsonAsync<T>(cancellationToken) is { } call ? call : new Problem("request.malformed");
            }
            catch (JsonException)
            {
                return new Problem("request.malformed");
            }
            catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
            {
                return new Problem("request.too-large");
            }
        }
    }
}
