using InfoSharing.Local;

return await LocalHost.Run(args, Console.Out, Console.Error);
