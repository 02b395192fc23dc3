using System.Collections.Frozen;
using System.Collections.Immutable;

namespace InfoSharing.Validator.Codes;

/// <summary>The 153 English authorities with children's social care: 63 unitary, 36 metropolitan, 32 London boroughs, the City of London, 21 counties.</summary>
/// <remarks>
/// Contains data by mySociety (mysociety/uk_local_authority_names_and_codes at 67ef8b1, July 2025), licensed CC-BY-4.0.
/// Selected: current authorities of those five kinds. Changed: the slug is the source's gov-uk-slug without full stops, else the name;
/// "dorset" is ours. The DfE number is the source's column old-ons-la-code, which is empty for the nine authorities made since 2019:
/// they are null here, because a guessed number would send a family's file to the wrong place.
/// </remarks>
public static class ChildrensServicesAuthorities
{
    /// <summary>Every authority, in the order of GSS codes.</summary>
    public static ImmutableArray<ChildrensServicesAuthority> All { get; } =
    [
        new("E06000001", "805", "Hartlepool", "hartlepool"),
        new("E06000002", "806", "Middlesbrough", "middlesbrough"),
        new("E06000003", "807", "Redcar and Cleveland", "redcar-and-cleveland"),
        new("E06000004", "808", "Stockton-on-Tees", "stockton-on-tees"),
        new("E06000005", "841", "Darlington", "darlington"),
        new("E06000006", "876", "Halton", "halton"),
        new("E06000007", "877", "Warrington", "warrington"),
        new("E06000008", "889", "Blackburn with Darwen", "blackburn-with-darwen"),
        new("E06000009", "890", "Blackpool", "blackpool"),
        new("E06000010", "810", "Kingston upon Hull", "kingston-upon-hull"),
        new("E06000011", "811", "East Riding of Yorkshire", "east-riding-of-yorkshire"),
        new("E06000012", "812", "North East Lincolnshire", "north-east-lincolnshire"),
        new("E06000013", "813", "North Lincolnshire", "north-lincolnshire"),
        new("E06000014", "816", "York", "york"),
        new("E06000015", "831", "Derby", "derby"),
        new("E06000016", "856", "Leicester", "leicester"),
        new("E06000017", "857", "Rutland", "rutland"),
        new("E06000018", "892", "Nottingham", "nottingham"),
        new("E06000019", "884", "Herefordshire", "herefordshire"),
        new("E06000020", "894", "Telford and Wrekin", "telford-and-wrekin"),
        new("E06000021", "861", "Stoke-on-Trent", "stoke-on-trent"),
        new("E06000022", "800", "Bath and North East Somerset", "bath-and-north-east-somerset"),
        new("E06000023", "801", "City of Bristol", "bristol"),
        new("E06000024", "802", "North Somerset", "north-somerset"),
        new("E06000025", "803", "South Gloucestershire", "south-gloucestershire"),
        new("E06000026", "879", "Plymouth", "plymouth"),
        new("E06000027", "880", "Torbay", "torbay"),
        new("E06000030", "866", "Swindon", "swindon"),
        new("E06000031", "874", "Peterborough", "peterborough"),
        new("E06000032", "821", "Luton", "luton"),
        new("E06000033", "882", "Southend-on-Sea", "southend-on-sea"),
        new("E06000034", "883", "Thurrock", "thurrock"),
        new("E06000035", "887", "Medway", "medway"),
        new("E06000036", "867", "Bracknell Forest", "bracknell-forest"),
        new("E06000037", "869", "West Berkshire", "west-berkshire"),
        new("E06000038", "870", "Reading", "reading"),
        new("E06000039", "871", "Slough", "slough"),
        new("E06000040", "868", "Windsor and Maidenhead", "windsor-and-maidenhead"),
        new("E06000041", "872", "Wokingham", "wokingham"),
        new("E06000042", "826", "Milton Keynes", "milton-keynes"),
        new("E06000043", "846", "Brighton and Hove", "brighton-and-hove"),
        new("E06000044", "851", "Portsmouth", "portsmouth"),
        new("E06000045", "852", "Southampton", "southampton"),
        new("E06000046", "921", "Isle of Wight", "isle-of-wight"),
        new("E06000047", "840", "County Durham", "county-durham"),
        new("E06000049", "895", "Cheshire East", "cheshire-east"),
        new("E06000050", "896", "Cheshire West and Chester", "cheshire-west-and-chester"),
        new("E06000051", "893", "Shropshire", "shropshire"),
        new("E06000052", "908", "Cornwall", "cornwall"),
        new("E06000053", "420", "Isles of Scilly", "isles-of-scilly"),
        new("E06000054", "865", "Wiltshire", "wiltshire"),
        new("E06000055", "822", "Bedford", "bedford"),
        new("E06000056", "823", "Central Bedfordshire", "central-bedfordshire"),
        new("E06000057", "929", "Northumberland", "northumberland"),
        new("E06000058", null, "Bournemouth, Christchurch and Poole", "bournemouth-christchurch-and-poole"),
        new("E06000059", null, "Dorset Council", "dorset"),
        new("E06000060", null, "Buckinghamshire", "buckinghamshire"),
        new("E06000061", null, "North Northamptonshire", "north-northamptonshire"),
        new("E06000062", null, "West Northamptonshire", "west-northamptonshire"),
        new("E06000063", null, "Cumberland", "cumberland"),
        new("E06000064", null, "Westmorland and Furness", "westmorland-and-furness"),
        new("E06000065", null, "North Yorkshire", "north-yorkshire"),
        new("E06000066", null, "Somerset", "somerset"),
        new("E08000001", "350", "Bolton", "bolton"),
        new("E08000002", "351", "Bury", "bury"),
        new("E08000003", "352", "Manchester", "manchester"),
        new("E08000004", "353", "Oldham", "oldham"),
        new("E08000005", "354", "Rochdale", "rochdale"),
        new("E08000006", "355", "Salford", "salford"),
        new("E08000007", "356", "Stockport", "stockport"),
        new("E08000008", "357", "Tameside", "tameside"),
        new("E08000009", "358", "Trafford", "trafford"),
        new("E08000010", "359", "Wigan", "wigan"),
        new("E08000011", "340", "Knowsley", "knowsley"),
        new("E08000012", "341", "Liverpool", "liverpool"),
        new("E08000013", "342", "St. Helens", "st-helens"),
        new("E08000014", "343", "Sefton", "sefton"),
        new("E08000015", "344", "Wirral", "wirral"),
        new("E08000016", "370", "Barnsley", "barnsley"),
        new("E08000017", "371", "Doncaster", "doncaster"),
        new("E08000018", "372", "Rotherham", "rotherham"),
        new("E08000019", "373", "Sheffield", "sheffield"),
        new("E08000021", "391", "Newcastle upon Tyne", "newcastle-upon-tyne"),
        new("E08000022", "392", "North Tyneside", "north-tyneside"),
        new("E08000023", "393", "South Tyneside", "south-tyneside"),
        new("E08000024", "394", "Sunderland", "sunderland"),
        new("E08000025", "330", "Birmingham", "birmingham"),
        new("E08000026", "331", "Coventry", "coventry"),
        new("E08000027", "332", "Dudley", "dudley"),
        new("E08000028", "333", "Sandwell", "sandwell"),
        new("E08000029", "334", "Solihull", "solihull"),
        new("E08000030", "335", "Walsall", "walsall"),
        new("E08000031", "336", "Wolverhampton", "wolverhampton"),
        new("E08000032", "380", "Bradford", "bradford"),
        new("E08000033", "381", "Calderdale", "calderdale"),
        new("E08000034", "382", "Kirklees", "kirklees"),
        new("E08000035", "383", "Leeds", "leeds"),
        new("E08000036", "384", "Wakefield", "wakefield"),
        new("E08000037", "390", "Gateshead", "gateshead"),
        new("E09000001", "201", "City of London", "city-of-london"),
        new("E09000002", "301", "Barking and Dagenham", "barking-and-dagenham"),
        new("E09000003", "302", "Barnet", "barnet"),
        new("E09000004", "303", "Bexley", "bexley"),
        new("E09000005", "304", "Brent", "brent"),
        new("E09000006", "305", "Bromley", "bromley"),
        new("E09000007", "202", "Camden", "camden"),
        new("E09000008", "306", "Croydon", "croydon"),
        new("E09000009", "307", "Ealing", "ealing"),
        new("E09000010", "308", "Enfield", "enfield"),
        new("E09000011", "203", "Greenwich", "greenwich"),
        new("E09000012", "204", "Hackney", "hackney"),
        new("E09000013", "205", "Hammersmith and Fulham", "hammersmith-and-fulham"),
        new("E09000014", "309", "Haringey", "haringey"),
        new("E09000015", "310", "Harrow", "harrow"),
        new("E09000016", "311", "Havering", "havering"),
        new("E09000017", "312", "Hillingdon", "hillingdon"),
        new("E09000018", "313", "Hounslow", "hounslow"),
        new("E09000019", "206", "Islington", "islington"),
        new("E09000020", "207", "Kensington and Chelsea", "kensington-and-chelsea"),
        new("E09000021", "314", "Kingston upon Thames", "kingston-upon-thames"),
        new("E09000022", "208", "Lambeth", "lambeth"),
        new("E09000023", "209", "Lewisham", "lewisham"),
        new("E09000024", "315", "Merton", "merton"),
        new("E09000025", "316", "Newham", "newham"),
        new("E09000026", "317", "Redbridge", "redbridge"),
        new("E09000027", "318", "Richmond upon Thames", "richmond-upon-thames"),
        new("E09000028", "210", "Southwark", "southwark"),
        new("E09000029", "319", "Sutton", "sutton"),
        new("E09000030", "211", "Tower Hamlets", "tower-hamlets"),
        new("E09000031", "320", "Waltham Forest", "waltham-forest"),
        new("E09000032", "212", "Wandsworth", "wandsworth"),
        new("E09000033", "213", "Westminster", "westminster"),
        new("E10000003", "873", "Cambridgeshire", "cambridgeshire"),
        new("E10000007", "830", "Derbyshire", "derbyshire"),
        new("E10000008", "878", "Devon", "devon"),
        new("E10000011", "845", "East Sussex", "east-sussex"),
        new("E10000012", "881", "Essex", "essex"),
        new("E10000013", "916", "Gloucestershire", "gloucestershire"),
        new("E10000014", "850", "Hampshire", "hampshire"),
        new("E10000015", "919", "Hertfordshire", "hertfordshire"),
        new("E10000016", "886", "Kent", "kent"),
        new("E10000017", "888", "Lancashire", "lancashire"),
        new("E10000018", "855", "Leicestershire", "leicestershire"),
        new("E10000019", "925", "Lincolnshire", "lincolnshire"),
        new("E10000020", "926", "Norfolk", "norfolk"),
        new("E10000024", "891", "Nottinghamshire", "nottinghamshire"),
        new("E10000025", "931", "Oxfordshire", "oxfordshire"),
        new("E10000028", "860", "Staffordshire", "staffordshire"),
        new("E10000029", "935", "Suffolk", "suffolk"),
        new("E10000030", "936", "Surrey", "surrey"),
        new("E10000031", "937", "Warwickshire", "warwickshire"),
        new("E10000032", "938", "West Sussex", "west-sussex"),
        new("E10000034", "885", "Worcestershire", "worcestershire"),
    ];

