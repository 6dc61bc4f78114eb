import Foundation

// The watch is small and has many forms, so its records go into a snapshot as JSON; the statements about resources,
// health and incidents like those about posts.

extension WatchPicture: PackedAsJSON {}
extension ExercisePicture: PackedAsJSON {}

/// What goes into a snapshot as one JSON text.
protocol PackedAsJSON: Codable {}

extension PackedAsJSON {
    /// All of it as JSON.
    var packed: String {
        // Records hold nothing that JSON cannot say but numbers that are no numbers; those become words.
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "+inf", negativeInfinity: "-inf", nan: "nan")
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Reads what ``packed`` made; `nil` when it is damaged, and the caller folds from an earlier snapshot.
    init?(packed text: String) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "+inf", negativeInfinity: "-inf", nan: "nan")
        guard let stored = try? decoder.decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = stored
    }
}

extension SnapshotWriter {
    mutating func put(_ report: ResourceReport) {
        put(report.kind)
        put(report.region.rawValue)
        put(report.count)
        put(report.committed)
    }

    mutating func put(_ report: HealthReport) {
        put(report.place)
        list(report.cases.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key)
            writer.put(pair.value)
        }
        put(report.deaths?.count)
        put(report.underFiveDeaths?.count)
        put(report.consultations)
    }

    mutating func put(_ incident: Incident) {
        put(incident.place)
        put(incident.kind.rawValue)
        put(incident.persons?.count)
        put(incident.text)
    }
}

extension SnapshotWriter {
    mutating func put(_ restatement: Restatement) {
        put(restatement.series.subject)
        put(restatement.series.name)
        put(restatement.earlier.value)
        put(restatement.earlier.precision.rawValue)
        put(restatement.origin.entry.station.rawValue)
        put(restatement.origin.entry.number)
        put(restatement.origin.source.rawValue)
        put(restatement.origin.known)
        put(restatement.origin.confidence.rawValue)
        put(restatement.later.value)
        put(restatement.later.precision.rawValue)
    }
}

extension SnapshotReader {
    mutating func restatement() throws(Damaged) -> Restatement {
        let series = Series(subject: try text(), name: try text())
        let earlier = StatedNumber(value: try double(), precision: try named(Precision.self))
        let origin = Provenance(
            entry: EntryID(station: StationID(try text()), number: try number()),
            source: SourceID(try text()), known: try instant(), confidence: try named(Confidence.self))
        let later = StatedNumber(value: try double(), precision: try named(Precision.self))
        return Restatement(series: series, earlier: earlier, origin: origin, later: later)
    }

    mutating func resourceReport() throws(Damaged) -> ResourceReport {
        ResourceReport(
            kind: try text(), region: RegionCode(try text()), count: try integer(),
            committed: try optionalInteger())
    }

    mutating func healthReport() throws(Damaged) -> HealthReport {
        let place = try text()
        var cases: [String: Int] = [:]
        for _ in 0..<(try count()) {
            let disease = try text()
            cases[disease] = try integer()
        }
        return HealthReport(
            place: place, cases: cases, deaths: try optionalInteger().map(Persons.init),
            underFiveDeaths: try optionalInteger().map(Persons.init), consultations: try optionalInteger())
    }

    mutating func incident() throws(Damaged) -> Incident {
        Incident(
            place: try text(), kind: try named(Incident.Kind.self),
            persons: try optionalInteger().map(Persons.init), text: try text())
    }
}
