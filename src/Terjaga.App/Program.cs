using Terjaga.App.Cli;
using Terjaga.App.Cli.Learning;
using Terjaga.App.Cli.Mail;
using Terjaga.App.Cli.Pictures;

namespace Terjaga.App;

/// <summary>The one executable: one line for each verb of the command line.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(args, [
        StartVerb.Create(),
        ScreenVerb.Create(), LinkVerb.Create(), TrainVerb.Create(), EvaluateVerb.Create(), LabelsVerb.Create(), ModelVerb.Create(), ImportVerb.Create(),
        PdqVerb.Create(), MatchVerb.Create(), FetchCheckVerb.Create(), ExportVerb.Create(), VerifyVerb.Create(), CheckVerb.Create(), WorkVerb.Create(), DecodePictureVerb.Create(), CopyPictureVerb.Create(), ReadPageVerb.Create(),
        BounceVerb.Create(), MailInVerb.Create(), XarfVerb.Create(),
    ]);
}
