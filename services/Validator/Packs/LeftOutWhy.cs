namespace InfoSharing.Validator.Packs;

/// <summary>Why an item stays out of a conference pack.</summary>
public enum LeftOutWhy
{
    /// <summary>Nobody has said that the family may have it. Blank is no.</summary>
    NotForTheFamily = 1,

    /// <summary>It must not be given to somebody among those who get the pack.</summary>
    NotWithSomebodyHere = 2,

    /// <summary>It is restricted, or gives away by its nature where somebody lives or goes.</summary>
    Restricted = 3,

    /// <summary>Its words hold an address, a telephone number, a school or another value that gives a place away.</summary>
    HoldsAPlace = 4,
}
