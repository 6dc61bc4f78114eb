/// Everything known of one shelter or other facility.
public struct ShelterPicture: Hashable, Sendable {
    /// What it reported: beds open, in reserve, taken.
    public internal(set) var reports = Timeline<ShelterReport>()
    /// What it was said to have: places, water, toilets, staff.
    public internal(set) var facilities = Timeline<Facility>()

    init() {}

    init(reports: Timeline<ShelterReport>, facilities: Timeline<Facility>) {
        self.reports = reports
        self.facilities = facilities
    }

    /// How many statements of what the facility has are kept.
    private enum Keeping {
        static let facilities = 100
    }

    /// How far back reports are kept.
    public static let keptReports = Span.hours(26)

    /// Takes in a report and returns the earlier word it stands in place of.
    mutating func report(_ statement: Statement<ShelterReport>, now: Instant) -> Statement<ShelterReport>? {
        let replaced = reports.insert(statement)
        reports.drop(before: now - Self.keptReports)
        return replaced
    }

    /// The same without the reports of `entries`.
    func passingOver(_ entries: Set<EntryID>) -> ShelterPicture {
        ShelterPicture(reports: reports.passingOver(entries), facilities: facilities)
    }

    mutating func state(_ statement: Statement<Facility>) {
        facilities.insert(statement)
        facilities.limit(to: Keeping.facilities)
    }

    /// The last moment any statement speaks of.
    public var lastHeard: Instant? {
        [reports.latest?.at, facilities.latest?.at].compactMap(\.self).max()
    }
}
