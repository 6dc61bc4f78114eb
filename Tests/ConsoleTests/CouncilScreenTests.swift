import Council
import Language
import Reference
import Situation
import Support
import Terminal
import Testing

@testable import Console

/// Indicators and measures as the council reads them.
@Suite struct CouncilScreenTests {
    @Test("the council's screens look as they were read", arguments: ["8", "14", "list"], Size.sizes)
    func indicators(_ name: String, _ size: Size) throws {
        try SnapshotTests.hold(named: "council/indicator-\(name)-\(size.name)") { language in
            var sitting = try CouncilCase.sitting(language: language, size: size)
            sitting.press(.character("4"))
            if let number = Int(name).flatMap({ IndicatorNumber($0) }) {
                sitting.model.navigation.show(.indicator(number))
                sitting.press(.redrawKey)
            }
            return sitting.lines
        }
    }

    @Test(
        "the measures' screens look as they were read", arguments: ["1", "4", "9", "31", "list"], Size.sizes)
    func measures(_ name: String, _ size: Size) throws {
        try SnapshotTests.hold(named: "council/measure-\(name)-\(size.name)") { language in
            var sitting = try CouncilCase.sitting(language: language, size: size)
            sitting.press(.character("4"), .character("M"))
            if let number = Int(name).flatMap({ MeasureNumber($0) }) {
                sitting.model.navigation.show(.measure(number))
                sitting.press(.redrawKey)
            }
            return sitting.lines
        }
    }

    @Test("a count of the year that five months make up is not called missed")
    func monthlyFlow() throws {
        // Indicator 8's target for 2026 is 4 649 in both tables; 2 000 in five months so far, 12 × 400 = 4 800 by the year's end.
        var sitting = try CouncilCase.sitting(language: .en, size: Size(columns: 120, rows: 60))
        sitting.press(.character("4"))
        sitting.model.navigation.show(.indicator(try #require(IndicatorNumber(8))))
        #expect(!sitting.text.contains("missed"))
        #expect(sitting.text.contains("not met so far"))
        #expect(sitting.text.contains("covers 5 of 12 months"))
        #expect(sitting.text.contains("4800"))
        #expect(sitting.text.contains("reachable at the present rate"))
    }

    @Test(
        "all 73 measures are listed, the overdue first, in every layout of the keyboard",
        arguments: ["M", "Ь"])
    func list(_ key: String) throws {
        var sitting = try CouncilCase.sitting(language: .en, size: Size(columns: 120, rows: 40))
        sitting.press(.character("4"), .character(try #require(key.first)))
        #expect(sitting.model.view.destination == .tab(.measures))
        #expect(sitting.items.count == 73)
        let board = try #require(sitting.model.council?.board)
        let overdue = board.overdue.map { ItemID.measure($0.id) }
        #expect(!overdue.isEmpty)
        #expect(Array(sitting.items.prefix(overdue.count)) == overdue)
    }

    @Test("keys narrow the list by state, direction and lead agency, and give it back")
    func narrowing() throws {
        var sitting = try CouncilCase.sitting(language: .en, size: Size(columns: 120, rows: 40))
        sitting.press(.character("4"), .character("M"), .character("v"))
        let tables = try #require(sitting.model.policy.tables)
        func standing(_ item: ItemID) throws -> MeasureStanding {
            guard case .destination(.measure(let number)) = item else { throw Missing() }
            return try #require(sitting.model.council?.board.standing(of: number))
        }
        #expect(try sitting.items.allSatisfy { try standing($0).phase == .overdue })
        for _ in MeasurePhase.allCases { sitting.press(.character("v")) }
        #expect(sitting.items.count == 73)
        sitting.press(.character("r"))
        #expect(sitting.items.count == tables.measures.count { $0.direction == 1 })
        for _ in tables.directions { sitting.press(.character("r")) }
        #expect(sitting.items.count == 73)
        let lead = try #require(try sitting.selected.map { try standing($0).measure.lead } ?? nil)
        sitting.press(.character("f"))
        #expect(
            sitting.items.count
                == tables.measures.count { $0.responsible.contains { $0.agency == lead } })
        sitting.press(.character("f"))
        #expect(sitting.items.count == 73)
    }

    @Test("from an indicator's page the list shows the measures under it")
    func underIndicator() throws {
        var sitting = try CouncilCase.sitting(language: .en, size: Size(columns: 120, rows: 40))
        sitting.press(.character("4"))
        let number = try #require(IndicatorNumber(14))
        sitting.model.navigation.show(.indicator(number))
        sitting.press(.character("M"))
        let tables = try #require(sitting.model.policy.tables)
        #expect(sitting.items.count == tables.measures(under: number).count)
        sitting.press(.enter)
        #expect(sitting.model.view.destination.tab == .measures)
    }

    private struct Missing: Error {}
}

extension Key {
    /// A key that changes nothing but fits the view anew.
    fileprivate static let redrawKey = Key.control("l")
}
