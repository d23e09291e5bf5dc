namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Collects the checks of one package.</summary>
internal sealed class CheckList
{
    /// <summary>Complaints of one code that are told one by one; a hostile file could have millions.</summary>
    private const int MaxOfOneCode = 20;

    private readonly List<PackageCheck> _checks = [];

    public IReadOnlyList<PackageCheck> Checks => _checks;

    public void Pass(string code, string words, string? about = null) => _checks.Add(new(code, PackageCheckState.Passed, about, words));

    public void Miss(string code, string words, string? about = null) => _checks.Add(new(code, PackageCheckState.Absent, about, words));

    public void Fail(string code, string words, string? about = null)
    {
        if (_checks.Count(check => check.Code == code && check.State == PackageCheckState.Failed) < MaxOfOneCode)
            _checks.Add(new(code, PackageCheckState.Failed, about, words));
    }

    /// <summary>Says so where nothing of this code failed.</summary>
    public void PassUnlessFailed(string code, string words)
    {
        if (_checks.All(check => check.Code != code || check.State != PackageCheckState.Failed))
            Pass(code, words);
    }
}
