import Foundation
import Situation
import Store
import Support
import Testing

/// The duty officer's work in a real terminal: a shift from its beginning to the next one, and two consoles at once.
@Suite(.serialized)
struct WholeShiftTests {
    private static let patience = 60.0
    /// Kazakhstan's evening before a bad night.
    private static let evening = Instant(year: 2026, month: 11, day: 22, hour: 20)

    private func opened(_ program: Program, _ shift: ShiftJournal, as person: String) throws -> TerminalTmux {
        let terminal = try TerminalTmux(
            columns: 120, rows: 40,
            environment: program.environment.merging(["AHUAL_PERSON": person]) { $1 })
        try terminal.run("\(program.path) console --journal \(shift.path)")
        try terminal.wait(for: "Russia, west", seconds: Self.patience)
        return terminal
    }

    /// Signs on with the form's own proposals: the account at the keyboard, as duty officer.
    private func signOn(_ terminal: TerminalTmux, as person: String) throws {
        try terminal.press("w")
        try terminal.wait(for: "Nobody has signed on", seconds: Self.patience)
        try terminal.press("i")
        try terminal.wait(for: "Sign on")
        try terminal.press("Enter")
        try terminal.wait(for: "\(person), duty officer", seconds: Self.patience)
    }

    /// Fills in the one field a form waits for, and sends it.
    private func fill(_ terminal: TerminalTmux, _ form: String, _ words: String) throws {
        try terminal.wait(for: form, seconds: Self.patience)
        try terminal.type(words)
        try terminal.press("Enter")
        try terminal.wait(for: "done, it is in the journal", seconds: Self.patience)
    }

    /// Lets an hour pass, and the console see it before the next: rules ask for how long something has been so.
    private func live(_ shift: ShiftJournal, _ hour: ShiftJournal.Hour, at terminal: TerminalTmux) throws {
        try shift.pass(hours: 1, hour)
        let clock = CivilTime(shift.now)
        let hour = clock.hour < 10 ? "0\(clock.hour)" : "\(clock.hour)"
        try terminal.wait(for: "\(hour):00 ▌", seconds: Self.patience)
        // One look around takes less.
        usleep(700_000)
    }

    private static let bad = ShiftJournal.Hour(
        flow: { $0.region == "KZ-27" ? 6 : $0.section == "ru-west" ? 4 : 1 },
        wait: { $0.section == "ru-west" ? 420 : 15 }, taken: { $0.region == "KZ-27" ? 0.93 : 0.3 })

    @Test(.timeLimit(.minutes(10)))
    func `a whole shift, from signing on to a handover that the next officer accepts item by item`() throws {
        let program = try Program()
        let shift = try ShiftJournal(in: program, from: Self.evening - .days(9))
        try shift.pass(hours: 9 * 24)
        let first = try opened(program, shift, as: "amanova")
        try signOn(first, as: "amanova")

        // Three bad hours: alarms, a level and a playbook are proposed.
        for _ in 0..<3 { try live(shift, Self.bad, at: first) }
        try first.press("D")
        try first.wait(for: "Long wait at the post", seconds: Self.patience)
        try first.wait(for: "Mass influx", seconds: Self.patience)
        // The worst one: shown, then acknowledged by the same key.
        try first.press("a")
        try first.wait(for: "Next step", seconds: Self.patience)
        try first.press("a")
        try first.wait(for: "done, it is in the journal", seconds: Self.patience)

        // A flood of more than sixty in one hour, grouped and not dropped.
        let flood = ShiftJournal.Hour(flow: { _ in 4 }, wait: { _ in 420 }, taken: { _ in 0.99 })
        for _ in 0..<2 { try live(shift, flood, at: first) }
        try first.press("D")
        try first.wait(for: "FLOOD", seconds: Self.patience)
        let raised = try alarms(shift)
        #expect(raised >= 60)
        try live(shift, Self.bad, at: first)

        // The level of the section, and the playbook.
        try first.press("1")
        try first.wait(for: "BORDER SECTIONS", seconds: Self.patience)
        try first.press("g", "Enter", "c")
        try fill(first, "Decide", "six times the usual")
        try first.wait(for: "six times the usual", seconds: Self.patience)
        // From the list of what waits for a decision straight to the one for this section.
        try first.press("D", "/")
        try first.type("mass influx russia, west")
        try first.press("Enter", "g", "Enter")
        try first.wait(for: "Mass influx, Russia, west", seconds: Self.patience)
        try first.press("b")
        try fill(first, "Start playbook", "posts confirm it")
        try first.wait(for: "started by amanova", seconds: Self.patience)

        // A task, a line of the log, a contradiction settled.
        try first.press("W")
        try first.wait(for: "open", seconds: Self.patience)
        try first.press("c")
        try first.wait(for: "accepted", seconds: Self.patience)
        try first.press("n")
        try first.type("Сырым: халық көп, су жеткізілді")
        try first.press("Enter")
        try first.press("8")
        try first.wait(for: "су жеткізілді", seconds: Self.patience)
        try contradict(shift)
        try first.press("9")
        try first.wait(for: "OPEN", seconds: Self.patience)
        try first.press("g", "b")
        try fill(first, "Both figures stand", "buses are counted apart")
        try first.wait(for: "both stand", seconds: Self.patience)

        for _ in 0..<6 { try live(shift, ShiftJournal.Hour(), at: first) }
        try handOver(first, program, shift)

        // The chain is whole, and the acts of both are in it.
        let verified = try program.run("journal", "verify", "--journal", shift.path)
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
        let log = try program.run("log", "--journal", shift.path, "--last", "400")
        #expect(log.output.contains("amanova") && log.output.contains("berik"))
    }

