import Yams

/// One value of a YAML file that knows its file, line and path, and reads itself strictly: a wrong type, an
/// unknown key or a missing one is a ``YAMLFault`` that names the place.
///
/// `YAMLDecoder` passes over unknown keys and gives no lines, so values are read from the composed nodes.
public struct YAMLValue {
    let node: Node
    let file: String
    /// The way from the top of the file to this value.
    public let path: String

    /// Parses `text`, which must hold one YAML document.
    ///
    /// - Parameter file: the name that faults give.
    /// - Throws: ``YAMLFault`` when the text is no YAML or empty.
    public init(parsing text: String, file: String) throws(YAMLFault) {
        do {
            // Scalars are read by their own words below, so the parser need not guess at their types.
            guard let node = try Yams.compose(yaml: text, .basic) else {
                throw YAMLFault(file: file, line: 1, path: "", problem: .syntax("empty file"))
            }
            // Aliases of aliases multiply: ten lines can mean billions of values. Without an alias none can.
            guard !text.utf8.contains(UInt8(ascii: "*")) || node.count(upTo: Self.mostValues) else {
                throw YAMLFault(
                    file: file, line: nil, path: "", problem: .syntax("aliases make too many values"))
            }
            self.init(node: node, file: file, path: "")
        } catch let fault as YAMLFault {
            throw fault
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw YAMLFault(file: file, line: mark.line, path: "", problem: .syntax(problem))
        } catch {
            throw YAMLFault(file: file, line: nil, path: "", problem: .syntax("\(error)"))
        }
    }

    private static let mostValues = 1_000_000

    init(node: Node, file: String, path: String) {
        self.node = node
        self.file = file
        self.path = path
    }

    /// The line of the file this value begins on, 1 for the first.
    public var line: Int? { node.mark?.line }

    /// A fault at this value.
    public func fault(_ problem: YAMLFault.Problem) -> YAMLFault {
        YAMLFault(file: file, line: line, path: path, problem: problem)
    }

    /// A fault at this value: `form` was expected.
    public func expected(_ form: String) -> YAMLFault {
        fault(.expected(form, found: foundWords))
    }

    /// Whether this is an explicit null or an empty plain value.
    public var isNull: Bool { node.null != nil }

