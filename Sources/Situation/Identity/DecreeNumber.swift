/// A number by which the decree names one of its things; stored as that number.
public protocol DecreeNumber: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    var value: Int { get }
    /// `nil` for a number the decree does not give.
    init?(_ value: Int)
    /// The numbers the decree gives.
    static var range: ClosedRange<Int> { get }
}

extension DecreeNumber {
    public var description: String { String(value) }

    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    /// - Throws: `DecodingError` for a number the decree does not give.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(Int.self)
        guard let number = Self(value) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "\(value) is no \(Self.self): \(Self.range.lowerBound) to \(Self.range.upperBound)")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
