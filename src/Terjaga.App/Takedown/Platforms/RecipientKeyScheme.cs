using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>Tells in the description of calls which of them a recipient opens with its key.</summary>
internal static class RecipientKeyScheme
{
    private const string Name = "recipientKey";

    extension(OpenApiOptions document)
    {
        public void AddRecipientKeys()
        {
            document.AddDocumentTransformer((made, _, _) =>
            {
                made.Components ??= new OpenApiComponents();
                made.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                made.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "The key of a recipient of orders, which an administrator of the desk gives.",
                };
                return Task.CompletedTask;
            });
            document.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ForRecipients>().Any())
                    operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Name, context.Document)] = [] }];
                return Task.CompletedTask;
            });
        }
    }
}