    /// <summary>Codes that also name an authority of the table: Gateshead's and Northumberland's former ones (same source), and Barnsley's and Sheffield's, which the ONS reissued in 2025 and the source does not have yet.</summary>
    private static readonly (string Other, string InTable)[] OtherGssCodes =
    [
        ("E08000020", "E08000037"),
        ("E06000048", "E06000057"),
        ("E08000038", "E08000016"),
        ("E08000039", "E08000019"),
    ];

    private static readonly FrozenDictionary<string, ChildrensServicesAuthority> ByDfeNumber = All
        .Where(authority => authority.DfeNumber is not null)
        .ToFrozenDictionary(authority => authority.DfeNumber!, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ChildrensServicesAuthority> ByGss = All
        .Select(authority => KeyValuePair.Create(authority.Gss, authority))
        .Concat(OtherGssCodes.Select(pair => KeyValuePair.Create(pair.Other, All.Single(authority => authority.Gss == pair.InTable))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The authority that the DfE knows by this number (383 is Leeds), or null. Null says that we do not know, not that there is none.</summary>
    public static ChildrensServicesAuthority? FindByDfeNumber(string? number) => number is null ? null : ByDfeNumber.GetValueOrDefault(number);

    /// <summary>The authority with this GSS code, its table code or another one issued to it, or null.</summary>
    public static ChildrensServicesAuthority? FindByGss(string? gss) => gss is null ? null : ByGss.GetValueOrDefault(gss);
}
