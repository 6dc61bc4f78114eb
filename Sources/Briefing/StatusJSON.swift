import Foundation
import Situation

/// The picture as JSON for scripts: the same figures as the text, each with where it comes from. The form is
/// described in `docs/status-json.md`; keys are only ever added.
public struct StatusJSON: Encodable {
    let kind = "status"
    let version = 1
    let exercise: Bool
    let scenario: String?
    let journal: String
    let at: String
    let asKnownAt: String?
    let asRecordedAt: String?
    let entries: Int
    let lastKnown: String?
    let unreadEntries: Int
    let contestedEntries: [String]
    let sections: [Section]
    let checkpoints: [Checkpoint]
    let totals: [Total]
    let regions: [Region]
    let indicators: [Indicator]
    let sources: [Source]

    public init(_ subject: StatusSubject) {
        let reading = subject.reading
        exercise = subject.journal.nature == .exercise
        scenario = subject.journal.scenario
        journal = subject.journal.id
        at = reading.now.iso8601
        asKnownAt = subject.asKnownAt?.iso8601
        asRecordedAt = subject.asRecordedAt?.iso8601
        entries = subject.picture.entryCount
        lastKnown = subject.picture.lastKnown?.iso8601
        unreadEntries = subject.picture.unreadCount
        contestedEntries = subject.contested.map(\.description)
        sections = reading.sections.map(Section.init)
        checkpoints = reading.checkpoints.map(Checkpoint.init)
        totals = reading.totals.flatMap { pair in pair.statements.map { Total(pair.area, $0) } }
        regions = reading.regions.map(Region.init)
        indicators = reading.indicators.map(Indicator.init)
        sources = subject.picture.sources.sorted { $0.key < $1.key }.map(Source.init)
    }

    /// The text, keys in order.
    public func text() throws -> String { try JSONText.of(self) }
}

// MARK: - Parts

extension StatusJSON {
    struct Day: Encodable {
        let persons: Int
        let coveredMinutes: Int

        init?(_ sum: FlowReading.DaySum?) {
            guard let sum else { return nil }
            persons = sum.persons.count
            coveredMinutes = sum.coveredMinutes
        }
    }

    /// A number with what it rests on: `stated`, `illustrative`, `reference` or `computed`.
    struct Valued<Value: Encodable & Hashable & Sendable>: Encodable {
        let value: Value
        let basis: String
        let at: String?
        let source: String?
        let knownAt: String?
        let entry: String?

        init?(_ figure: Figure<Value>?) {
            guard let figure else { return nil }
            value = figure.value
            at = figure.basis.at?.iso8601
            switch figure.basis {
            case .stated(_, let provenance):
                basis = "stated"
                source = provenance.source.rawValue
                knownAt = provenance.known.iso8601
                entry = provenance.entry.description
            case .illustrative, .reference, .computed:
                basis = figure.basis.name
                source = nil
                knownAt = nil
                entry = nil
            }
        }
    }

    struct Section: Encodable {
        let id: String
        let inflow24h: Day?
        let outflow24h: Day?
        let timesUsual: Valued<Double>?
        let queuePersons: Int?
        let waitMinutes: Int?
        let postsReporting: Int
        let posts: Int
        let ageMinutes: Int?
        let stale: Bool

        init(_ section: SectionReading) {
            id = section.id.rawValue
            inflow24h = Day(section.inflow)
            outflow24h = Day(section.outflow)
            timesUsual = Valued(section.timesUsual)
            queuePersons = section.queue?.count
            waitMinutes = section.wait?.count
            postsReporting = section.postsReporting
            posts = section.postsTotal
            ageMinutes = section.freshness.age?.wholeMinutes
            stale = !section.freshness.isFresh
        }
    }

    struct Checkpoint: Encodable {
        let id: String
        let section: String
        let region: String
        let status: Valued<String>?
        let inflow24h: Day?
        let outflow24h: Day?
        let timesUsual: Valued<Double>?
        let queue: Queue?
        let lanesOpen: Valued<Lanes>?
        let lanes: Valued<Lanes>?
        let utilisation: Valued<Double>?
        let ageMinutes: Int?
        let stale: Bool
        /// The newest statements about more than a day.
        let totals: [Total]

