using Terjaga.App.Errors;

namespace Terjaga.Tests.Errors;

public sealed class ProblemStatusTests
{
    [Theory]
    [InlineData("case.unknown", 404)]
    [InlineData("case.changed", 409)]
    [InlineData("access.denied", 403)]
    [InlineData("session.expired", 401)]
    [InlineData("picture.too-large", 413)]
    [InlineData("rate.limited", 429)]
    [InlineData("link.invalid", 422)]
    [InlineData("request.malformed", 400)]
    [InlineData("desk.unavailable", 503)]
    [InlineData("table.format-unknown", 415)]
    [InlineData("table.too-large", 413)]
    [InlineData("table.malformed", 422)]
    public void A_code_stands_for_one_status(string code, int status) =>
        Assert.Equal(status, ProblemStatus.Of(new Problem(code)));
}
