import Situation
import StrictYAML

// Readers of the small values that scenario files are made of.

extension YAMLValue {
    /// A number inside `range`.
    func number(in range: ClosedRange<Double>) throws(YAMLFault) -> Double {
        guard let value = try? number(), range.contains(value) else {
            throw expected("a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))")
        }
        return value
    }

    /// A part of a whole.
    func share() throws(YAMLFault) -> Double { try number(in: 0...1) }

    /// A length of time in minutes, with units and, where wanted, a decimal point: `90s`, `1.5m`, `36h`, `2d`.
    func minutes() throws(YAMLFault) -> Double {
        guard let written = try? text(), let minutes = Self.minutes(written) else {
            throw expected("a length of time with units, such as 90s, 1.5m, 36h or 2d")
        }
        return minutes
    }

    /// Numbers, `count` of them.
    func numbers(_ count: Int, in range: ClosedRange<Double>) throws(YAMLFault) -> [Double] {
        let numbers = try list { (element: YAMLValue) throws(YAMLFault) -> Double in
            try element.number(in: range)
        }
        guard numbers.count == count else { throw expected("\(count) numbers") }
        return numbers
    }

    /// Lanes for each hour of the day.
    func roster() throws(YAMLFault) -> [Int] {
        let lanes = try list { (element: YAMLValue) throws(YAMLFault) -> Int in
            try element.integer(in: PlanLimits.lanes)
        }
        guard lanes.count == 24 else { throw expected("24 whole numbers, one an hour from midnight") }
        return lanes
    }

    /// An identifier of any kind.
    func identifier<ID: Identifier>(_: ID.Type = ID.self) throws(YAMLFault) -> ID { ID(try text()) }

    /// A list of identifiers.
    func identifiers<ID: Identifier>(_: ID.Type = ID.self) throws(YAMLFault) -> [ID] {
        try list { (element: YAMLValue) throws(YAMLFault) -> ID in ID(try element.text()) }
    }

    /// A means of travel; `all` is none.
    func travelMode() throws(YAMLFault) -> TravelMode {
        guard let written = try? text(), let mode = TravelMode(rawValue: written), mode != .all else {
            let names = TravelMode.allCases.filter { $0 != .all }.map(\.rawValue)
            throw expected("one of " + names.joined(separator: ", "))
        }
        return mode
    }

    /// Shares by name, such as `{asylum: 0.7, transit: 0.3}`.
    func shares<Key: RawRepresentable & CaseIterable & Hashable>(
        of _: Key.Type, range: ClosedRange<Double> = 0...1
    ) throws(YAMLFault) -> [Key: Double] where Key.RawValue == String {
        var shares: [Key: Double] = [:]
        for pair in try pairs() {
            guard let key = Key(rawValue: pair.key) else {
                throw pair.value.fault(.unknownKey(pair.key))
            }
            shares[key] = try pair.value.number(in: range)
        }
        return shares
    }

    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    /// Each unit at most once, the larger first.
    private static func minutes(_ written: String) -> Double? {
        var rest = written[...]
        var total = 0.0
        var units: [(mark: Character, minutes: Double)] = [("d", 1440), ("h", 60), ("m", 1), ("s", 1.0 / 60)]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
            guard (1...8).contains(digits.count), let count = Double(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let mark = rest.popFirst(), let unit = units.firstIndex(where: { $0.mark == mark })
            else { return nil }
            total += count * units[unit].minutes
            units.removeFirst(unit + 1)
        }
        return total
    }
}

/// The largest numbers a plan may hold: far beyond any border, and small enough that no sum of them overflows.
enum PlanLimits {
    static let lanes = 0...500
    static let people = 0...100_000_000
    static let beds = 0...1_000_000
    static let personsPerDay = 0.0...10_000_000
    static let things = 0...100_000
    static let minutes = 0.0...525_600
    static let largest = 1e9
}
