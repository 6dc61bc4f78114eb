import Situation

/// What is known of a post's rebuilding. The decree wants ten posts rebuilt and does not name them: which
/// they are is data.
public struct Modernisation: Hashable, Sendable {
    /// The programme lists the post stands on; a post can be on several or none.
    public let programmes: [Programme]
    /// How far the works are.
    public let status: Status
    /// The first day of the works, `2025-08-04`, or as much of it as is known, `2025`.
    public let from: String?
    /// The day of completion planned or reached, or as much of it as is known.
    public let until: String?
    /// Lanes of both directions before and after, where stated.
    public let lanes: Change?
    /// Passport booths before and after, where stated.
    public let booths: Change?
    /// What the sources say, in their words.
    public let note: String?

    /// A published list of posts to rebuild.
    public enum Programme: String, CaseIterable, Sendable {
        /// The first six posts that were designed.
        case firstSix = "first-six"
        /// The next five, named by the road operator in 2025.
        case nextFive2025 = "next-five-2025"
    }

    /// How far the rebuilding has come.
    public enum Status: String, CaseIterable, Sendable {
        /// Nothing is known of any plan.
        case notReported = "not-reported"
        /// On a programme list.
        case listed
        case underWorks = "under-works"
        case completed
    }

    /// A number before the works and after them.
    public struct Change: Hashable, Sendable {
        /// The number before.
        public let before: Int
        /// The number after.
        public let after: Int
    }

    /// Whether the post stands on a programme list.
    public var isInProgramme: Bool { !programmes.isEmpty }

    /// A post nothing is known of.
    public static let notReported = Modernisation(
        programmes: [], status: .notReported, from: nil, until: nil, lanes: nil, booths: nil, note: nil)
}
