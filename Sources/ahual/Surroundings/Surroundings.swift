import Foundation
import Language
import Reference
import Situation
import Store
import StrictYAML
import Wording

/// What every command works with: the clock, the words, the files and folders, and who is at the keyboard.
struct Surroundings: Sendable {
    let environment: [String: String]
    let language: Language
    let catalog: Catalog
    /// Found once: a program that is replaced while it runs keeps the files it started with.
    let files: Files
    private let clock = SteadyClock()

    init(language: Language?) throws {
        environment = ProcessInfo.processInfo.environment
        self.language = language ?? LanguageChoice.language(arguments: [], environment: environment)
        files = Files(environment: environment)
        if let known = Help.catalog, known.language == self.language {
            catalog = known
        } else {
            catalog = try files.catalog(self.language)
        }
    }

    var folders: UserFolders { UserFolders(environment: environment) }
    var speech: Speech { Speech(catalog) }

    /// The wall clock, as far as it can be believed.
    func now() -> Instant { clock.now() }

    /// How far the wall clock has jumped since the program started; `nil` when it runs as it should.
    var clockJump: Span? { clock.jump() }

    /// The Unix account at the keyboard.
    var person: PersonName {
        let name = environment["AHUAL_PERSON"] ?? NSUserName()
        return PersonName(name.isEmpty ? "?" : name)
    }

    /// This machine's chain.
    func station() throws(StoreError) -> StationID {
        try StationFolder(path: folders.state).station { UInt64.random(in: .min ... .max) }
    }

    /// Opens a journal.
    ///
    /// - Parameters:
    ///   - path: `nil` for the live journal of the user's data folder.
    ///   - making: whether to make a live journal where there is none.
    func journal(_ path: String?, making: Bool) throws(StoreError) -> Journal {
        let path = path ?? folders.journal
        let station = try station()
        guard making else { return try Journal.open(path, station: station) }
        if FileManager.default.fileExists(atPath: path) { return try Journal.open(path, station: station) }
        return try Journal.openOrCreate(
            path, station: station,
            header: JournalHeader(id: UUID().uuidString, nature: .live, created: now()))
    }

    /// Runs `work` and tells its errors in the reader's language.
    func telling<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw told(error)
        }
    }

    /// Likewise for work that waits.
    func telling<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch {
            throw told(error)
        }
    }

    /// The error as a message for a person.
    func told(_ error: any Error) -> any Error {
        switch error {
        case let failure as Failure: failure
        case let error as any Sayable: Failure.found(catalog.say(error.phrase))
        case let error as StoreError: Failure.found(catalog.say(error.phrase))
        case let fault as ResourceFault: Failure.found("\(fault)")
        case let fault as YAMLFault: Failure.found(fault.description)
        default: error
        }
    }
}
