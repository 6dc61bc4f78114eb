/// A column of an HXL table: what programs know it by, and under which key its heading is in the catalogs.
///
/// Hashtags are those of the HXL standard 1.1. Crossings are no `#affected`: most who cross a border are not affected by an
/// emergency, and the journal does not know who is. What it knows of the ladder population ⊇ affected ⊇ in need ⊇
/// targeted ⊇ reached are the population of a region and those who have a bed.
enum HXLColumn: String, CaseIterable {
    case country, region, regionName = "region-name", place, placeName = "place-name", section
    case latitude, longitude, within
    case status, level, start, end, known, period
    case crossingsIn = "crossings-in"
    case crossingsOut = "crossings-out"
    case coveredIn = "covered-in"
    case coveredOut = "covered-out"
    case waiting, wait
    case timesUsual = "times-usual"
    case lanesOpen = "lanes-open"
    case lanes
    case postsReporting = "posts-reporting"
    case posts
    case population, reached
    case bedsOpen = "beds-open"
    case bedsReserve = "beds-reserve"
    case bedsFree = "beds-free"
    case hoursToFull = "hours-to-full"
    case indicator
    case indicatorName = "indicator-name"
    case unit, value, targetPart6 = "target-part6", targetPlan = "target-plan"
    case source, document, age, illustrative, exercise

    var tag: String {
        switch self {
        case .country: "#country+code+v_iso2"
        case .region: "#adm1+code+v_iso3166_2"
        case .regionName: "#adm1+name"
        case .place: "#loc+code"
        case .placeName: "#loc+name"
        case .section: "#loc+section+code"
        case .latitude: "#geo+lat"
        case .longitude: "#geo+lon"
        case .within: "#meta+geo_within_km"
        case .status: "#status+code"
        case .level: "#severity+code"
        case .start: "#date+start"
        case .end: "#date+end"
        case .known: "#date+reported"
        case .period: "#meta+period"
        case .crossingsIn: "#indicator+crossings_in+num"
        case .crossingsOut: "#indicator+crossings_out+num"
        case .coveredIn: "#meta+covered_minutes_in"
        case .coveredOut: "#meta+covered_minutes_out"
        case .waiting: "#indicator+waiting+num"
        case .wait: "#indicator+wait_minutes+num"
        case .timesUsual: "#indicator+times_usual+num"
        case .lanesOpen: "#capacity+lanes_open+num"
        case .lanes: "#capacity+lanes+num"
        case .postsReporting: "#meta+posts_reporting"
        case .posts: "#meta+posts"
        case .population: "#population+num"
        case .reached: "#reached+beds+num"
        case .bedsOpen: "#capacity+beds_open+num"
        case .bedsReserve: "#capacity+beds_reserve+num"
        case .bedsFree: "#capacity+beds_free+num"
        case .hoursToFull: "#indicator+hours_to_full+num"
        case .indicator: "#indicator+code"
        case .indicatorName: "#indicator+name"
        case .unit: "#indicator+unit"
        case .value: "#indicator+value+num"
        case .targetPart6: "#indicator+target_part6+num"
        case .targetPlan: "#indicator+target_plan+num"
        case .source: "#meta+source"
        case .document: "#meta+document"
        case .age: "#meta+age_minutes"
        case .illustrative: "#meta+illustrative"
        case .exercise: "#meta+exercise"
        }
    }
}
