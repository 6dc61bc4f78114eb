/// Where a figure comes from: enough to lead an officer from any number on a screen to its journal entry.
public struct Provenance: Hashable, Sendable {
    public let entry: EntryID
    public let source: SourceID
    /// When it became known.
    public let known: Instant
    public let confidence: Confidence

    public init(entry: EntryID, source: SourceID, known: Instant, confidence: Confidence) {
        self.entry = entry
        self.source = source
        self.known = known
        self.confidence = confidence
    }

    init(_ entry: Entry) {
        self.init(
            entry: entry.id, source: entry.source, known: entry.known.instant,
            confidence: entry.confidence)
    }
}

/// Something said about a moment or a period, with where it comes from.
public struct Statement<Body: Hashable & Sendable>: Hashable, Sendable {
    public let body: Body
    public let about: About
    public let provenance: Provenance

    public init(_ body: Body, about: About, provenance: Provenance) {
        self.body = body
        self.about = about
        self.provenance = provenance
    }

    init(_ body: Body, of entry: Entry) {
        self.init(body, about: entry.about, provenance: Provenance(entry))
    }

    /// The last moment spoken of: what the figure's age is counted from.
    public var at: Instant { about.end }
}

extension Array {
    /// Keeps the list in order of the times spoken of and, among equals, in fold order. The later word of the
    /// same source on the same series and time stands in place of its earlier one, which is returned.
    @discardableResult
    mutating func insertByTime<Body>(
        _ statement: Statement<Body>, sameSeries: (Body, Body) -> Bool
    ) -> Statement<Body>? where Element == Statement<Body> {
        var place = endIndex
        while place > 0, self[place - 1].at > statement.at { place -= 1 }
        var equal = place
        var replaced: Statement<Body>?
        while equal > 0, self[equal - 1].at == statement.at {
            equal -= 1
            if self[equal].about == statement.about,
                self[equal].provenance.source == statement.provenance.source,
                sameSeries(self[equal].body, statement.body)
            {
                replaced = remove(at: equal)
                place -= 1
                break
            }
        }
        insert(statement, at: place)
        return replaced
    }
}

/// What was said about one thing over time, ordered by the time it speaks of.
///
/// A newer statement about an older time takes its place in the past and changes nothing about now.
public struct Timeline<Body: Hashable & Sendable>: Hashable, Sendable {
    /// Oldest first.
    public private(set) var statements: [Statement<Body>]

    public init(_ statements: [Statement<Body>] = []) { self.statements = statements }

    /// The statement about the latest time.
    public var latest: Statement<Body>? { statements.last }

    /// The statement that held at `instant`.
    public func statement(at instant: Instant) -> Statement<Body>? {
        statements.last { $0.at <= instant }
    }

    /// The latest statement that says anything of `field`, and what it says.
    public func latest<Value: Hashable & Sendable>(_ field: (Body) -> Value?) -> Figure<Value>? {
        for statement in statements.reversed() {
            if let value = field(statement.body) {
                return Figure(value, .stated(at: statement.at, statement.provenance))
            }
        }
        return nil
    }

    /// Adds a statement. One of the same source about the same time stands in place of the earlier one, which is
    /// returned.
    @discardableResult
    mutating func insert(
        _ statement: Statement<Body>, sameSeries: (Body, Body) -> Bool = { _, _ in true }
    ) -> Statement<Body>? {
        statements.insertByTime(statement, sameSeries: sameSeries)
    }

    /// The same without the statements of `entries`.
    public func passingOver(_ entries: Set<EntryID>) -> Timeline {
        // What is not touched keeps its storage, so that comparing it with an earlier copy costs nothing.
        guard statements.contains(where: { entries.contains($0.provenance.entry) }) else { return self }
        return Timeline(statements.filter { !entries.contains($0.provenance.entry) })
    }

    /// Drops what speaks of times before `instant`, but never the last statement left.
    mutating func drop(before instant: Instant) {
        guard let first = statements.first, first.at < instant, statements.count > 1 else { return }
        let keep = statements.firstIndex { $0.at >= instant } ?? statements.endIndex - 1
        statements.removeFirst(keep)
    }

    /// Keeps the newest `count` statements.
    mutating func limit(to count: Int) {
        if statements.count > count { statements.removeFirst(statements.count - count) }
    }
}
