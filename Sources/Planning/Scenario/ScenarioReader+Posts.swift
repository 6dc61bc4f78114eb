import Situation
import StrictYAML

/// Posts and where they differ from the reference data.
extension ScenarioReader {
    /// `all`, a list of posts, or `{sections: […], except: […]}`, `{all_except: […]}`.
    static func postSelection(_ value: YAMLValue) throws(YAMLFault) -> PostSelection {
        if let word = try? value.text() {
            guard word == "all" else { throw value.expected("all, a list of posts, or {sections: [...]}") }
            return PostSelection(base: .all)
        }
        if (try? value.list()) != nil { return PostSelection(base: .posts(try value.identifiers())) }
        return try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PostSelection in
            if let excluded = fields.take("all_except") {
                return PostSelection(base: .all, except: try excluded.identifiers())
            }
            return PostSelection(
                base: .sections(try fields.require("sections").identifiers()),
                except: try fields.take("except")?.identifiers() ?? [])
        }
    }

    static func postChange(_ value: YAMLValue, _ faults: YAMLFaults) -> PostChange {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        var change = PostChange(
            posts: form.value("posts", or: PostSelection(base: .all)) { try postSelection($0) })
        change.direction = form.optional("direction") { try $0.oneOf(Direction.self) }
        change.usualPersonsPerDay = form.optional("usual_per_day") {
            try $0.number(in: PlanLimits.personsPerDay)
        }
        change.lanes = form.optional("lanes") { try $0.integer(in: PlanLimits.lanes) }
        change.roster = form.optional("roster") { try $0.roster() }
        change.minutesPerParty = form.optional("per_party") { try serviceMinutes($0) }
        change.minutesPerPerson = form.optional("per_person") { try serviceMinutes($0) }
        change.room = form.optional("room") { try $0.integer(in: PlanLimits.people) }
        change.closing = form.optional("closing") { try $0.oneOf(PostChange.Closing.self) }
        change.patience = form.optional("patience") { try $0.timeDistribution() }
        change.secondLine = form.optional("second_line") { secondLine($0, faults) }
        change.modes = form.optional("modes") { try modes($0) }
        if let channels = form.take("channels") {
            change.channels = faults.reading(channels, or: []) { try $0.list() }.map { channel($0, faults) }
        }
        return change
    }

    private static func serviceMinutes(_ value: YAMLValue) throws(YAMLFault) -> Double {
        let minutes = try value.minutes()
        guard (0...1440).contains(minutes) else { throw value.expected("at most 1d") }
        return minutes
    }

    private static func channel(_ value: YAMLValue, _ faults: YAMLFaults) -> PlannedChannel {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let modes = form.value("modes", or: []) {
            try $0.list { value throws(YAMLFault) in try value.travelMode() }
        }
        let roster = form.optional("roster") { try $0.roster() }
        let lanes = roster == nil ? form.value("lanes", or: 0) { try $0.integer(in: PlanLimits.lanes) } : 0
        return PlannedChannel(
            modes: modes, roster: roster ?? Array(repeating: lanes, count: 24),
            minutesPerParty: form.optional("per_party") { try serviceMinutes($0) } ?? 0,
            minutesPerPerson: form.optional("per_person") { try serviceMinutes($0) },
            room: form.optional("room") { try $0.integer(in: PlanLimits.people) },
            closing: form.optional("closing") { try $0.oneOf(PostChange.Closing.self) } ?? .afterService)
    }

    private static func secondLine(_ value: YAMLValue, _ faults: YAMLFaults) -> PlannedSecondLine {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return PlannedSecondLine(
            officers: form.value("officers", or: 0) { try $0.integer(in: PlanLimits.lanes) },
            share: form.value("share", or: [:]) { try modeShares($0) },
            minutes: form.value("minutes", or: .constant(0)) { try $0.timeDistribution() })
    }

    private static func modeShares(_ value: YAMLValue) throws(YAMLFault) -> [TravelMode: Double] {
        let shares = try value.shares(of: TravelMode.self)
        guard shares[.all] == nil else { throw value.fault(.unknownKey(TravelMode.all.rawValue)) }
        return shares
    }

    /// `{car: 0.7, bus: 0.3}`, or with the people in a vehicle `{car: {share: 0.7, party: 3.5}, …}`.
    static func modes(_ value: YAMLValue) throws(YAMLFault) -> [PlannedMode] {
        var modes: [PlannedMode] = []
        for pair in try value.pairs() {
            guard let mode = TravelMode(rawValue: pair.key), mode != .all else {
                throw pair.value.fault(.unknownKey(pair.key))
            }
            modes.append(try planned(mode, pair.value))
        }
        guard !modes.isEmpty else { throw value.expected("at least one means of travel") }
        return modes
    }

    private static func planned(_ mode: TravelMode, _ value: YAMLValue) throws(YAMLFault) -> PlannedMode {
        if (try? value.pairs()) == nil { return PlannedMode(mode: mode, share: try value.share()) }
        return try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlannedMode in
            PlannedMode(
                mode: mode, share: try fields.require("share").share(),
                party: try fields.take("party")?.number(in: 1...500))
        }
    }
}
