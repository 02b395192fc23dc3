using InfoSharing.Cli;

return await CliHost.Run(args, Console.Out, Console.Error);
