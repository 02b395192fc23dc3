using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using InfoSharing.V1;
using InfoSharing.Validator.Codes;

namespace InfoSharing.Tests.Unit.Support;

/// <summary>Transfers filled at random from the contract's own descriptors: every field of it can occur, and a field added to it tomorrow.</summary>
public static class RandomTransfers
{
    /// <summary>The agencies that are named in them.</summary>
    public static IReadOnlyList<string> Agencies { get; } =
        ["leeds-social-care", "sandwell-mash", "camden-health", "probation-north-east", "rose-da-service", "elm-school", "torbay-housing", "essex-police"];

    /// <summary>The same seed gives the same transfer. Days, codes and references have their form; every free string holds a marker of its own: "mk000017mk".</summary>
    public static Transfer Make(int seed) => new Filler(new Random(seed)).Fill();

    private sealed class Filler(Random random)
    {
        private readonly List<string> _persons = [];
        private readonly List<string> _items = [];
        private readonly List<Action> _references = [];
        private int _next;

        internal Transfer Fill()
        {
            for (var i = 1; i <= random.Next(1, 6); i++) _persons.Add($"P{i}");
            var transfer = new Transfer();
            Fill(transfer, 0);
            transfer.Persons.Clear();
            foreach (var person in _persons)
            {
                var one = new Person();
                Fill(one, 1);
                one.Ref = person;
                transfer.Persons.Add(one);
            }
            Parties(transfer);
            foreach (var reference in _references) reference();
            return transfer;
        }

        private void Parties(Transfer transfer)
        {
            var agencies = Agencies.ToArray();
            random.Shuffle(agencies);
            transfer.From = Party(agencies[0]);
            transfer.Lead = random.Next(8) == 0 ? null : Party(agencies[1]);
            for (var i = 0; i < transfer.Copies.Count; i++) transfer.Copies[i].Party = Party(agencies[2 + i]);
            if (random.Next(2) == 0) foreach (var copy in transfer.Copies) copy.Supervises = "";
            if (random.Next(3) == 0) foreach (var copy in transfer.Copies) copy.LocationReason = "";
        }

        private Party Party(string agency)
        {
            var party = new Party();
            Fill(party, 1);
            party.Agency = agency;
            return party;
        }

        private void Fill(IMessage message, int depth)
        {
            foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
            {
                if (field.IsRepeated)
                {
                    var list = (IList)field.Accessor.GetValue(message);
                    for (var count = random.Next(depth == 0 ? 4 : 3); count > 0; count--) Append(list, field, depth);
                }
                else if (field.FieldType == FieldType.Message ? random.Next(10) < 7 : random.Next(10) < 8)
                    Set(field, value => field.Accessor.SetValue(message, value), depth);
            }
        }

        private void Append(IList list, FieldDescriptor field, int depth)
        {
            var index = -1;
            Set(field, value =>
            {
                if (index < 0) index = list.Add(value);
                else list[index] = value;
            }, depth);
        }

        private void Set(FieldDescriptor field, Action<object> set, int depth)
        {
            switch (field.FieldType)
            {
                case FieldType.String: Words(field, set); break;
                case FieldType.Enum: set(System.Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number)); break;
                case FieldType.Bool: set(random.Next(2) == 0); break;
                case FieldType.UInt32: set((uint)random.Next(30)); break;
                case FieldType.UInt64: set((ulong)random.Next(9_000_000)); break;
                case FieldType.Double: set(random.NextDouble()); break;
                case FieldType.Bytes: set(ByteString.CopyFrom([1, 2, 3, (byte)random.Next(256)])); break;
                case FieldType.Message: set(Message(field.MessageType, depth)); break;
                default: throw new NotSupportedException($"The filler does not know {field.FieldType}, the type of {field.FullName}.");
            }
        }

        private IMessage Message(MessageDescriptor type, int depth)
        {
            if (type == Timestamp.Descriptor) return new Timestamp { Seconds = 1_700_000_000 + random.Next(90_000_000) };
            var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
            Fill(message, depth + 1);
            return message;
        }

        private void Words(FieldDescriptor field, Action<object> set)
        {
            switch (field.Format())
            {
                case Format.Day: set($"20{random.Next(18, 28):D2}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}"); break;
                case Format.PersonRef: set(_persons[random.Next(_persons.Count)]); break;
                case Format.NewRef: set(NewId()); break;
                // Ids are known when all is filled.
                case Format.ItemRef: set(_persons[0]); _references.Add(() => set(_items.Count == 0 ? _persons[0] : _items[random.Next(_items.Count)])); break;
                case Format.Agency: set(Agencies[random.Next(Agencies.Count)]); break;
                case Format.Gss: set(ChildrensServicesAuthorities.All[random.Next(ChildrensServicesAuthorities.All.Length)].Gss); break;
                case Format.Uuid: set(new Guid(random.Next(), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)random.Next(256)).ToString("D")); break;
                case Format.Code: set(random.Next(2) == 0 ? "3A" : "N1"); break;
                default: set(random.Next(12) == 0 ? "" : $"some {Marker()} words"); break;
            }
        }

        private string NewId()
        {
            var id = $"I{_items.Count + 1}";
            _items.Add(id);
            return id;
        }

        private string Marker() => $"mk{_next++:D6}mk";
    }
}
