import Foundation
import Situation

/// The body of an entry as JSON: keys in order, so that the same fact always has the same bytes.
enum FactBody {
    /// The stored bytes of what `fact` says.
    static func encode(_ fact: Fact) throws -> [UInt8] {
        switch fact {
        case .unread(let fact): return fact.body
        case .checkpointReport(let report): if let bytes = ReportBody.encode(report) { return bytes }
        case .shelterReport(let report): if let bytes = ReportBody.encode(report) { return bytes }
        default: break
        }
        return try encodePlainly(fact)
    }

    /// The same by way of the library encoder, which defines the form.
    static func encodePlainly(_ fact: Fact) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Body(fact: fact)))
    }

    /// Reads a stored body; a kind or version this program does not know comes back unread.
    static func decode(_ bytes: [UInt8], kindName: String, version: Int) throws -> Fact {
        let form = ReadBody.Form(kindName: kindName, version: version)
        return try JSONDecoder().decode(ReadBody.self, from: Data(bytes), configuration: form).fact
            ?? .unread(UnreadFact(kindName: kindName, bodyVersion: version, body: bytes))
    }

    /// The members a body of the kind can have; empty for kinds that are not read.
    static func keys(of kindName: String) -> Set<String> {
        switch FactKind(rawValue: kindName) {
        case .checkpointReport:
            [
                "checkpoint", "direction", "mode", "persons", "vehicles", "waitingPersons", "waitingVehicles",
                "wait", "lanesOpen", "category",
            ]
        case .checkpointState:
            ["checkpoint", "status", "reason", "lanesIn", "lanesOut", "booths", "staff", "until"]
        case .statedTotal: ["area", "direction", "mode", "persons", "precision", "category"]
        case .shelterReport: ["shelter", "openBeds", "reserveBeds", "occupied", "arrived", "departed"]
        case .facility:
            [
                "facility", "region", "name", "kind", "openBeds", "reserveBeds", "leadHours",
                "coveredSquareMetres", "waterLitresADay", "taps", "toilets", "showers", "staff",
            ]
        case .indicatorValue: ["indicator", "period", "value", "region", "document", "published"]
        case .measureState: ["measure", "period", "state", "words", "evidence", "agency"]
        case .note: ["text", "place", "kind", "link"]
        case .resource: ["kind", "region", "count", "committed"]
        case .healthReport: ["place", "cases", "deaths", "underFiveDeaths", "consultations"]
        case .incident: ["place", "kind", "persons", "text"]
        default: []
        }
    }

    private struct Body: Encodable {
        let fact: Fact
        func encode(to encoder: any Encoder) throws { try fact.encodeBody(to: encoder) }
    }

    /// A body whose kind and version come from the envelope.
    private struct ReadBody: DecodableWithConfiguration {
        struct Form {
            let kindName: String
            let version: Int
        }

        let fact: Fact?

        init(from decoder: any Decoder, configuration form: Form) throws {
            fact = try Fact(kindName: form.kindName, bodyVersion: form.version, from: decoder)
        }
    }
}

/// Writes the bodies of the two kinds that make up nearly all of a busy journal, some twenty times faster
/// than the library encoder and in the same form (a test holds the two against each other).
private enum ReportBody {
    static func encode(_ report: CheckpointReport) -> [UInt8]? {
        var object = PlainObject()
        object.put("category", report.category)
        object.put("checkpoint", report.checkpoint.rawValue)
        object.put("direction", report.direction.rawValue)
        object.put("lanesOpen", report.lanesOpen?.count)
        object.put("mode", report.mode.rawValue)
        object.put("persons", report.persons.count)
        object.put("vehicles", report.vehicles?.count)
        object.put("wait", report.wait?.count)
        object.put("waitingPersons", report.waitingPersons?.count)
        object.put("waitingVehicles", report.waitingVehicles?.count)
        return object.closed()
    }

    static func encode(_ report: ShelterReport) -> [UInt8]? {
        var object = PlainObject()
        object.put("arrived", report.arrived?.count)
        object.put("departed", report.departed?.count)
        object.put("occupied", report.occupied.count)
        object.put("openBeds", report.openBeds.count)
        object.put("reserveBeds", report.reserveBeds.count)
        object.put("shelter", report.shelter.rawValue)
        return object.closed()
    }
}

/// A JSON object of whole numbers and texts that need no escapes.
private struct PlainObject {
    private var bytes = [UInt8(ascii: "{")]
    private var isPlain = true

    init() { bytes.reserveCapacity(192) }

    mutating func put(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        begin(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func put(_ key: StaticString, _ value: String?) {
        guard var value else { return }
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { utf8 in
            isPlain = isPlain && utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
            bytes.append(contentsOf: utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// The object's bytes, or `nil` when a text needs escapes after all.
    func closed() -> [UInt8]? { isPlain ? bytes + [UInt8(ascii: "}")] : nil }
}
