import Language
import Store

extension StoreError: Sayable {
    /// What happened to the journal, and what to do.
    public var phrase: Phrase {
        switch self {
        case .missing(let path): Phrase("store.missing", ["path": .text(path)])
        case .notAJournal(let path, let reason):
            Phrase("store.not-a-journal", ["path": .text(path), "reason": .text(reason)])
        case .refused(let path, let reason):
            Phrase("store.refused", ["path": .text(path), "reason": .text(reason)])
        case .wrongNature(let path, _, let found):
            Phrase("store.wrong-nature.\(found.rawValue)", ["path": .text(path)])
        case .notDurable(let path, let level):
            Phrase("store.not-durable", ["path": .text(path), "level": .number(level)])
        case .knownInFuture(let known, let now):
            Phrase("store.known-in-future", ["known": .text(known.iso8601), "now": .text(now.iso8601)])
        case .damaged(let id, let reason):
            Phrase("store.damaged", ["entry": .text(id.description), "reason": .text(reason)])
        case .noSuchEntry(let id): Phrase("store.no-such-entry", ["entry": .text(id.description)])
        case .overtaken(let thread, let entry):
            Phrase(
                "store.overtaken",
                ["thread": .text(thread.rawValue), "entry": .text(entry?.description ?? "–")])
        case .badStationName(let name): Phrase("store.bad-station", ["name": .text(name)])
        }
    }
}

extension Verification.Fault {
    /// What is broken, and where.
    var phrase: Phrase {
        let place = entry?.description ?? "–"
        return switch kind {
        case .header: Phrase("store.fault.header")
        case .envelope: Phrase("store.fault.envelope", ["entry": .text(place)])
        case .number(let expected):
            Phrase("store.fault.number", ["entry": .text(place), "expected": .text(String(expected))])
        case .link: Phrase("store.fault.link", ["entry": .text(place)])
        case .hash: Phrase("store.fault.hash", ["entry": .text(place)])
        case .body(let reason): Phrase("store.fault.body", ["entry": .text(place), "reason": .text(reason)])
        case .derived: Phrase("store.fault.derived", ["entry": .text(place)])
        case .snapshot: Phrase("store.fault.snapshot")
        case .file(let words): Phrase("store.fault.file", ["reason": .text(words)])
        case .missingHash(let hash): Phrase("store.fault.missing-hash", ["hash": .text(hash.description)])
        }
    }
}