    private var foundWords: String {
        switch node {
        case .scalar(let scalar): "'\(scalar.string)'"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}

// MARK: - Scalars

extension YAMLValue {
    /// Any scalar's text, as written.
    public func text() throws(YAMLFault) -> String {
        guard case .scalar(let scalar) = node, !isNull else { throw expected("text") }
        return scalar.string
    }

    /// A whole number.
    public func integer() throws(YAMLFault) -> Int {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
            let value = Int(scalar.string)
        else { throw expected("a whole number") }
        return value
    }

    /// A whole number inside `range`.
    public func integer(in range: ClosedRange<Int>) throws(YAMLFault) -> Int {
        let value = try integer()
        guard range.contains(value) else {
            throw expected("a whole number \(range.lowerBound)–\(range.upperBound)")
        }
        return value
    }

    /// A number with or without a decimal point.
    public func number() throws(YAMLFault) -> Double {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
            let value = Double(scalar.string), value.isFinite
        else { throw expected("a number") }
        return value
    }

    /// `true` or `false`.
    public func bool() throws(YAMLFault) -> Bool {
        switch try? text() {
        case "true": return true
        case "false": return false
        default: throw expected("true or false")
        }
    }

    /// One of the named cases of `type`.
    public func oneOf<Case: RawRepresentable & CaseIterable>(_ type: Case.Type) throws(YAMLFault) -> Case
    where Case.RawValue == String {
        if let written = try? text(), let value = Case(rawValue: written) { return value }
        throw expected("one of " + type.allCases.map(\.rawValue).joined(separator: ", "))
    }
}

// MARK: - Collections

extension YAMLValue {
    /// The values of a list, in order.
    public func list() throws(YAMLFault) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else { throw expected("a list") }
        return sequence.enumerated().map { index, node in
            YAMLValue(node: node, file: file, path: "\(path)[\(index)]")
        }
    }

    /// Each value of a list as `read` makes it.
    public func list<Element>(
        _ read: (YAMLValue) throws(YAMLFault) -> Element
    ) throws(YAMLFault) -> [Element] {
        var elements: [Element] = []
        for value in try list() { elements.append(try read(value)) }
        return elements
    }

    /// The pairs of a mapping whose keys are data (years, languages), in the file's order.
    public func pairs() throws(YAMLFault) -> [(key: String, value: YAMLValue)] {
        guard case .mapping(let mapping) = node else { throw expected("a mapping") }
        var seen: Set<String> = []
        var pairs: [(key: String, value: YAMLValue)] = []
        for (keyNode, valueNode) in mapping {
            let key = YAMLValue(node: keyNode, file: file, path: path)
            let name = try key.text()
            guard seen.insert(name).inserted else { throw key.fault(.repeatedKey(name)) }
            pairs.append(
                (name, YAMLValue(node: valueNode, file: file, path: path.isEmpty ? name : "\(path).\(name)")))
        }
        return pairs
    }

    /// The pairs of a mapping, with every key that is no text or is given twice noted and left out; `nil`, and
    /// noted, when this is no mapping.
    func pairs(noting faults: YAMLFaults) -> [(key: String, value: YAMLValue)]? {
        guard case .mapping(let mapping) = node else {
            faults.note(expected("a mapping"))
            return nil
        }
        var seen: Set<String> = []
        var pairs: [(key: String, value: YAMLValue)] = []
        for (keyNode, valueNode) in mapping {
            let key = YAMLValue(node: keyNode, file: file, path: path)
            guard let name = try? key.text() else {
                faults.note(key.expected("text as a key"))
                continue
            }
            guard seen.insert(name).inserted else {
                faults.note(key.fault(.repeatedKey(name)))
                continue
            }
            pairs.append(
                (name, YAMLValue(node: valueNode, file: file, path: path.isEmpty ? name : "\(path).\(name)")))
        }
        return pairs
    }

    /// Reads a mapping with a fixed set of keys: `read` takes what it knows from the ``YAMLFields``, and any
    /// key it did not ask for is a fault.
    public func mapping<Result>(
        _ read: (inout YAMLFields) throws(YAMLFault) -> Result
    ) throws(YAMLFault) -> Result {
        var fields = YAMLFields(owner: self, pairs: try pairs())
        let result = try read(&fields)
        if let leftover = fields.leftovers.first { throw leftover.value.fault(.unknownKey(leftover.key)) }
        return result
    }

    /// Checks the `kind:` and `version:` that head every file of ours and reads the rest.
    public func document<Result>(
        kind: String, version: Int, _ read: (inout YAMLFields) throws(YAMLFault) -> Result
    ) throws(YAMLFault) -> Result {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Result in
            let foundKind = try fields.require("kind")
            guard try foundKind.text() == kind else {
                throw foundKind.fault(.wrongKind(expected: kind, found: try foundKind.text()))
            }
            let foundVersion = try fields.require("version")
            guard try foundVersion.integer() == version else {
                throw foundVersion.expected("version \(version)")
            }
            return try read(&fields)
        }
    }
}

/// The keys of one mapping, taken one by one so that what nobody took can be named.
public struct YAMLFields {
    let owner: YAMLValue
    private var untaken: [(key: String, value: YAMLValue)]

    init(owner: YAMLValue, pairs: [(key: String, value: YAMLValue)]) {
        self.owner = owner
        untaken = pairs
    }

    /// Keys that no reader took, in the file's order.
    var leftovers: [(key: String, value: YAMLValue)] { untaken }

    /// The value of `key`, or `nil` when the key is absent or null.
    public mutating func take(_ key: String) -> YAMLValue? {
        guard let index = untaken.firstIndex(where: { $0.key == key }) else { return nil }
        let value = untaken.remove(at: index).value
        return value.isNull ? nil : value
    }

    /// The value of `key`.
    ///
    /// - Throws: ``YAMLFault`` when it is absent or null.
    public mutating func require(_ key: String) throws(YAMLFault) -> YAMLValue {
        guard let value = take(key) else { throw owner.fault(.missingKey(key)) }
        return value
    }

    /// Takes `key` and does nothing with it: for remarks that are there for readers of the file.
    public mutating func pass(_ key: String) { _ = take(key) }

    /// The mapping these keys belong to, to raise faults about the whole.
    public var whole: YAMLValue { owner }
}

extension Node {
    /// Whether this holds at most `limit` values, itself and the keys counted; stops counting there.
    fileprivate func count(upTo limit: Int) -> Bool {
        var left = limit
        var open = [self]
        while let node = open.popLast() {
            left -= 1
            guard left >= 0 else { return false }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping { open += [key, value] }
            case .sequence(let sequence): open += sequence
            case .scalar, .alias: break
            }
        }
        return true
    }
}
