using InfoSharing.V1;

namespace InfoSharing.Tests;

/// <summary>The words of the large sample.</summary>
internal static class LargeWords
{
    public static readonly (string Ref, string Name)[] Children = [("P2", "Zennor"), ("P3", "Caspian")];

    public static readonly ChronologyEntry.Types.Kind[] Kinds =
    [
        ChronologyEntry.Types.Kind.Visit, ChronologyEntry.Types.Kind.Contact, ChronologyEntry.Types.Kind.Education,
        ChronologyEntry.Types.Kind.Visit, ChronologyEntry.Types.Kind.Health,
    ];

    public static readonly string[] Workers =
    [
        "Harriet Osei", "The health visitor", "The family support worker", "Keeley Marsden", "The school nurse", "A duty social worker",
        "The youth mentor",
    ];

    public static readonly string[] Openings =
    [
        "saw", "met", "sat with", "walked with", "called on", "talked with", "drew with", "had lunch with", "made time for", "listened to",
        "came back to see",
    ];

    public static readonly string[] Places =
    [
        "at home", "in the school library", "at the youth centre", "in the park by the mill", "at the surgery", "in the art room",
        "over a game of cards", "in the car on the way to football", "at the kitchen table", "during the half-term club",
        "after the morning register", "at a grandmother's allotment", "in the waiting room",
    ];

    public static readonly string[] Mood =
    [
        "Quiet at first, then full of stories about a science project.", "Cheerful, and proud of a certificate for swimming.",
        "Tired after a night with little sleep, and honest about it.", "Watchful for the first ten minutes; easier once the door was open.",
        "Laughed a good deal at the neighbour's dog.", "Low after news from a friend who has moved away.",
        "Asked straight questions about what happens next.", "Wanted the visit to be short, and said so kindly.",
        "Talked about music nearly all the time, and hummed.", "Upset that a promise about the weekend had not been kept.",
        "Calm, with long looks towards the window when a car stopped.", "Curious about our work and who pays for it.",
        "Settled, and keen to show a drawing of a heron.", "Cross about a lost coat, then over it.", "Gentle with a younger child who cried.",
        "Shy with the student who came too.", "Hopeful about the summer, with three plans in a list.",
        "Short answers today, though the smile came back at the end.", "Busy, and happy to talk while cooking.",
    ];

    public static readonly string[] Body =
    [
        "Ate a whole bowl of soup and asked for bread.", "Clothes clean and warm enough for the weather.",
        "A cough that the surgery has already heard.", "No bruise or mark seen; a grazed knee from football, well washed.",
        "Glasses mended with tape; a new pair is ordered.", "Teeth seen by the dentist last month.", "Growing out of shoes; a grant was applied for.",
        "Slept nine hours, by the account of everybody in the room.", "Rubbed both eyes often; the nurse will look.",
        "Moved freely, and won the race to the gate.", "Weight following its line on the chart.",
        "A headache on most Mondays, noted for the next review.", "Asthma pump in the bag, in date and with a spacer.",
        "Hair newly cut by an aunt, and admired.", "Hands cold; gloves were found in the cupboard.", "Drank water and no juice, which is new.",
    ];

    public static readonly string[] Home =
    [
        "Ottoline had written her questions down, and we answered all but one.", "The rooms were warm, with washing drying on the stairs.",
        "The fridge held food for several days.", "Ottoline spoke of her shifts and who covers the evenings.", "The broken lock is reported and a date is set.",
        "Homework lay on the table beside a half-built model.", "Nobody else was in, and nobody rang.", "Books from the van were in use, by the folded corners.",
        "The landlord's letter was read together and put in its folder.", "A cousin called in, stayed for tea, and left.",
        "Ottoline asked for the parenting group to move to mornings.", "The radio was on low, and was turned off without being asked.",
        "A calendar on the wall shows every appointment in colours.", "The heating meter had been topped up from the hardship fund.",
        "Two plants on the sill are doing well, and each has a name.", "The smoke alarm was tested while we were there.",
        "Ottoline wanted ten minutes alone with us, and had them.", "Supper was on, and we were offered some.",
        "The stairs gate is up again since the last visit.", "The bus timetable is taped to the door for the new term.",
        "Beds made, and a night light by the smallest.", "The garden is shared; the fence has been mended.", "Ottoline showed us the payslip that she had asked about.",
    ];

    public static readonly string[] Next =
    [
        "Next visit in a fortnight.", "We will ring the school on Thursday.", "A letter to the surgery goes today.", "Nothing to change in the plan.",
        "To be talked through in supervision.", "The next core group will hear of it.", "A place at the club is being asked for.",
        "Ottoline has our number and the night team's.", "We agreed to meet outdoors next time.", "The dentist's report is awaited.",
        "A review is booked for the end of the month.", "Transport for the trip is arranged.", "We thanked everybody and said when we return.",
        "The form tutor will keep a note of late mornings.",
    ];
}
