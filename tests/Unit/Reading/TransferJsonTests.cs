using System.Text;
using InfoSharing.V1;
using InfoSharing.Validator.Reading;

namespace InfoSharing.Tests.Unit.Reading;

public sealed class TransferJsonTests
{
    [Fact]
    public void A_transfer_in_either_spelling_of_its_fields_is_read()
    {
        var read = Read(SmallTransfer.Json);

        read.Faults.ShouldBeEmpty();
        read.Transfer!.Persons[0].DateOfBirth.ShouldBe("1990-02-03");
        read.Transfer.Persons[1].DateOfBirth.ShouldBe("2019-07-01");
        read.Transfer.Decisions[0].MadeAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 10, 1, 8, 30, 0, 500, TimeSpan.Zero));
        read.Transfer.Documents[0].Sha256.Length.ShouldBe(32);
        read.Transfer.Documents[0].Bytes.ShouldBe(1024ul);
    }

    [Fact]
    public void A_transfer_reads_as_the_protobuf_library_reads_it() =>
        Read(SmallTransfer.Json).Transfer.ShouldBe(Google.Protobuf.JsonParser.Default.Parse<Transfer>(SmallTransfer.Json));

    [Fact]
    public void All_faults_are_named_at_once_each_with_its_line_and_field()
    {
        var read = Read("""
            {
              "kind": "FULL_TRANSFER",
              "version": -1,
              "persons": [
                { "ref": "P1", "roles": ["MOTHER"],
                  "dateOfBirth": 1990 }
              ],
              "decisions": [{ "item": { "id": "D1" }, "madeAt": "yesterday", "reasoning": "it was best" }],
              "documents": [{ "sha256": "?" }]
            }
            """);

        read.Transfer.ShouldBeNull();
        read.Faults.Select(fault => (fault.Line, fault.Field)).ShouldBe(
        [
            (3, "version"),
            (5, "persons[P1].roles[0]"),
            (6, "persons[P1].date_of_birth"),
            (8, "decisions[D1].made_at"),
            (8, "decisions[D1].reasoning"),
            (9, "documents[0].sha256"),
        ]);
        read.Faults[0].Column.ShouldBe(14);
    }

    [Theory]
    [InlineData("""{ "kind": "FULL_TRANSFER", "persns": [] }""", "persns", "Did you mean \"persons\"?")]
    [InlineData("""{ "kind": "FULL_TRANSFER", "caseOwnr": {} }""", "caseOwnr", "Did you mean \"case_owner\"?")]
    [InlineData("""{ "kind": "FULL_TRANFSER" }""", "kind", "MISSING_FAMILY_ALERT")]
    [InlineData("""{ "urgency": true }""", "urgency", "NON_CRISIS")]
    [InlineData("""{ "version": 1, "version": 2 }""", "version", "given twice")]
    [InlineData("""{ "case_owner": {}, "caseOwner": {} }""", "case_owner", "given twice")]
    [InlineData("""{ "version": 1.5 }""", "version", "whole number")]
    [InlineData("""{ "version": 4294967296 }""", "version", "whole number")]
    [InlineData("""{ "version": 1e400 }""", "version", "whole number")]
    [InlineData("""{ "persons": [null] }""", "persons[0]", "null")]
    [InlineData("""{ "persons": {} }""", "persons", "a list, [ … ]")]
    [InlineData("""{ "from": [] }""", "from", "an object")]
    [InlineData("""{ "noOngoingWorkBecause": "none" }""", "no_ongoing_work_because", "{ \"text\": \"…\" }")]
    [InlineData("""{ "callRecord": { "at": "2026-13-01T00:00:00Z" } }""", "call_record.at", "2026-11-02T09:30:00Z")]
    [InlineData("""{ "callRecord": { "at": "2026-10-01" } }""", "call_record.at", "2026-11-02T09:30:00Z")]
    [InlineData("""{ "threshold": "\ud800" }""", "", "no field of this name")]
    [InlineData("""{ "id": "\ud800" }""", "id", "UTF-8")]
    public void A_fault_says_what_is_wrong_and_how_to_mend_it(string json, string field, string words)
    {
        var fault = Read(json).Faults.ShouldHaveSingleItem();

        fault.Field.ShouldBe(field);
        fault.Words.ShouldContain(words);
        fault.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("[]", "one JSON object")]
    [InlineData("{ \"version\": 1,\n  \"kind\": \n}", "no JSON")]
    [InlineData("{ \"version\": 1", "ends before")]
    [InlineData("{} {}", "ends before this")]
    [InlineData("{ \"version\": 1, // first\n }", "no JSON")]
    public void A_text_that_is_no_transfer_says_so(string json, string words)
    {
        var read = Read(json);

        read.Transfer.ShouldBeNull();
        read.Faults.ShouldHaveSingleItem().Words.ShouldContain(words);
    }

    [Fact]
    public void The_place_where_a_text_stops_being_JSON_is_given_beside_the_faults_before_it()
    {
        var read = Read("{\n  \"version\": -1,\n  \"kind\" \"FULL_TRANSFER\"\n}");

        read.Faults.Select(fault => (fault.Line, fault.Column)).ShouldBe([(2, 14), (3, 10)]);
    }

    [Fact]
    public void Columns_count_characters_and_not_bytes() =>
        Read("""{ "id": "éé", "kind": 1.5 }""").Faults.ShouldHaveSingleItem().Column.ShouldBe(23);

    [Fact]
    public void Nesting_without_end_is_refused_and_does_not_end_the_process()
    {
        Read("{\"id\":" + new string('[', 1_000_000)).Faults.ShouldHaveSingleItem().Words.ShouldContain("nested deeper");
    }

    [Fact]
    public void More_than_10_MiB_is_not_read() =>
        TransferFile.Read(new byte[TransferFile.LargestInBytes + 1]).Faults.ShouldHaveSingleItem().Words.ShouldContain("10 MiB");

    [Fact]
    public void A_stream_is_read_to_one_byte_more_than_is_allowed_and_no_further()
    {
        using var endless = new MemoryStream(new byte[TransferFile.LargestInBytes + 5000]);

        TransferFile.Read(endless).Transfer.ShouldBeNull();

        endless.Position.ShouldBe(TransferFile.LargestInBytes + 1);
    }

    [Fact]
    public void UTF_16_is_named_for_what_it_is() =>
        TransferFile.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(SmallTransfer.Json)).ToArray()).Faults.ShouldHaveSingleItem().Words.ShouldContain("UTF-16");

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        TransferFile.Read([.. Encoding.UTF8.GetPreamble(), .. SmallTransfer.Bytes]).Faults.ShouldBeEmpty();

    [Fact]
    public void A_field_of_no_known_name_is_not_repeated_for_it_may_be_anybodys() =>
        Read("""{ "persons": [{ "ref": "P1", "Orla Fenwick": "x" }] }""").Faults.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(fault => fault.Field.ShouldBe("persons[P1]"), fault => fault.Words.ShouldNotContain("Orla"));

    [Fact]
    public void Many_faults_stop_being_listed_and_are_counted()
    {
        var faults = Read("{ \"persons\": [" + string.Join(',', Enumerable.Repeat("1", 5000)) + "] }").Faults;

        faults.Count.ShouldBe(1001);
        faults[^1].Words.ShouldContain("more than 1000");
    }

    [Fact]
    public void Places_of_fields_are_found_by_their_path()
    {
        var places = TransferJson.PlacesOf(SmallTransfer.Bytes, ["lead.agency", "decisions[D1].children[0]", "persons[P3]"]);

        places.Keys.ShouldBe(["lead.agency", "decisions[D1].children[0]"], ignoreOrder: true);
        places["lead.agency"].Line.ShouldBe(7);
    }

    [Fact]
    public void No_message_of_a_transfer_has_a_map_or_a_choice_which_the_walk_does_not_know()
    {
        var seen = new HashSet<Google.Protobuf.Reflection.MessageDescriptor>();
        void Look(Google.Protobuf.Reflection.MessageDescriptor message)
        {
            if (!seen.Add(message)) return;
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                field.IsMap.ShouldBeFalse(field.FullName);
                (field.RealContainingOneof is null).ShouldBeTrue(field.FullName);
                if (field.FieldType == Google.Protobuf.Reflection.FieldType.Message) Look(field.MessageType);
            }
        }
        Look(Transfer.Descriptor);
        seen.Count.ShouldBeGreaterThan(40);
    }

    private static ReadResult Read(string json) => TransferJson.Read(Encoding.UTF8.GetBytes(json));
}
