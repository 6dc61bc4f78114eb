import GRDB
import Situation

/// One row of the derived `statement` table: what a fold needs of an entry, without JSON.
struct StatementRow {
    /// Which kinds have all they say in columns.
    enum Typed: Int64 {
        /// Everything is in the body.
        case no = 0
        case checkpointReport = 1
        case shelterReport = 2
    }

    static let columns = """
        known, recorded, station, number, seq, source, person, seat, confidence, is_period, about_from, \
        about_to, typed, subject, direction, mode, category, persons, vehicles, waiting_persons, \
        waiting_vehicles, wait_minutes, lanes_open, open_beds, reserve_beds, occupied, arrived, departed, \
        kind, series
        """

    static let insertion = """
        INSERT INTO statement (\(columns)) \
        VALUES (\(Array(repeating: "?", count: 30).joined(separator: ",")))
        """
}

// MARK: - Writing

extension StatementRow {
    /// Stores the row of `entry`, which the record holds at `seq`.
    static func write(
        _ entry: Entry, seq: Int64, with statement: SQLStatement, labels: inout LabelWriter
    ) throws {
        let series = entry.fact.series
        statement.bind(1, entry.known.bits)
        statement.bind(2, entry.recorded.bits)
        statement.bind(3, entry.id.station.rawValue)
        statement.bind(4, entry.id.number)
        statement.bind(5, seq)
        statement.bind(6, try labels.number(of: entry.source.rawValue))
        statement.bind(7, try labels.number(of: entry.author.person.rawValue))
        statement.bind(8, try labels.number(of: entry.author.seat.rawValue))
        statement.bind(9, try labels.number(of: entry.confidence.rawValue))
        statement.bind(10, entry.about.isPeriod ? 1 : 0)
        statement.bind(11, entry.about.start.milliseconds)
        statement.bind(12, entry.about.end.milliseconds)
        statement.bind(14, series?.subject ?? entry.fact.place)
        for position in Int32(15)...28 { statement.bind(position, nil as Int?) }
        statement.bind(13, bindNumbers(of: entry.fact, to: statement).rawValue)
        statement.bind(29, try labels.number(of: entry.fact.kindName))
        if let series {
            statement.bind(30, try labels.number(of: series.name))
        } else {
            statement.bind(30, nil as Int?)
        }
        try statement.run()
    }

    private static func bindNumbers(of fact: Fact, to statement: SQLStatement) -> Typed {
        switch fact {
        case .checkpointReport(let report):
            statement.bind(15, report.direction.column)
            statement.bind(16, report.mode.column)
            statement.bind(17, report.category)
            statement.bind(18, report.persons.count)
            statement.bind(19, report.vehicles?.count)
            statement.bind(20, report.waitingPersons?.count)
            statement.bind(21, report.waitingVehicles?.count)
            statement.bind(22, report.wait?.count)
            statement.bind(23, report.lanesOpen?.count)
            return .checkpointReport
        case .shelterReport(let report):
            statement.bind(24, report.openBeds.count)
            statement.bind(25, report.reserveBeds.count)
            statement.bind(26, report.occupied.count)
            statement.bind(27, report.arrived?.count)
            statement.bind(28, report.departed?.count)
            return .shelterReport
        default:
            return .no
        }
    }
}

// MARK: - Reading

extension StatementRow {
    /// Reads rows one after the other, keeping the texts it met.
    struct Reader {
        private var labels: LabelReader
        private let body: SQLStatement

        init(_ db: Database) throws {
            labels = try LabelReader(db)
            body = try SQLStatement(db, sql: "SELECT envelope, body FROM entry WHERE seq = ?")
        }

        /// The fold key of the row `statement` stands on.
        static func key(_ statement: SQLStatement) -> FoldKey {
            FoldKey(
                known: HybridTime(bits: statement.integer(0)),
                recorded: HybridTime(bits: statement.integer(1)),
                id: EntryID(station: StationID(statement.text(2)), number: statement.integer(3)))
        }

