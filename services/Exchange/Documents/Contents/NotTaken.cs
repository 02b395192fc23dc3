using InfoSharing.Exchange.Api.Failing;

namespace InfoSharing.Exchange.Documents.Contents;

/// <summary>Why a document is not taken, in words for whoever sends it: what, why, and what to do instead.</summary>
internal static class NotTaken
{
    private const string Field = "chunk";

    internal static DocumentNotTakenException Kind() => new(Field,
        "This kind of file is not taken. Taken are PDF, Word, Excel, PowerPoint and OpenDocument files, JPEG, PNG and TIFF images, RTF and plain text. Save it as one of these.");

    internal static DocumentNotTakenException Program(string what) => new(Field, $"This is {what}, whatever its name says, and no program travels with a case. Look what the file is before you open it.");

    internal static DocumentNotTakenException Holds(string what) => new(Field, $"Inside this document is {what}, which could act on the computer of whoever opens it. Print it to PDF, and send that.");

    internal static DocumentNotTakenException Attached() => new(Field, "Other files are packed inside this document, and cannot be looked into here. Save each as a document of its own, and send them one by one.");

    internal static DocumentNotTakenException Locked() => new(Field, "This document is locked with a password or encrypted, so nobody can take out what gives somebody away. Save it without the lock: it travels sealed all the same.");

    internal static DocumentNotTakenException Old() => new(Field, "This is an Office file of the old kind (.doc, .xls, .ppt) or an Outlook message, whose author and macros cannot be taken out safely. Save it as PDF or as .docx, .xlsx, .pptx, and send that.");

    internal static DocumentNotTakenException Mail() => new(Field, "This is an e-mail with its headers, which name more people than it tells of. Print it to PDF, and send its attachments one by one.");

    internal static DocumentNotTakenException Archive() => new(Field, "This is an archive of files. Send the documents in it one by one, each named in the transfer.");

    internal static DocumentNotTakenException Broken() => new(Field, "This document is damaged, or was not saved to its end, so it cannot be looked into. Open it, save it again or print it to PDF, and send that.");

    internal static DocumentNotTakenException TooMuchInside() => new(Field, "Unpacked, this document is larger than any that a case needs. Print it to PDF, or send it in several documents.");

    internal static DocumentNotTakenException CannotStrip() => new(Field, "The author's name and other such properties cannot be taken out of this document as it was saved. Print it to PDF again, and send that.");
}
