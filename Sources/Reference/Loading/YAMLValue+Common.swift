import Situation
import StrictYAML

// Readers of what several files of the reference data have in common.

extension YAMLValue {
    /// A name: a mapping with `kk`, `ru` and `en`.
    func localName() throws(YAMLFault) -> LocalName {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> LocalName in
            LocalName(
                kk: try fields.require("kk").text(),
                ru: try fields.require("ru").text(),
                en: try fields.require("en").text())
        }
    }

    /// A list of texts.
    func texts() throws(YAMLFault) -> [String] {
        try list { value throws(YAMLFault) in try value.text() }
    }

    /// A list of whole numbers.
    func integers(in range: ClosedRange<Int>) throws(YAMLFault) -> [Int] {
        try list { value throws(YAMLFault) in try value.integer(in: range) }
    }

    /// A range of numbers written as `[first, last]`.
    func span(in range: ClosedRange<Int>) throws(YAMLFault) -> ClosedRange<Int> {
        let ends = try integers(in: range)
        guard ends.count == 2, ends[0] <= ends[1] else { throw expected("[first, last]") }
        return ends[0]...ends[1]
    }

    /// A day, `2026-06-30`.
    func day() throws(YAMLFault) -> CalendarDay {
        guard let day = CalendarDay(try text()) else { throw expected("a day such as 2026-06-30") }
        return day
    }

    /// A year's values: a mapping of years to numbers.
    func series() throws(YAMLFault) -> TargetSeries {
        var values: [(year: Int, value: Double)] = []
        for pair in try pairs() {
            guard let year = Int(pair.key), (2000...2100).contains(year) else {
                throw pair.value.fault(.unknownKey(pair.key))
            }
            values.append((year, try pair.value.number()))
        }
        return TargetSeries(values)
    }

    /// The number of an indicator.
    func indicatorNumber() throws(YAMLFault) -> IndicatorNumber {
        guard let number = IndicatorNumber(try integer()) else { throw expected("an indicator, 1–14") }
        return number
    }

    /// The number of a measure.
    func measureNumber() throws(YAMLFault) -> MeasureNumber {
        guard let number = MeasureNumber(try integer()) else { throw expected("a measure, 1–73") }
        return number
    }

    /// A region that is listed.
    func region(of known: Set<RegionCode>) throws(YAMLFault) -> RegionCode {
        let code = RegionCode(try text())
        guard known.contains(code) else { throw expected("a region code of regions.yaml") }
        return code
    }

    /// A key of an agency that is listed; any key where the agencies are not loaded.
    func agency(of known: Set<AgencyKey>?) throws(YAMLFault) -> AgencyKey {
        let key = AgencyKey(try text())
        guard known?.contains(key) ?? true else { throw expected("an agency key of agencies.yaml") }
        return key
    }

    /// Agencies that answer for something: a list of `{agency: KEY, by_agreement: true|false}`.
    func responsible(of known: Set<AgencyKey>?) throws(YAMLFault) -> [Responsible] {
        try list { (value: YAMLValue) throws(YAMLFault) -> Responsible in
            try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Responsible in
                Responsible(
                    agency: try fields.require("agency").agency(of: known),
                    isByAgreement: try fields.require("by_agreement").bool())
            }
        }
    }

    /// Each element of a list, of which no two may have the same identifier.
    func distinct<Element: Identifiable>(
        _ read: (YAMLValue) throws(YAMLFault) -> Element
    ) throws(YAMLFault) -> [Element] {
        var seen: Set<Element.ID> = []
        var elements: [Element] = []
        for value in try list() {
            let element = try read(value)
            guard seen.insert(element.id).inserted else { throw value.fault(.repeatedKey("\(element.id)")) }
            elements.append(element)
        }
        return elements
    }
}

extension YAMLFields {
    /// The text of `key`, or `nil` when it is absent.
    mutating func text(_ key: String) throws(YAMLFault) -> String? {
        try take(key)?.text()
    }

    /// The texts of `key`; empty when it is absent.
    mutating func texts(_ key: String) throws(YAMLFault) -> [String] {
        try take(key)?.texts() ?? []
    }

    /// The values of the list of `key`; empty when it is absent.
    mutating func values(_ key: String) throws(YAMLFault) -> [YAMLValue] {
        try take(key)?.list() ?? []
    }
}