        /// The entry of the row `statement` stands on.
        mutating func entry(_ statement: SQLStatement) throws -> Entry {
            let key = Self.key(statement)
            guard let typed = Typed(rawValue: statement.integer(12)),
                let fact = Self.fact(typed, statement)
            else { return try storedEntry(seq: statement.integer(4), id: key.id) }
            let from = Instant(milliseconds: statement.integer(10))
            let to = Instant(milliseconds: statement.integer(11))
            return Entry(
                id: key.id, recorded: key.recorded, known: key.known,
                about: Period(from: from, to: to).map(About.period) ?? .moment(to),
                author: Author(
                    person: PersonName(try labels.text(statement.integer(6))),
                    seat: SeatName(try labels.text(statement.integer(7)))),
                source: SourceID(try labels.text(statement.integer(5))),
                confidence: Confidence(rawValue: try labels.text(statement.integer(8))) ?? .reported,
                fact: fact)
        }

        /// Reads a whole entry from the record.
        mutating func storedEntry(seq: Int64, id: EntryID) throws -> Entry {
            body.bind(1, seq)
            let found = try body.step()
            let envelope = found ? Envelope(decoding: body.bytes(0)) : nil
            let bytes = found ? body.bytes(1) : []
            body.reset()
            guard let envelope else { throw StoreError.damaged(id, reason: "its envelope cannot be read") }
            return try envelope.entry(body: bytes)
        }

        /// Whether every column says what the entry says, those included that only searches use.
        mutating func agrees(_ row: SQLStatement, with entry: Entry) throws -> Bool {
            let series = entry.fact.series
            return try labels.text(row.integer(5)) == entry.source.rawValue
                && labels.text(row.integer(6)) == entry.author.person.rawValue
                && labels.text(row.integer(7)) == entry.author.seat.rawValue
                && labels.text(row.integer(8)) == entry.confidence.rawValue
                && (row.integer(9) == 1) == entry.about.isPeriod
                && row.integer(10) == entry.about.start.milliseconds
                && row.integer(11) == entry.about.end.milliseconds
                && row.optionalText(13) == (series?.subject ?? entry.fact.place)
                && labels.text(row.integer(28)) == entry.fact.kindName
                && (row.isNull(29) ? nil : labels.text(row.integer(29))) == series?.name
        }

        private static func fact(_ typed: Typed, _ row: SQLStatement) -> Fact? {
            switch typed {
            case .no:
                return nil
            case .checkpointReport:
                guard let direction = Direction(column: row.integer(14)),
                    let mode = TravelMode(column: row.integer(15))
                else { return nil }
                return .checkpointReport(
                    CheckpointReport(
                        checkpoint: CheckpointID(row.text(13)), direction: direction, mode: mode,
                        persons: Persons(Int(row.integer(17))),
                        vehicles: row.optionalInteger(18).map(Vehicles.init),
                        waitingPersons: row.optionalInteger(19).map(Persons.init),
                        waitingVehicles: row.optionalInteger(20).map(Vehicles.init),
                        wait: row.optionalInteger(21).map(Minutes.init),
                        lanesOpen: row.optionalInteger(22).map(Lanes.init), category: row.optionalText(16)))
            case .shelterReport:
                return .shelterReport(
                    ShelterReport(
                        shelter: ShelterID(row.text(13)), openBeds: Beds(Int(row.integer(23))),
                        reserveBeds: Beds(Int(row.integer(24))), occupied: Beds(Int(row.integer(25))),
                        arrived: row.optionalInteger(26).map(Persons.init),
                        departed: row.optionalInteger(27).map(Persons.init)))
            }
        }
    }
}

// MARK: - Numbers that stand for cases in columns; never changed once given

extension About {
    fileprivate var isPeriod: Bool { if case .period = self { true } else { false } }
}

extension Direction {
    fileprivate var column: Int { self == .in ? 0 : 1 }

    fileprivate init?(column: Int64) {
        switch column {
        case 0: self = .in
        case 1: self = .out
        default: return nil
        }
    }
}

extension TravelMode {
    private static let columns: [TravelMode] = [.all, .car, .bus, .truck, .foot, .rail, .air]

    fileprivate var column: Int { Self.columns.firstIndex(of: self) ?? 0 }

    fileprivate init?(column: Int64) {
        guard Self.columns.indices.contains(Int(column)) else { return nil }
        self = Self.columns[Int(column)]
    }
}

extension Fact {
    /// What a fact that is no statement in a series is found by: its thread, or the place it speaks of.
    fileprivate var place: String? {
        switch self {
        case .note(let note): note.place
        case .incident(let incident): incident.place
        default: thread?.rawValue
        }
    }
}
