import Situation
import StrictYAML

/// Reads a mapping of planning values. Each is illustrative with the file's basis unless the mapping's
/// `stated` gives its source, or its `basis` a basis of its own.
struct PlannedReader {
    private var fields: YAMLFields
    private var stated: [String: String]
    private var bases: [String: String]
    private let basis: String

    /// Reads the mapping `value` with `read`; a key that `read` does not take is a fault, in `stated` and
    /// `basis` too.
    static func read<Values>(
        _ value: YAMLValue, basis: String, _ read: (inout PlannedReader) throws(YAMLFault) -> Values
    ) throws(YAMLFault) -> Values {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Values in
            let stated = try texts(fields.take("stated"))
            let bases = try texts(fields.take("basis"))
            var reader = PlannedReader(fields: fields, stated: stated, bases: bases, basis: basis)
            let values = try read(&reader)
            fields = reader.fields
            if let left = (Array(reader.stated.keys) + reader.bases.keys).min() {
                throw value.fault(.unknownKey(left))
            }
            return values
        }
    }

    /// The whole number of `key`, made a value by `make`.
    mutating func value<Value: Hashable & Sendable>(
        _ key: String, in range: ClosedRange<Int> = 0...1_000_000, _ make: (Int) -> Value
    ) throws(YAMLFault) -> Planned<Value> {
        let value = make(try fields.require(key).integer(in: range))
        if let source = stated.removeValue(forKey: key) {
            return Planned(value, isIllustrative: false, source: source)
        }
        return Planned(value, isIllustrative: true, source: bases.removeValue(forKey: key) ?? basis)
    }

    /// The whole number of `key`.
    mutating func number(_ key: String) throws(YAMLFault) -> Planned<Int> {
        try value(key) { $0 }
    }

    private static func texts(_ value: YAMLValue?) throws(YAMLFault) -> [String: String] {
        var texts: [String: String] = [:]
        for pair in try value?.pairs() ?? [] { texts[pair.key] = try pair.value.text() }
        return texts
    }
}

extension YAMLValue {
    /// A post's planning values.
    func planningValues(basis: String) throws(YAMLFault) -> PlanningValues {
        try PlannedReader.read(self, basis: basis) {
            (reader: inout PlannedReader) throws(YAMLFault) -> PlanningValues in
            PlanningValues(
                lanesIn: try reader.value("lanes_in") { Lanes($0) },
                lanesOut: try reader.value("lanes_out") { Lanes($0) },
                booths: try reader.number("booths"),
                staff: try reader.number("staff"),
                personsPerLaneHour: try reader.value("persons_per_lane_hour") { Persons($0) },
                usualIn: try reader.value("usual_in") { Persons($0) },
                usualOut: try reader.value("usual_out") { Persons($0) })
        }
    }

    /// What a place with beds offers.
    func shelterCapacity(basis: String) throws(YAMLFault) -> ShelterCapacity {
        try PlannedReader.read(self, basis: basis) {
            (reader: inout PlannedReader) throws(YAMLFault) -> ShelterCapacity in
            ShelterCapacity(
                openBeds: try reader.value("open_beds") { Beds($0) },
                reserveBeds: try reader.value("reserve_beds") { Beds($0) },
                leadHours: try reader.number("lead_hours"),
                coveredSquareMetres: try reader.number("covered_m2"),
                waterLitresPerDay: try reader.number("water_l_day"),
                taps: try reader.number("taps"),
                toilets: try reader.number("toilets"),
                showers: try reader.number("showers"),
                staff: try reader.number("staff"))
        }
    }
}