    /// How many alarms were raised in the last hour.
    private func alarms(_ shift: ShiftJournal) throws -> Int {
        var filter = EntryFilter()
        filter.kinds = [FactKind.alarm.rawValue]
        filter.from = shift.now - .hours(1)
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while true {
            let count = try shift.journal.entries(filter).count { stored in
                guard case .alarm(let event) = stored.entry.fact else { return false }
                if case .raised = event.change { return true } else { return false }
            }
            if count >= 60 || Date() > deadline { return count }
            usleep(100_000)
        }
    }

    /// One source states less for the region than its posts add up to.
    private func contradict(_ shift: ShiftJournal) throws {
        let end = shift.now
        let day = try #require(Period(from: end - .hours(24), to: end))
        try shift.say(
            .statedTotal(StatedTotal(area: .region("KZ-27"), direction: .in, persons: Persons(1200))),
            about: .period(day), source: "akimat")
    }

    private func handOver(_ first: TerminalTmux, _ program: Program, _ shift: ShiftJournal) throws {
        try first.press("w")
        try first.wait(for: "To hand over", seconds: Self.patience)
        try first.press("b")
        try fill(first, "Begin handover", "berik")
        try first.wait(for: "HANDOVER to berik", seconds: Self.patience)

        let second = try opened(program, shift, as: "berik")
        try second.press("w")
        try second.wait(for: "HANDOVER to berik", seconds: Self.patience)
        // Closing is refused while an item is open; one goes back with a question.
        try second.press("d")
        try second.wait(for: "not accepted yet", seconds: Self.patience)
        try second.press("g", "u")
        try fill(second, "Return with a question", "who was told")
        try second.wait(for: "QUESTION", seconds: Self.patience)
        try first.wait(for: "QUESTION", seconds: Self.patience)
        try first.press("g", "v")
        try fill(first, "Answer", "the akimat, at 21:10")
        try second.wait(for: "answered", seconds: Self.patience)
        // Each item by name.
        try second.press("g")
        while let open = try shift.openItems(), open > 0 {
            try second.press("c")
            let deadline = Date(timeIntervalSinceNow: Self.patience)
            while try shift.openItems() == open, Date() < deadline { usleep(50_000) }
        }
        try second.press("d")
        try second.wait(for: "berik, duty officer", seconds: Self.patience)
        // The next shift sees what the last one wrote.
        try second.press("8")
        try second.press("/")
        try second.type("су жеткізілді")
        try second.press("Enter")
        try second.wait(for: "су жеткізілді", seconds: Self.patience)
    }

    @Test(.timeLimit(.minutes(5)))
    func `two consoles act on one alarm: one outcome, both told, nothing lost`() throws {
        let program = try Program()
        let shift = try ShiftJournal(in: program, from: Self.evening - .days(3))
        try shift.pass(hours: 3 * 24)
        let consoles = try [opened(program, shift, as: "amanova"), opened(program, shift, as: "amanova")]
        for _ in 0..<2 { try live(shift, Self.bad, at: consoles[0]) }
        try signOn(consoles[0], as: "amanova")
        for console in consoles {
            try console.press("D")
            try console.wait(for: "Long wait at the post", seconds: Self.patience)
            try console.press("a")
            try console.wait(for: "Next step", seconds: Self.patience)
        }
        // As close together as two people can be.
        try consoles[0].press("a")
        try consoles[1].press("a")
        try consoles[0].wait(for: "cknowledged", seconds: Self.patience)
        try consoles[1].wait(for: "cknowledged", seconds: Self.patience)
        var filter = EntryFilter()
        filter.kinds = [FactKind.alarm.rawValue]
        let acknowledged = try shift.journal.entries(filter).compactMap { stored -> AlarmID? in
            guard case .alarm(let event) = stored.entry.fact, case .acknowledged = event.change else {
                return nil
            }
            return event.alarm
        }
        #expect(acknowledged.count == Set(acknowledged).count && !acknowledged.isEmpty)
        let verified = try program.run("journal", "verify", "--journal", shift.path)
        #expect(verified.code == 0)
    }
}
