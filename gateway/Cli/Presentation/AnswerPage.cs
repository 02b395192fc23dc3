using Grpc.Core;
using InfoSharing.Cli.Network;
using InfoSharing.Cli.Wording;
using InfoSharing.V1;

namespace InfoSharing.Cli.Presentation;

/// <summary>What an answer did, and who runs each child's plan after it.</summary>
internal sealed class AnswerPage(Session session, Transfer transfer)
{
    private readonly Names _names = new(transfer);

    /// <summary>Writes it. The answer is stored whatever follows: what cannot be read after it is no failure of it.</summary>
    internal async Task Write(string said, RespondReply reply, CancellationToken cancel)
    {
        var screen = session.Screen;
        screen.Heading(said, Colour.Bold, "");
        screen.Words($"Stored here {Sentence.Moment(reply.At)}, for version {transfer.Version}; it goes to {session.Agencies.Of(transfer.From?.Agency ?? "")} as message {reply.MessageId}.");
        screen.Blank();
        try
        {
            var flow = await session.Client.Cases.FlowAsync(new FlowRequest { TransferId = transfer.Id }, cancellationToken: cancel);
            new ResponsibilityList(screen, session.Agencies, _names).Write(flow.Children);
        }
        catch (RpcException)
        {
            // The reply itself says who holds what; who must act now stands on the flow's page.
            foreach (var one in reply.CaseResponsibility) screen.Words($"{session.Agencies.Of(one.Holder)} runs {_names.Of(one.Child) ?? one.Child}'s plan.");
        }
        screen.Words($"All of it, and what is owed by when: {session.Command($"flow {transfer.Id}")}");
    }
}