        init(_ post: CheckpointReading) {
            id = post.id.rawValue
            section = post.section.rawValue
            region = post.region.rawValue
            status = Valued(post.status.map { Figure($0.value.rawValue, $0.basis) })
            inflow24h = Day(post.incoming.lastDay)
            outflow24h = Day(post.outgoing.lastDay)
            timesUsual = Valued(post.timesUsual)
            queue = post.incoming.queue.map(Queue.init)
            lanesOpen = Valued(post.lanesOpen)
            lanes = Valued(post.lanes)
            utilisation = Valued(post.utilisation)
            ageMinutes = post.freshness.age?.wholeMinutes
            stale = !post.freshness.isFresh
            totals = [post.incoming.latestLong, post.outgoing.latestLong].compactMap(\.self)
                .map { Total($0) }
        }
    }

    struct Queue: Encodable {
        let persons: Int?
        let vehicles: Int?
        let waitMinutes: Int?
        let at: String
        let source: String

        init(_ queue: QueueReading) {
            persons = queue.persons?.count
            vehicles = queue.vehicles?.count
            waitMinutes = queue.wait?.count
            at = queue.at.iso8601
            source = queue.provenance.source.rawValue
        }
    }

    /// A number said about a period. `area` and `precision` are there for what an authority states for an area, and
    /// absent for a post's own report.
    struct Total: Encodable {
        let area: String?
        let direction: String
        let mode: String
        let persons: Int
        let precision: String?
        let category: String?
        let from: String
        let to: String
        let source: String
        let knownAt: String
        let entry: String

        init(_ statement: Statement<CheckpointReport>) {
            let report = statement.body
            self.init(
                statement.about, statement.provenance, report.direction, report.mode, report.persons,
                report.category)
        }

        init(_ area: Area, _ statement: Statement<StatedTotal>) {
            let total = statement.body
            self.init(
                statement.about, statement.provenance, total.direction, total.mode, total.persons,
                total.category, area: area, precision: total.precision)
        }

        private init(
            _ about: About, _ provenance: Provenance, _ direction: Direction, _ mode: TravelMode,
            _ persons: Persons, _ category: String?, area: Area? = nil, precision: Precision? = nil
        ) {
            self.area = area?.code
            self.direction = direction.rawValue
            self.mode = mode.rawValue
            self.persons = persons.count
            self.precision = precision?.rawValue
            self.category = category
            from = about.start.iso8601
            to = about.end.iso8601
            source = provenance.source.rawValue
            knownAt = provenance.known.iso8601
            entry = provenance.entry.description
        }
    }

    struct Region: Encodable {
        let id: String
        let openBeds: Int
        let reserveBeds: Int
        let occupied: Int?
        let free: Int?
        let hoursToFull: Double?
        let illustrativeBeds: Bool
        let shelters: [Shelter]

        init(_ region: RegionReading) {
            id = region.id.rawValue
            openBeds = region.openBeds.count
            reserveBeds = region.reserveBeds.count
            occupied = region.occupied?.count
            free = region.free?.count
            hoursToFull = region.runway.hoursLeft
            illustrativeBeds = region.hasIllustrativeBeds
            shelters = region.shelters.map(Shelter.init)
        }
    }

    struct Shelter: Encodable {
        let id: String
        let openBeds: Valued<Beds>?
        let reserveBeds: Valued<Beds>?
        let occupied: Valued<Beds>?
        let hoursToFull: Double?

        init(_ shelter: ShelterReading) {
            id = shelter.id.rawValue
            openBeds = Valued(shelter.openBeds)
            reserveBeds = Valued(shelter.reserveBeds)
            occupied = Valued(shelter.occupied)
            hoursToFull = shelter.runway.hoursLeft
        }
    }

    struct Indicator: Encodable {
        let number: Int
        let year: Int
        let value: Double?
        let period: String?
        let source: String?
        let knownAt: String?
        let targetPart6: Double?
        let targetPlan: Double?
        let status: String

        init(_ indicator: IndicatorReading) {
            number = indicator.targets.number.value
            year = indicator.year
            value = indicator.latest?.body.value
            period = indicator.latest?.body.period.description
            source = indicator.latest?.provenance.source.rawValue
            knownAt = indicator.latest?.provenance.known.iso8601
            targetPart6 = indicator.targets.part6[indicator.year]
            targetPlan = indicator.targets.plan[indicator.year]
            status = indicator.status.name
        }
    }

    struct Source: Encodable {
        let id: String
        let entries: Int
        let lastKnown: String
        let lastAbout: String

        init(_ pair: (key: SourceID, value: SourcePicture)) {
            id = pair.key.rawValue
            entries = pair.value.entryCount
            lastKnown = pair.value.lastKnown.iso8601
            lastAbout = pair.value.lastAbout.iso8601
        }
    }
}

extension Basis {
    fileprivate var name: String {
        switch self {
        case .stated: "stated"
        case .illustrative: "illustrative"
        case .reference: "reference"
        case .computed: "computed"
        }
    }
}
