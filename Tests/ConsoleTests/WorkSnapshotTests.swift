import Language
import Situation
import Terminal
import Testing

@testable import Console

/// The screens of a night with work on it, held against what a person read and found right.
@Suite struct WorkSnapshotTests {
    @Test("every screen of the work looks as it was read", arguments: WorkScreen.all, Size.sizes)
    func screens(_ screen: WorkScreen, _ size: Size) throws {
        try SnapshotTests.hold(named: "work/\(screen.name)-\(size.name)") { language in
            var sitting = try WorkNight.sitting(size, language: language, handover: screen.isHandover)
            try screen.open(&sitting)
            return sitting.lines
        }
    }

    @Test("no screen of the work lacks a word", arguments: WorkScreen.all, Language.allCases)
    func words(_ screen: WorkScreen, _ language: Language) throws {
        var sitting = try WorkNight.sitting(
            Size(columns: 200, rows: 60), language: language, handover: screen.isHandover)
        try screen.open(&sitting)
        #expect(!sitting.text.contains("⟨"))
        #expect(!sitting.text.contains("{"))
    }
}

/// One screen of the work and the way to it.
struct WorkScreen: Sendable, CustomStringConvertible {
    let name: String
    var isHandover = false
    let open: @Sendable (inout Sitting) throws -> Void

    var description: String { name }

    static let all = [
        WorkScreen(name: "tasks") { $0.press(.character("W")) },
        WorkScreen(name: "tasks-by-phase") { $0.press(.character("W"), .character("r"), .character("r")) },
        WorkScreen(name: "task") { $0.model.navigation.show(.task(WorkNight.telling)) },
        WorkScreen(name: "task-asylum") { sitting in
            sitting.model.navigation.show(.task(WorkNight.asking))
            sitting.press(.character("v"))
        },
        WorkScreen(name: "task-message") { sitting in
            sitting.model.navigation.show(.task(WorkNight.telling))
            sitting.press(.character("M"))
        },
        WorkScreen(name: "playbooks") { $0.press(.character("5")) },
        WorkScreen(name: "playbook") { $0.press(.character("5"), .enter) },
        WorkScreen(name: "desk") { $0.press(.character("9")) },
        WorkScreen(name: "contradiction") { $0.press(.character("9"), .enter) },
        WorkScreen(name: "settle") { $0.press(.character("9"), .character("f")) },
        WorkScreen(name: "shift") { $0.press(.character("w")) },
        WorkScreen(name: "handover", isHandover: true) { $0.press(.character("w"), .down) },
        WorkScreen(name: "log") { $0.press(.character("8")) },
        WorkScreen(name: "telephone") { sitting in
            sitting.model.navigation.show(.checkpoint("syrym"))
            sitting.press(.character("t"), .enter)
        },
    ]
}
