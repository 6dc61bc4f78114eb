/// An alarm rule by its name in the rule files, such as `post-wait`.
public struct AlarmRuleID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One alarm: a rule at one place or thing. It has one life at a time and is never in two states.
public struct AlarmID: Hashable, Comparable, Sendable {
    public let rule: AlarmRuleID
    /// The post, section, region, shelter, source or task it is about, by its id; `KZ` for the country.
    public let subject: String

    public init(rule: AlarmRuleID, subject: String) {
        self.rule = rule
        self.subject = subject
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.rule, left.subject) < (right.rule, right.subject)
    }
}

extension AlarmID: TextCoded {
    /// Reads the written form `rule/subject`.
    public init?(_ description: String) {
        guard let slash = description.firstIndex(of: "/"), slash > description.startIndex else { return nil }
        self.init(
            rule: AlarmRuleID(String(description[..<slash])),
            subject: String(description[description.index(after: slash)...]))
    }

    public var description: String { "\(rule)/\(subject)" }
}

/// How soon an alarm wants an answer (ISA-18.2; most alarms should be low).
public enum AlarmPriority: String, CaseIterable, Codable, Comparable, Sendable {
    case low, medium, high, critical

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
