namespace InfoSharing.Validator.Language;

/// <summary>
/// Words beside which a wording of the list has its plain sense: things go missing from a trolley, a shelf is hard to reach, pain is provoked,
/// a class is allowed back to school. Written as the list writes wordings. Kept narrow: what they quiet must not be said of a person.
/// </summary>
internal static class PlainSenses
{
    // Things go missing.
    internal const string Things = "key~/card~/file~/folder~/chart~/note~/letter~/parcel~/post/book~/phone~/charger~/tablet~/laptop~/inhaler~/spacer~/medicine~/medication/prescription~"
        + "/thermometer~/probe~/scissors/stock/tool~/money/cash/coat~/shoe~/glove~/sock~/toy~/bag~/bin~/sign~/document~/paper~/record~/page~";

    // What stands out of reach.
    internal const string Fixtures = "shelf/shelves/cupboard~/drawer~/cabinet~/switch~/socket~/handle~/button~/buckle~/strap~/valve~/tap~/boiler~/meter~/window~/vent~/filter~/loft~/cable~/cord~/vein~/tooth/teeth"
        + "/bell~/alarm~/lock~/bolt~/latch~/stopcock~";

    internal const string Unreached = $"{Fixtures}/spot/spots/corner~/place~/area~/part~/file~/box~/item~";

    // What may stand between "the" and a place.
    internal const string Sorts = "new/old/same/top/bottom/big/small/first/second/other/next/adult/junior/local/drug/drugs/medicine/resus/linen/cleaning/post/office/staff/football/swimming/primary/secondary";

    internal const string Places = "trolley~/cupboard~/drawer~/shelf/shelves/cabinet~/fridge~/locker~/safe/tray~/store/stores/storeroom/bag~/box~/file~/folder~/van~/bin~/desk~/machine~/system~/notes";

    // What an illness does, and what a test brings out.
    internal const string Symptoms = "pain~/ache~/headache~/migraine~/cough~/wheeze~/seizure~/fit~/symptom~/spasm~/rash/itch/tremor~/vertigo/dizziness/nausea/vomiting/angina/asthma/reflex~/tenderness/arrhythmia~";

    internal const string Triggers = "exercise/movement/moving/pressure/pressing/touch/cold/heat/light/coughing/breathing/walking/standing/sitting/lying/bending/lifting/eating/food/stress/flash/test/examination/palpation/dust/pollen/infection~";

    internal const string Parts = "wrist/knee/ankle/back/shoulder/hip/neck/foot/leg/arm/hand/finger/elbow/lock/boiler/door/phone/settings/computer/record/file";

    // Where a child or a patient comes back to.
    internal const string Havens = "school/class/classroom/lesson~/nursery/college/work/training/football/swimming/court/ward~/clinic~/group~/course~/programme~/team~/club~/pitch/trampoline~/swing~/slide~/bike~/bus/pool/park"
        + "/playground/gym/library/workshop~/cell~/hospital/surgery/dentist~/optician~/doctor~/gp";

    internal const string BackToHavens = $"to/in/into/at/on {Havens} | to/in/into/at/on/onto the/a/his/her/their/our {Havens} | to/in/into/at/on/onto the/a/his/her/their/our {Sorts} {Havens}";

    // What a film or a letter brings about.
    internal const string Talks = "discussion~/debate~/conversation~/question~/laughter/thought/interest/memory/memories";
}
