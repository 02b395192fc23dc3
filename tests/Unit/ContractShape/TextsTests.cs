using Google.Protobuf.Reflection;
using InfoSharing.V1;
using InfoSharing.Validator.Contract;

namespace InfoSharing.Tests.Unit.ContractShape;

public class TextsTests
{
    [Fact]
    public void Texts_are_found_at_every_depth_with_paths_that_name_items_by_their_id()
    {
        var transfer = new Transfer
        {
            Alert = new() { Worry = new() { Text_ = "a" } },
            Decisions = { new Decision { Item = new() { Id = "D1" }, Reasoning = new() { Text_ = "b" }, Alternatives = { new Text { Text_ = "c" }, new Text() } } },
            Plans = { new Plan { Actions = { new Plan.Types.Action { Text = new() { Text_ = "d" } } } } },
            Persons = { new Person { Ref = "P7", Description = new() { Text_ = "e" } } },
            ForcedMarriage = new() { FamilyEvents = { new ForcedMarriage.Types.FamilyEvent { Item = new() { Id = "F1" }, Present = new() { Text_ = "f" } } } },
        };
        Texts.Of(transfer).ToDictionary(found => found.Text.Text_, found => found.Place.ToString()).ShouldBe(new Dictionary<string, string>
        {
            ["a"] = "alert.worry",
            ["e"] = "persons[P7].description",
            ["b"] = "decisions[D1].reasoning",
            ["c"] = "decisions[D1].alternatives[0]",
            ["d"] = "plans[0].actions[0].text",
            ["f"] = "forced_marriage.family_events[F1].present",
        }, ignoreOrder: true);
    }

    [Fact]
    public void A_text_knows_the_item_that_holds_it()
    {
        var decision = new Decision { Alternatives = { new Text { Text_ = "a" } } };
        Texts.Of(new Transfer { Decisions = { decision } }).ShouldHaveSingleItem().Item.ShouldBeSameAs(decision);
    }

    [Fact]
    public void No_message_of_a_transfer_holds_itself()
    {
        // Shape and Texts walk the contract without a guard against rings.
        Visit(Transfer.Descriptor, []);

        static void Visit(MessageDescriptor message, HashSet<MessageDescriptor> above)
        {
            above.Add(message).ShouldBeTrue($"{message.FullName} holds itself");
            foreach (var field in message.Fields.InDeclarationOrder())
                if (field.FieldType == FieldType.Message) Visit(field.MessageType, above);
            above.Remove(message);
        }
    }
}
