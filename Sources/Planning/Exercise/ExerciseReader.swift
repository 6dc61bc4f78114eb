import Foundation
import Situation
import StrictYAML

/// Reads exercise files (`kind: exercise`, `version: 1`); the format is described in docs/exercises.md.
public enum ExerciseReader {
    /// What came of reading a file.
    public typealias Outcome = PlanReading<ExercisePlan>

    /// The exercise in `file`.
    ///
    /// - Throws: the first fault; ``read(text:file:)`` gives them all.
    public static func load(_ file: URL) throws(YAMLFault) -> ExercisePlan {
        try read(text: try PlanFile.text(of: file), file: file.lastPathComponent).whole(of: file)
    }

    /// Everything in the text of a file: a value of the wrong form is noted, and the others are still read.
    ///
    /// - Parameter file: the name that faults and findings give.
    public static func read(text: String, file: String) -> Outcome {
        Outcome(text: text, file: file, kind: "exercise", version: 1, exercise)
    }

    private static func exercise(
        _ form: inout YAMLForm, _ faults: YAMLFaults, _ source: PlanSource
    ) -> ExercisePlan {
        ExercisePlan(
            id: form.value("id", or: "") { try $0.name() },
            name: form.value("name", or: PlanText([:])) { try $0.planText() },
            purpose: form.value("purpose", or: PlanText([:])) { try $0.planText() },
            notes: form.value("notes", or: PlanText([:])) { try $0.planText() },
            scenario: form.value("scenario", or: "") { try $0.name() },
            seed: form.optional("seed") { UInt64(try $0.integer(in: 0...Int.max)) },
            playFrom: form.value("play_from", or: .zero) { try $0.span() },
            length: form.value("length", or: .hours(1)) { try $0.lasting() },
            history: form.optional("history") { try $0.span() } ?? .zero,
            speed: form.value("speed", or: 1) { try $0.integer(in: ExercisePlan.speeds) },
            stations: form.list("stations") { station($0, faults) },
            objectives: form.list("objectives") { objective($0, faults) },
            injects: form.list("injects") { inject($0, faults) },
            agencies: form.optional("agencies") { agencies($0, faults) } ?? .illustrative,
            delays: form.optional("delays") { delays($0, faults) } ?? .illustrative,
            evaluation: form.list("evaluation") { criterion($0, faults) },
            stops: form.list("stops") { stop($0, faults) },
            source: source)
    }

    private static func station(_ value: YAMLValue, _ faults: YAMLFaults) -> ExerciseStation {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ExerciseStation(
            id: form.value("id", or: "") { try $0.name() },
            name: form.value("name", or: PlanText([:])) { try $0.planText() },
            seat: form.value("seat", or: "") { try $0.name() },
            role: form.value("role", or: .dutyOfficer) { try $0.oneOf(Role.self) },
            regions: form.optional("regions") { try $0.identifiers() } ?? [],
            sections: form.optional("sections") { try $0.identifiers() } ?? [],
            staff: form.optional("staff") { try $0.integer(in: 1...100) } ?? 1)
    }

    private static func objective(_ value: YAMLValue, _ faults: YAMLFaults) -> ExerciseObjective {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        return ExerciseObjective(
            id: form.value("id", or: "") { try $0.name() },
            text: form.value("text", or: PlanText([:])) { try $0.planText() })
    }

    private static func stop(_ value: YAMLValue, _ faults: YAMLFaults) -> StopRule? {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let id = form.value("id", or: "") { try $0.filledText() }
        let then = form.value("then", or: StopRule.Consequence.pause) {
            try $0.oneOf(StopRule.Consequence.self)
        }
        let text = form.value("text", or: PlanText([:])) { try $0.planText() }
        guard let (key, written) = form.choice(["when", "wall_clock"]) else { return nil }
        let occasion: StopRule.Occasion =
            key == "when"
            ? .state(faults.reading(written, or: []) { try $0.conditions() })
            : .wallClock(faults.reading(written, or: .hours(1)) { try $0.lasting() })
        return StopRule(id: id, when: occasion, then: then, text: text)
    }
}

// MARK: - How the world answers

extension ExerciseReader {
    private static func agencies(_ value: YAMLValue, _ faults: YAMLFaults) -> AgencyPlay {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let standard = AgencyPlay.illustrative
        let played = form.optional("played") { (value: YAMLValue) throws -> AgencyPlay.Played in
            (try? value.text()) == "all" ? .all : .only(try value.agencies())
        }
        let usual = manner(&form, standard.usual)
        var particular: [AgencyKey: AgencyManner] = [:]
        for value in form.list("particular", { $0 }) {
            var form = YAMLForm(value, faults)
            let agency: AgencyKey = form.value("agency", or: "") { try $0.name() }
            if particular[agency] != nil { faults.note(value.fault(.repeatedKey(agency.rawValue))) }
            particular[agency] = manner(&form, usual)
            form.finish()
        }
        return AgencyPlay(played: played ?? standard.played, usual: usual, particular: particular)
    }

    private static func manner(_ form: inout YAMLForm, _ usual: AgencyManner) -> AgencyManner {
        AgencyManner(
            acceptance: form.optional("acceptance") { try $0.timeDistribution() } ?? usual.acceptance,
            work: form.optional("work") { try $0.timeDistribution() } ?? usual.work,
            refusals: form.optional("refusals") { try $0.share() } ?? usual.refusals)
    }

    private static func delays(_ value: YAMLValue, _ faults: YAMLFaults) -> ActDelays {
        var form = YAMLForm(value, faults)
        defer { form.finish() }
        let standard = ActDelays.illustrative
        func delay(_ key: String, _ usual: Span) -> Span { form.optional(key) { try $0.span() } ?? usual }
        return ActDelays(
            lanes: delay("lanes", standard.lanes), posts: delay("posts", standard.posts),
            desks: delay("desks", standard.desks), buses: delay("buses", standard.buses),
            reserveBeds: delay("reserve_beds", standard.reserveBeds),
            divert: delay("divert", standard.divert), askRegion: delay("ask_region", standard.askRegion))
    }
}

// MARK: - Small values

extension YAMLForm {
    /// The one of `keys` that says which of several things this is, and its value; that none is there is noted. A
    /// second one is left untaken, and so is a fault.
    mutating func choice(_ keys: [String]) -> (key: String, value: YAMLValue)? {
        for key in keys {
            if let value = take(key) { return (key, value) }
        }
        faults.note(whole.fault(.expected("one of " + keys.joined(separator: ", "), found: "none")))
        return nil
    }
}

extension YAMLValue {
    /// Text with something in it.
    func filledText() throws(YAMLFault) -> String {
        let written = try text()
        guard !written.allSatisfy(\.isWhitespace) else { throw expected("text") }
        return written
    }

    /// An identifier that is not empty.
    func name<ID: Identifier>(_: ID.Type = ID.self) throws(YAMLFault) -> ID { ID(try filledText()) }

    /// A length of time that is longer than nothing.
    func lasting() throws(YAMLFault) -> Span {
        let span = try span()
        guard span > .zero else { throw expected("a length of time longer than nothing") }
        return span
    }
}

extension PlanReading<ExercisePlan> {
    /// The exercise; `nil` when there is any fault.
    public var exercise: ExercisePlan? { plan }
}
