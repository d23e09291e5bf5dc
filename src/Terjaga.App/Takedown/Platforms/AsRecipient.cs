using System.Reflection;
using System.Security.Claims;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>The recipient behind a request, as an endpoint's parameter: it came with its key, or with the session that the key opened.</summary>
public sealed record AsRecipient(Guid RecipientId, Guid KeyId, string Name)
{
    private const string ItemKey = "terjaga.recipient";

    /// <summary>Null where none is; an endpoint for recipients never sees that.</summary>
    public static ValueTask<AsRecipient?> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(Of(context));

    internal static AsRecipient? Of(HttpContext context) => context.Items[ItemKey] as AsRecipient;

    /// <summary>Leaves who calls for the endpoint, and tells who it is to the framework.</summary>
    internal static ClaimsPrincipal Enter(HttpContext context, CheckRecipientKey.Holder holder, string scheme)
    {
        context.Items[ItemKey] = new AsRecipient(holder.RecipientId, holder.KeyId, holder.Name);
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Sid, holder.KeyId.ToString("D"))], scheme));
    }
}
