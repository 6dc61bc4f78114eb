import Drill
import Language
import Situation
import Terminal
import Testing

@testable import Console

/// The screens of exercises and orders, held against what a person read and found right.
@Suite struct DrillSnapshotTests {
    @Test("every screen of an exercise looks as it was read", arguments: DrillScreen.all, Size.sizes)
    func screens(_ screen: DrillScreen, _ size: Size) throws {
        try SnapshotTests.hold(named: "drill/\(screen.name)-\(size.name)") { language in
            var sitting = try DrillNight.sitting(size, language: language, directs: screen.isDirectors)
            try screen.open(&sitting)
            return sitting.lines
        }
    }

    @Test("no screen of an exercise lacks a word", arguments: DrillScreen.all, Language.allCases)
    func words(_ screen: DrillScreen, _ language: Language) throws {
        var sitting = try DrillNight.sitting(
            Size(columns: 200, rows: 60), language: language, directs: screen.isDirectors)
        try screen.open(&sitting)
        #expect(!sitting.text.contains("⟨"))
        #expect(!sitting.text.contains("{"))
    }

    @Test(
        "the first and the last line carry the exercise word at any size", arguments: DrillScreen.all,
        Language.allCases)
    func frame(_ screen: DrillScreen, _ language: Language) throws {
        let word = try Shipped.catalog(language).say("program.exercise")
        var sitting = try DrillNight.sitting(language: language, directs: screen.isDirectors)
        try screen.open(&sitting)
        for size in [(200, 60), (120, 40), (80, 24), (60, 16), (40, 10), (30, 3)] {
            sitting.resize(size.0, size.1)
            let frame = sitting.frame
            for row in [0, size.1 - 1] {
                let framed = frame.row(row).filter { $0.style.role == .exercise }.map(\.text).joined()
                #expect(framed.contains(word), "\(size) line \(row): \(frame.lines[row])")
            }
        }
    }

    @Test("every screen of an exercise stands any size", arguments: DrillScreen.all)
    func anySize(_ screen: DrillScreen) throws {
        var sitting = try DrillNight.sitting(directs: screen.isDirectors)
        try screen.open(&sitting)
        for columns in [0, 1, 20, 59, 60, 79, 109, 110, 149, 150, 169, 170, 300] {
            for rows in [0, 1, 5, 15, 16, 17, 39, 40, 70] {
                sitting.resize(columns, rows)
                #expect(sitting.frame.size == Size(columns: columns, rows: rows))
            }
        }
    }
}

/// One screen of an exercise and the way to it.
struct DrillScreen: Sendable, CustomStringConvertible {
    let name: String
    var isDirectors = false
    let open: @Sendable (inout Sitting) throws -> Void

    var description: String { name }

    static let all = trainees + directors

    private static let trainees = [
        DrillScreen(name: "banner") { _ in },
        DrillScreen(name: "injects") { $0.press(.character("I")) },
        DrillScreen(name: "inject") { $0.press(.character("I"), .enter) },
        DrillScreen(name: "over") { sitting in
            sitting.tell(.pictureArrived(try DrillNight.update(sitting) { $0.turn(.end) }))
        },
        DrillScreen(name: "real") { sitting in
            sitting.tell(.pictureArrived(try DrillNight.update(sitting) { $0.turn(.realEmergency) }))
        },
        DrillScreen(name: "live-alarm") { sitting in
            let since = try #require(sitting.model.now)
            sitting.tell(.liveAlarm(LiveAlarm(priority: .critical, place: "aksai", since: since)))
            sitting.press(.character("?"))
        },
        DrillScreen(name: "orders") { $0.press(.character("W"), .tab) },
        DrillScreen(name: "order") { $0.press(.character("W"), .tab, .enter) },
        DrillScreen(name: "orders-of-post") { $0.model.navigation.show(.checkpoint("syrym")) },
        DrillScreen(name: "order-what") { sitting in
            sitting.model.navigation.show(.checkpoint("syrym"))
            sitting.press(.character("o"), .down)
        },
        DrillScreen(name: "order-divert") { sitting in
            sitting.model.navigation.show(.checkpoint("syrym"))
            sitting.press(.character("o"), .down, .enter)
        },
    ]

    private static func director(_ name: String, _ keys: Key...) -> DrillScreen {
        DrillScreen(name: "director-\(name)", isDirectors: true) { sitting in
            for key in [.character("X")] + keys { sitting.press(key) }
        }
    }

    private static let directors = [
        director("events", .down, .down), director("inject", .down, .down, .enter),
        director("expected", .tab), director("waiting", .tab, .tab),
        director("truth", .tab, .tab, .tab), director("objectives", .tab, .tab, .tab, .tab),
        director("observations", .backTab, .backTab), director("branches", .backTab),
        director("help", .character("?")), director("invent", .character("i")),
        director("end", .character("Z")), director("real", .character("R")),
        director("rewind", .character("U")), director("world", .character("z")),
        director("rate", .tab, .tab, .tab, .tab, .character("c")),
    ]
}
