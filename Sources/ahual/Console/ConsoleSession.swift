import Console
import Dispatch
import Foundation
import Language
import Planning
import Reference
import Situation
import Store
import Terminal

/// One opening of the console: makes its context and its host, runs it, and says how it ended.
struct ConsoleSession {
    private let surroundings: Surroundings
    private let screen: ScreenOptionGroup

    init(_ surroundings: Surroundings, screen: ScreenOptionGroup) {
        self.surroundings = surroundings
        self.screen = screen
    }

    @MainActor
    func run(
        _ journal: Journal, at moment: PictureMoment, exercise: Demonstration? = nil, drill: DrillSeat? = nil,
        seat: SeatName = "duty-officer"
    ) async throws {
        let maker = try ContextMaker(surroundings, screen: screen, drill: drill, seat: seat)
        let host = JournalHost(
            surroundings, maker: maker, journal: journal, moment: moment, exercise: exercise,
            drill: drill, seat: seat)
        let program: ConsoleProgram
        do {
            program = try ConsoleProgram(
                context: maker.context(of: journal, at: moment),
                options: screen.options(surroundings.environment),
                host: host)
        } catch let error as TerminalError {
            let reason = surroundings.catalog.say("cli.terminal.\(error.name)")
            throw Failure.wrongUse(
                surroundings.catalog.say("cli.console.no-terminal", ["reason": .text(reason)]))
        }
        host.start { program.send($0) }
        let end = await program.run()
        await host.stop()
        if case .signal(let number) = end, number != SIGINT { throw Failure(message: "", code: 128 + number) }
    }
}

extension TerminalError {
    /// The name its words have in the catalogs.
    fileprivate var name: String {
        switch self {
        case .notATerminal: "not-a-terminal"
        case .noTerminalName: "no-name"
        case .tooSimple: "too-simple"
        case .unknownTerminal: "unknown"
        case .refused: "refused"
        }
    }
}

/// Makes what the screens know beside the picture: what the first screen needs at once, the rest after it.
struct ContextMaker: Sendable {
    private let surroundings: Surroundings
    let reference: Reference
    private let usesBell: Bool
    private let usesTitle: Bool
    let isReadOnly: Bool
    private let drill: DrillSeat?
    private let seat: SeatName

    init(
        _ surroundings: Surroundings, screen: ScreenOptionGroup, drill: DrillSeat? = nil,
        seat: SeatName = "duty-officer"
    ) throws {
        self.drill = drill
        self.seat = seat
        self.surroundings = surroundings
        reference = try surroundings.files.reference()
        usesBell = !screen.noBell
        usesTitle = !screen.noTitle
        isReadOnly = screen.readOnly
    }

    func context(of journal: Journal, at moment: PictureMoment) -> ConsoleContext {
        // Of a moment still to come, such as the end of today, no more is known than now.
        let wall = surroundings.now()
        let present = (try? journal.now(wall: wall)) ?? wall
        return ConsoleContext(
            reference: reference, places: reference.places, targets: reference.targets,
            playbooks: [], catalogs: [surroundings.catalog],
            language: surroundings.language, author: surroundings.person, seat: seat,
            journal: JournalFacts(
                nature: journal.header.nature, path: journal.path, scenario: journal.header.scenario,
                id: journal.header.id, isReadOnly: isReadOnly),
            past: PastMoment(
                asKnownAt: moment.asKnownAt.map { min($0, present) },
                asRecordedAt: moment.asRecordedAt.map { min($0, present) }),
            usesBell: usesBell, usesTitle: usesTitle,
            restoredDraft: (try? String(
                contentsOfFile: surroundings.folders.draft(for: journal.header.id), encoding: .utf8)) ?? "",
            restoredForm: FileManager.default.contents(
                atPath: surroundings.folders.form(for: journal.header.id)
            )
            .flatMap { try? JSONDecoder().decode(SavedForm.self, from: $0) },
            station: drill?.station, directs: drill?.directs ?? false)
    }

    // What the first screen can do without. Each takes some tens of milliseconds: call it off the main actor.

    func playbooks() throws -> PlaybookFolder { try surroundings.files.playbooks() }
    func levels() throws -> ImpactLevels { try surroundings.files.levels() }
    func alarmRules() throws -> AlarmRuleFolder { try surroundings.files.alarmRules() }
    func contacts() throws -> Contacts { try surroundings.files.contacts() }

    func otherCatalogs() throws -> [Catalog] {
        try Language.allCases.filter { $0 != surroundings.language }.map {
            try surroundings.files.catalog($0)
        }
    }
}
