import ArgumentParser
import Drill
import Exercise
import Foundation
import Language
import Planning
import Reference
import Situation
import Store
import Synchronization
import Watch

/// `ahual drill`: starts an exercise, joins one, or looks at one that was played.
struct DrillCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drill", abstract: Help.text("cli.drill.abstract"),
            discussion: Help.text("cli.drill.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var screen: ScreenOptionGroup

    @Option(help: ArgumentHelp(Help.text("cli.drill.join"), valueName: "journal"))
    var join: String?

    @Option(help: ArgumentHelp(Help.text("cli.drill.station"), valueName: "name"))
    var station: String?

    @Option(help: ArgumentHelp(Help.text("cli.drill.replay"), valueName: "journal"))
    var replay: String?

    @Flag(help: ArgumentHelp(Help.text("cli.drill.best")))
    var best = false

    @Option(help: ArgumentHelp(Help.text("cli.drill.journal"), valueName: "file"))
    var journal: String?

    @Argument(help: ArgumentHelp(Help.text("cli.drill.file"), valueName: "file"))
    var file: String?

    func run() async throws {
        let surroundings = try language.surroundings()
        try await surroundings.telling {
            let drill = DrillSession(surroundings, screen: screen)
            switch (file, join, replay) {
            case (let file?, nil, nil) where best: try await drill.findBest(file)
            case (let file?, nil, nil): try await drill.begin(file, at: journal)
            case (nil, let join?, nil): try await drill.join(join, as: station)
            case (nil, nil, let replay?): try drill.replay(replay)
            default: throw Failure.wrongUse(surroundings.catalog.say("cli.drill.which"))
            }
        }
    }
}

/// What `ahual drill` does.
struct DrillSession {
    let surroundings: Surroundings
    private let screen: ScreenOptionGroup

    init(_ surroundings: Surroundings, screen: ScreenOptionGroup) {
        self.surroundings = surroundings
        self.screen = screen
    }

    /// Begins an exercise and opens the director's console.
    func begin(_ name: String, at path: String?) async throws {
        let (plan, opening) = try opening(of: name)
        let stamp = surroundings.now().iso8601.filter(\.isNumber).prefix(14)
        let folder = surroundings.folders.exercises
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = ExerciseFiles(journal: path ?? "\(folder)/\(plan.id)-\(stamp).ahual")
        let opened = try OpenedExercise.create(
            files, opening, id: UUID().uuidString, station: try surroundings.station(),
            reference: try surroundings.files.reference(), words: words)
        guard Output.outputIsTerminal, Output.inputIsTerminal else {
            Output.result(files.journal)
            return
        }
        try await open(opened.journal, files, station: nil, directs: true)
    }

    /// An exercise and what a record of it begins with.
    func opening(of name: String) throws -> (plan: ExercisePlan, opening: DirectorRecordFile.Opening) {
        let (text, plan) = try ExerciseShelf(surroundings).load(name)
        let scenario = try ScenarioShelf(surroundings).text(of: plan.scenario.rawValue)
        let opening = DirectorRecordFile.Opening(
            journal: "", exercise: text, exerciseFile: "\(plan.id).yaml", scenario: scenario,
            scenarioFile: "\(plan.scenario).yaml")
        return (plan, opening)
    }

    /// Joins an exercise: as a station, or as its director.
    func join(_ path: String, as station: String?) async throws {
        var files = ExerciseFiles(journal: path)
        var journal = try Journal.open(
            files.journal, station: try surroundings.station(), expecting: .exercise)
        // Where the exercise went on in another file, that is the one to join.
        while let branch = try journal.picture().picture.exercise.branch {
            files = files.beside(branch.file)
            journal = try Journal.open(files.journal, station: journal.station, expecting: .exercise)
        }
        try await open(journal, files, station: station, directs: station == nil)
    }

    private func open(
        _ journal: Journal, _ files: ExerciseFiles, station: String?, directs: Bool
    ) async throws {
        if directs, !FileManager.default.isReadableFile(atPath: files.record) {
            throw Failure.found(
                surroundings.catalog.say("cli.drill.no-record", ["path": .text(files.record)]))
        }
        let seats = ExerciseClockReading(contentsOf: files.clock)?.seats ?? [:]
        if let station, !seats.isEmpty, seats[station] == nil {
            throw Failure.wrongUse(
                surroundings.catalog.say(
                    "cli.drill.no-station",
                    [
                        "name": .text(station),
                        "names": .text(seats.keys.sorted().joined(separator: ", ")),
                    ]))
        }
        let member = ExerciseMember(files, directs: directs, means: try means())
        let drill = DrillSeat(member: member, files: files, station: station, directs: directs)
        let seat = directs ? "director" : station.map { seats[$0] ?? SeatName($0) } ?? "duty-officer"
        try await ConsoleSession(surroundings, screen: screen)
            .run(journal, at: .now, drill: drill, seat: seat)
    }

    private func means() throws -> ExerciseMember.Means {
        let (surroundings, began) = (surroundings, ContinuousClock.now)
        let reference = try surroundings.files.reference()
        return ExerciseMember.Means(
            station: try surroundings.station(), reference: reference, words: words,
            plans: ExercisePlans(
                watch: WatchPlans(
                    playbooks: try surroundings.files.playbooks().playbooks,
                    alarmRules: try surroundings.files.alarmRules().rules(by: reference),
                    levels: try surroundings.files.levels()),
                places: reference.places, targets: reference.targets),
            elapsed: { ContinuousClock.now - began }, wall: { surroundings.now() })
    }

    /// What agencies that are played say, in the reader's language.
    private var words: ExerciseStage.AgencyWords {
        var names: [AgencyKey: [String: String]] = [:]
        for agency in (try? surroundings.files.policy())?.agencies ?? [] {
            names[agency.id] = ["kk": agency.name.kk, "ru": agency.name.ru, "en": agency.name.en]
        }
        return ExerciseStage.AgencyWords(
            refusal: surroundings.catalog.say("exercise.agency.refusal"),
            report: surroundings.catalog.say("exercise.agency.report"), names: names)
    }

    /// Plays a journal's exercise again and says whether it comes out the same.
    func replay(_ path: String) throws {
        let files = ExerciseFiles(journal: path)
        let journal = try Journal.openForReading(files.journal)
        guard journal.header.nature == .exercise else {
            throw StoreError.wrongNature(path: path, expected: .exercise, found: journal.header.nature)
        }
        if let fault = try journal.verify().fault {
            throw Failure.found(
                surroundings.catalog.say("cli.drill.replay-damaged", ["reason": .text("\(fault)")]))
        }
        let record = try PublishedRecord(in: journal, orBeside: files)
        let stage = try record.opening.stage(try surroundings.files.reference())
        let replay = try JournalReplay(journal, stage: stage, record: record.entries)
        let made = replay.reproduction
        let arguments: [String: Phrase.Argument] = [
            "found": .number(made.found), "head": .text(made.head.description),
            "entry": .text(made.difference?.description ?? "–"), "surplus": .number(made.surplus),
        ]
        guard made.isExact else {
            throw Failure.found(surroundings.catalog.say("cli.drill.replay-differs", arguments))
        }
        Output.result(surroundings.catalog.say("cli.drill.replay-same", arguments))
    }
}
