/// A value to plan with that says where it comes from, so that an illustrative one is never taken for a fact.
public struct Planned<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// Whether nobody stated the value: it is of a sensible size and stands until a report replaces it.
    public let isIllustrative: Bool
    /// Who stated the value, or how an illustrative one was chosen.
    public let source: String

    /// A value with its origin.
    public init(_ value: Value, isIllustrative: Bool, source: String) {
        self.value = value
        self.isIllustrative = isIllustrative
        self.source = source
    }
}
