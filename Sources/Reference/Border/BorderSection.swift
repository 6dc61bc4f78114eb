import Situation

/// A stretch of the border with one neighbour, and the posts on it. Air posts lie on no stretch and have a
/// section of their own.
public struct BorderSection: Hashable, Sendable, Identifiable {
    /// Such as `ru-west`.
    public let id: SectionID
    /// Such as "Russia, west".
    public let name: LocalName
    /// The country beyond; `nil` for the air posts.
    public let neighbour: Neighbour?
    /// The regions it runs along; empty for the air posts.
    public let regions: [RegionCode]

    /// Whether it is a stretch on the ground and not the gathering of the air posts.
    public var isOnLand: Bool { neighbour != nil }
}
