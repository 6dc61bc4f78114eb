/// Faults as they are found, so that one does not hide the next.
///
/// Readers that stop at the first fault throw; readers of files that a person is writing note what they find
/// here and go on.
public final class YAMLFaults {
    /// In the order in which they were found.
    public private(set) var all: [YAMLFault] = []

    /// None so far.
    public init() {}

    /// Notes one more.
    public func note(_ fault: YAMLFault) { all.append(fault) }

    /// What `read` makes of `value`; when it throws, the fault is noted and `placeholder` stands in. Nothing
    /// that holds a placeholder may be used: whoever reads looks at ``all`` in the end.
    public func reading<Result>(
        _ value: YAMLValue, or placeholder: Result, _ read: (YAMLValue) throws -> Result
    ) -> Result {
        do {
            return try read(value)
        } catch let fault as YAMLFault {
            note(fault)
        } catch {
            note(value.fault(.syntax("\(error)")))
        }
        return placeholder
    }
}

/// The keys of one mapping, read one by one; what is wrong with one is noted, and the others are still read.
public struct YAMLForm {
    /// The mapping itself.
    public let whole: YAMLValue
    /// Where faults are noted.
    public let faults: YAMLFaults
    private let isMapping: Bool
    private var untaken: [(key: String, value: YAMLValue)] = []

    /// A form of `value`; that it is no mapping, or gives a key twice, is noted.
    public init(_ value: YAMLValue, _ faults: YAMLFaults) {
        whole = value
        self.faults = faults
        guard let pairs = value.pairs(noting: faults) else {
            isMapping = false
            return
        }
        isMapping = true
        untaken = pairs
    }

    /// The value of `key`, or `nil` when the key is absent or null.
    public mutating func take(_ key: String) -> YAMLValue? {
        guard let index = untaken.firstIndex(where: { $0.key == key }) else { return nil }
        let value = untaken.remove(at: index).value
        return value.isNull ? nil : value
    }

    /// The value of `key`; that it is absent is noted.
    public mutating func demand(_ key: String) -> YAMLValue? {
        if let value = take(key) { return value }
        // A value that is no mapping has been complained of already.
        if isMapping { faults.note(whole.fault(.missingKey(key))) }
        return nil
    }

    /// What `read` makes of the value of `key`, which has to be there.
    public mutating func value<Result>(
        _ key: String, or placeholder: Result, _ read: (YAMLValue) throws -> Result
    ) -> Result {
        guard let value = demand(key) else { return placeholder }
        return faults.reading(value, or: placeholder, read)
    }

    /// What `read` makes of the value of `key`; `nil` when it is absent or faulty.
    public mutating func optional<Result>(_ key: String, _ read: (YAMLValue) throws -> Result) -> Result? {
        guard let value = take(key) else { return nil }
        return faults.reading(value, or: nil) { (value: YAMLValue) throws -> Result? in try read(value) }
    }

    /// What `read` makes of each element of the list at `key`; none when the key is absent.
    public mutating func list<Element>(
        _ key: String, _ read: (YAMLValue) throws -> Element?
    ) -> [Element] {
        guard let value = take(key) else { return [] }
        return faults.reading(value, or: []) { try $0.list() }
            .compactMap { element in faults.reading(element, or: nil, read) }
    }

    /// Notes every key that nobody took. Call it last.
    public func finish() {
        for (key, value) in untaken { faults.note(value.fault(.unknownKey(key))) }
    }

    /// Checks the `kind:` and `version:` that head every file of ours.
    ///
    /// - Returns: whether the rest can be read.
    public mutating func hasHead(kind: String, version: Int) -> Bool {
        let before = faults.all.count
        if let found = demand("kind"), (try? found.text()) != kind {
            faults.note(found.fault(.wrongKind(expected: kind, found: (try? found.text()) ?? "?")))
        }
        if let found = demand("version"), (try? found.integer()) != version {
            faults.note(found.expected("version \(version)"))
        }
        return faults.all.count == before
    }
}
