import ArgumentParser
import Feeds
import Foundation
import Language
import Situation
import Store

/// `ahual watch DIR`: takes in what is dropped into a directory.
struct WatchCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "watch", abstract: Help.text("cli.watch.abstract"),
            discussion: Help.text("cli.watch.discussion"))
    }

    @OptionGroup var language: LanguageOptions
    @OptionGroup var journal: JournalOptions

    @Flag(help: ArgumentHelp(Help.text("cli.watch.once")))
    var once = false

    @Argument(help: ArgumentHelp(Help.text("cli.watch.directory"), valueName: "dir"))
    var directory: String

    func run() async throws {
        let surroundings = try language.surroundings()
        try surroundings.telling {
            let journal = try surroundings.journal(journal.path, making: true)
            let changes = try DirectoryChanges(directory)
            let box = DropBox(directory, surroundings: surroundings, journal: journal)
            let isAllGood = try box.takeAll()
            if once {
                if !isAllGood { throw Failure.silent }
                return
            }
            Output.problem(surroundings.catalog.say("cli.watch.waiting", ["path": .text(directory)]))
            while true {
                changes.wait()
                _ = try box.takeAll()
            }
        }
    }
}

/// A directory that feeds are dropped into: each file is taken in and moved to `done`, or to `refused` when
/// nothing of it could be read. Bad rows of a file are written beside it.
private struct DropBox {
    private let directory: String
    private let surroundings: Surroundings
    private let journal: Journal

    init(_ directory: String, surroundings: Surroundings, journal: Journal) {
        self.directory = directory
        self.surroundings = surroundings
        self.journal = journal
    }

    /// Takes in every file that is finished.
    ///
    /// - Returns: whether every row of every file was good.
    func takeAll() throws -> Bool {
        var isAllGood = true
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        for name in names where !name.hasPrefix(".") && !name.hasSuffix(".part") && !name.hasSuffix("~") {
            let path = "\(directory)/\(name)"
            // The end of its own writing will wake us again.
            guard FeedFile.isRegular(path), !FeedFile.isOpenForWriting(path, now: Date()) else { continue }
            isAllGood = try take(name, path: path) && isAllGood
        }
        return isAllGood
    }

    private func take(_ name: String, path: String) throws -> Bool {
        var faults: [String] = []
        var isTaken = false
        do {
            let outcome = try FeedFileImport(surroundings, journal: journal).run(path) { fault in
                faults.append(FaultLine.text(fault, file: name, catalog: surroundings.catalog))
            }
            isTaken = outcome.faults < outcome.rows || outcome.takenBefore != nil || outcome.rows == 0
            Output.result("\(name): \(surroundings.catalog.say(ImportWords.phrase(outcome, surroundings)))")
            ClockWarning.tell(behind: outcome.clockBehind, surroundings)
        } catch let fault as FeedFault {
            faults = [surroundings.catalog.say(fault.phrase)]
        }
        for line in faults { Output.problem(line) }
        let place = try move(path, name: name, to: isTaken ? "done" : "refused")
        if !faults.isEmpty {
            let text = faults.map(Output.visible).joined(separator: "\n") + "\n"
            try text.write(toFile: place + ".faults", atomically: true, encoding: .utf8)
        }
        return faults.isEmpty
    }

    /// Moves the file without ever covering another of the same name.
    private func move(_ path: String, name: String, to folder: String) throws -> String {
        let target = "\(directory)/\(folder)"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        var place = "\(target)/\(name)"
        var number = 1
        while FileManager.default.fileExists(atPath: place) {
            place = "\(target)/\(name).\(number)"
            number += 1
        }
        try FileManager.default.moveItem(atPath: path, toPath: place)
        return place
    }
}
