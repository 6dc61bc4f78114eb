import Briefing
import Foundation
import Language
import Store

/// Holds a pack against the journal it says it was made from.
struct BriefProof {
    private let surroundings: Surroundings
    private let journal: Journal

    init(_ surroundings: Surroundings, _ journal: Journal) {
        self.surroundings = surroundings
        self.journal = journal
    }

    /// Proves the pack in a file: the journal is the one it names, is whole, held as many entries with that hash, and
    /// the pack made again from there is the same byte for byte.
    ///
    /// - Throws: a ``Failure`` that says what does not hold.
    func prove(file: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        guard let text = String(data: bytes, encoding: .utf8), let seal = PackSeal(in: text),
            let language = Language(rawValue: seal.language)
        else { throw failure("no-seal", ["file": .text(file)]) }
        try provePosition(of: seal)
        let maker = try BriefMaker(try Surroundings(language: language), journal)
        let again = Data(try maker.brief(seal).written().utf8)
        if again != bytes {
            guard seal.program == ProgramVersion.current else {
                throw failure(
                    "program", ["pack": .text(seal.program), "program": .text(ProgramVersion.current)])
            }
            throw failure("bytes")
        }
        say("bytes-hold")
    }

    private func provePosition(of seal: PackSeal) throws {
        guard seal.journal == journal.header.id else {
            throw failure("journal", ["pack": .text(seal.journal), "journal": .text(journal.header.id)])
        }
        guard let held = try journal.hash(after: seal.entries) else {
            throw failure(
                "position",
                ["held": .number(try journal.entryCount()), "entries": .number(seal.entries)])
        }
        guard held.description == seal.hash else {
            throw failure(
                "hash",
                [
                    "entries": .number(seal.entries), "held": .text(held.description),
                    "hash": .text(seal.hash),
                ])
        }
        // The stored hash proves nothing while the chain before it is not walked.
        if let fault = try journal.verify(expecting: held).fault {
            throw failure("chain", ["fault": .text(surroundings.catalog.say(fault.phrase))])
        }
        say("position-holds", ["entries": .number(seal.entries), "hash": .text(seal.hash)])
    }

    private func say(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) {
        Output.result(surroundings.catalog.say("brief.cli.prove.\(key)", arguments))
    }

    private func failure(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> Failure {
        Failure.found(surroundings.catalog.say("brief.cli.prove.\(key)", arguments))
    }
}
