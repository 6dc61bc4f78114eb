import Foundation
import Testing

@testable import Readiness

@Suite struct `Readiness compared and stored` {
    private func row(_ place: String, missing: Double, scenario: String = "a") -> ReadinessRow {
        let outcome = ReadinessOutcome(
            share: missing > 0 ? 1 : 0, hours: missing > 0 ? .init(p10: 1, p50: 2, p90: 3) : nil, demand: 10,
            needed: 10 + missing, missing: missing)
        return ReadinessRow(
            scenario: scenario, agency: "LEB", infrastructure: .shelters, place: place, resource: .beds,
            capacity: 10, reserve: 5, basis: [ReadinessBasis(.illustrative)], asItStands: outcome,
            withReserves: outcome)
    }

    private func table(
        _ rows: [ReadinessRow], seed: UInt64 = 1, digest: String = "d", reference: String = "r",
        scenarios: [String] = ["a"]
    ) -> ReadinessTable {
        ReadinessTable(
            made: "2026-01-01T00:00:00+05:00", inputs: .init(reference: reference, journal: nil),
            scenarios: scenarios.map {
                .init(id: $0, digest: digest, seed: seed, replications: 20, replicationsAsked: 20, hours: 72)
            }, rows: rows)
    }

    @Test func `the same twice has no change and no other circumstance`() {
        let table = table([row("KZ-27", missing: 4)])
        let comparison = ReadinessComparison(from: table, to: table)
        #expect(comparison.changes.isEmpty)
        #expect(comparison.circumstances.isEmpty)
        #expect(comparison.isSameLuck)
    }

    @Test func `changed, new and vanished rows are told apart`() {
        let before = table([row("KZ-27", missing: 4), row("KZ-15", missing: 0), row("KZ-10", missing: 1)])
        let now = table([row("KZ-27", missing: 2), row("KZ-15", missing: 0), row("KZ-59", missing: 3)])
        #expect(
            ReadinessComparison(from: before, to: now).changes == [
                .changed(from: row("KZ-27", missing: 4), to: row("KZ-27", missing: 2)),
                .appeared(row("KZ-59", missing: 3)), .gone(row("KZ-10", missing: 1)),
            ])
    }

    @Test func `what was not the same is said, and other luck is not taken for a change of readiness`() {
        let before = table([row("KZ-27", missing: 4)])
        let other = table([row("KZ-27", missing: 4)], seed: 2, digest: "e", reference: "s")
        let comparison = ReadinessComparison(from: before, to: other)
        #expect(comparison.circumstances == [.reference, .scenario("a"), .luck("a")])
        #expect(!comparison.isSameLuck)
    }

    @Test func `scenarios of one table only are named and not compared`() {
        let before = table(
            [row("KZ-27", missing: 4), row("KZ-27", missing: 9, scenario: "b")], scenarios: ["a", "b"])
        let now = table(
            [row("KZ-27", missing: 4), row("KZ-27", missing: 9, scenario: "c")], scenarios: ["a", "c"])
        let comparison = ReadinessComparison(from: before, to: now)
        #expect(comparison.changes.isEmpty)
        #expect(comparison.onlyBefore == ["b"])
        #expect(comparison.onlyNow == ["c"])
    }

    @Test func `files of another kind, a later form or with a part missing say what is wrong`() throws {
        func fault(_ text: String) -> ReadinessFileFault? {
            do throws(ReadinessFileFault) {
                _ = try ReadinessFile.table(Data(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        #expect(fault("{}") == .noReadiness)
        #expect(fault("no json") == .noReadiness)
        #expect(fault(#"{"kind":"simulation","version":1}"#) == .noReadiness)
        #expect(fault(#"{"kind":"readiness","version":2}"#) == .otherVersion(2, known: 1))
        #expect(fault(#"{"kind":"readiness","version":1}"#) == .damaged(path: "made"))
        let whole = String(
            decoding: try ReadinessFile.data(table([row("KZ-27", missing: 4)])), as: UTF8.self)
        #expect(fault(whole) == nil)
        #expect(
            fault(whole.replacingOccurrences(of: #""share" : 1"#, with: #""share" : "x""#))
                == .damaged(path: "rows.0.asItStands.share"))
    }

    @Test func `what a row says in a word`() {
        func state(_ share: Double, _ missing: Double?, needed: Double? = 1) -> ReadinessOutcome.State {
            ReadinessOutcome(share: share, hours: nil, demand: nil, needed: needed, missing: missing).state
        }
        #expect(state(0.5, 0) == .givesOut)
        #expect(state(0.49, 0) == .mayGiveOut)
        #expect(state(0, 1) == .tight)
        #expect(state(0, 0) == .holds)
        #expect(state(0, nil) == .unknown)
        #expect(state(0, nil, needed: nil) == .holds)
    }
}
