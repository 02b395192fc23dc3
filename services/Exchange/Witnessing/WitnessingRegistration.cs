using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Exchange.Witnessing;

/// <summary>Puts witnessing into a service. It needs delivery.</summary>
internal static class WitnessingRegistration
{
    /// <summary>Registers it.</summary>
    internal static IServiceCollection AddWitnessing(this IServiceCollection services) =>
        services.AddSingleton<HeadsSeen>().AddSingleton<HeadsHeld>().AddSingleton<WitnessJudge>().AddSingleton<WitnessRecords>().AddSingleton<WitnessIntake>().AddSingleton<WitnessRound>();
}
