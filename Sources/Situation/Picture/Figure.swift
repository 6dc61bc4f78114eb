/// A number for a screen, which always knows what it rests on.
public struct Figure<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let basis: Basis

    public init(_ value: Value, _ basis: Basis) {
        self.value = value
        self.basis = basis
    }

    /// Whether the value is a planning value that no source gave, to be marked wherever it is shown.
    public var isIllustrative: Bool { basis == .illustrative }
}

/// What a figure rests on.
public enum Basis: Hashable, Sendable {
    /// Somebody said it, about a time that ended at `at`.
    case stated(at: Instant, Provenance)
    /// A planning value of the reference data that no source gives.
    case illustrative
    /// A value of the reference data that a source gives.
    case reference
    /// Worked out from other figures, the oldest of which speaks of `oldest`.
    case computed(oldest: Instant)

    /// The time the figure speaks of, where it has one.
    public var at: Instant? {
        switch self {
        case .stated(let at, _): at
        case .computed(let oldest): oldest
        case .illustrative, .reference: nil
        }
    }
}
