using Google.Protobuf.Reflection;

namespace InfoSharing.Validator.Shapes;

/// <summary>What faults of shape say. No value of the transfer is ever among them.</summary>
internal static class ShapeWords
{
    internal const string Day = "This is not a day between 1900 and 2200. Write year, month and day: 2026-11-02.";
    internal const string Moment = "This is not a moment between 1900 and 2200. Let your system write it again: 2026-11-02T09:30:00Z.";
    internal const string NewRef = "This cannot be an id: the rest of the transfer names things by it. Use 1 to 40 letters, digits, \"-\" or \"_\": P1, D1.";
    internal const string Agency = "This is not an agency's id. Write it as the directory does, in small letters, digits and \"-\": leeds-social-care.";
    internal const string Gss = "This is not a GSS code of an area. Write one capital letter and eight digits: E08000035.";
    internal const string Uuid = "This is not a UUID of version 7. Let your system make one: 8, 4, 4, 4 and 12 hexadecimal digits, the third group beginning with 7.";
    internal const string UsedTwice = "Another person or item has this id already, so nobody can tell which of the two is meant. Give each its own.";
    internal const string NobodyOfThatRef = "This names nobody of this transfer, so what stands here would be lost for the person it is about. Use the ref of one of the persons, or add them.";
    internal const string NothingOfThatId = "This names no item and nobody of this transfer. Use the id of an entry, claim or document that is in it, or add it.";
    internal const string TextTooLong = "This text is longer than 100 kB (102,400 bytes). Send the document itself, and write here what it means.";
    internal const string QuoteOutside = "This quotation lies outside its text, so nobody can tell which words are somebody's own. Count in characters from 0.";
    internal const string Sha256 = "A SHA-256 digest has 32 bytes, and this has not. Let your system make it again from the document.";

    internal const string NoId = "The transfer has no id. Let your system make a UUID of version 7; it stays the same in every version.";
    internal const string NoVersion = "The transfer has no version, so a later one cannot replace it. The first is 1.";
    internal const string NoKind = "The transfer does not say what is asked: NOTIFICATION, FULL_TRANSFER, CP_TRANSFER_IN, MARAC_TO_MARAC, PROBATION_TRANSFER or MISSING_FAMILY_ALERT.";
    internal const string NoSender = "The transfer does not say who sends it. Give the sending agency's id.";
    internal const string NoLead = "A hand-over needs somebody to take it over. Give the lead recipient's agency id; where nobody knows the area, send an alert instead.";
    internal const string NoCopyParty = "This copy has no recipient. Give the agency's id, or take the copy out.";
    internal const string NoPersonRef = "This person has no ref, so nothing else in the transfer can name them. Give one: P1.";

    internal const string NoWho = "Say who the child is, or describe them. A name is not needed; without this nobody can look for them.";
    internal const string NoWhy = "Say why you are worried, in a line. Without this nobody knows what to do.";
    internal const string NoWhere = "Say where they are, or where they were last. \"Not known\" with the last area is an answer.";

    internal static string TooMany(int most) => $"This list has more than {most:N0} entries. Send what the recipient needs now, and the rest as a document.";

    internal static string UnknownAnswer(EnumDescriptor answers) =>
        $"This answer is not one of this version of the contract. Use one of: {string.Join(", ", answers.Values.Where(value => value.Number != 0).Select(value => value.Name))}.";
}
