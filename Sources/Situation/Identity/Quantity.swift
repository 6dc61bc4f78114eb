/// A count of one kind of thing. Quantities of different kinds cannot be added to one another.
public protocol Quantity: Hashable, Comparable, Codable, Sendable, AdditiveArithmetic,
    ExpressibleByIntegerLiteral, CustomStringConvertible
where IntegerLiteralType == Int {
    /// How many.
    var count: Int { get }
    init(_ count: Int)
}

extension Quantity {
    public init(integerLiteral count: Int) { self.init(count) }
    public static var zero: Self { Self(0) }
    public static func + (left: Self, right: Self) -> Self { Self(left.count + right.count) }
    public static func - (left: Self, right: Self) -> Self { Self(left.count - right.count) }
    public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
    public var description: String { String(count) }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

/// A number of people. Crossings are counted in persons too, but a crossing is not a person.
public struct Persons: Quantity {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

/// A number of vehicles.
public struct Vehicles: Quantity {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

/// A number of places to sleep.
public struct Beds: Quantity {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

/// A length of time in whole minutes.
public struct Minutes: Quantity {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

/// A number of lanes of a checkpoint.
public struct Lanes: Quantity {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}
