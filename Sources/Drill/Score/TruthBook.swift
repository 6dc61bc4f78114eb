import Planning
import Simulation
import Situation

/// What the played world looked like at the ends of intervals: what told figures are held against.
public struct TruthBook: Sendable {
    private let posts: [CheckpointID: Int]
    private let shelters: [ShelterID: Int]
    private var pages: [Page] = []

    private struct Page {
        let end: Instant
        let servedIn: [Int]
        let servedOut: [Int]
        let waitingIn: [Int]
        let occupied: [Int]
    }

    init(_ world: World) {
        posts = Dictionary(world.posts.enumerated().map { ($1.id, $0) }) { first, _ in first }
        shelters = Dictionary(world.shelters.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    mutating func take(_ interval: IntervalRecord) {
        pages.append(
            Page(
                end: interval.end, servedIn: interval.incoming.map(\.served),
                servedOut: interval.outgoing.map(\.served), waitingIn: interval.incoming.map(\.queuePersons),
                occupied: interval.shelters.map(\.occupied)))
    }

    /// What a figure should have been when it was told, by the intervals up to the one that holds the moment; `nil` where
    /// the played world does not know: cases of a disease, places it does not have.
    public func truth(of figure: ToldFigure, at moment: Instant) -> Int? {
        guard let last = pages.firstIndex(where: { $0.end >= moment }) ?? pages.indices.last else {
            return nil
        }
        let post = posts[CheckpointID(figure.place)]
        switch figure.kind {
        case .entered: return post.map { served(\.servedIn, $0, figure.period, upTo: last, moment) }
        case .left: return post.map { served(\.servedOut, $0, figure.period, upTo: last, moment) }
        case .waiting: return post.map { pages[last].waitingIn[$0] }
        case .staying: return shelters[ShelterID(figure.place)].map { pages[last].occupied[$0] }
        case .cases: return nil
        }
    }

    /// Whole intervals only, those that end within the period; an interval cut by the moment counts whole.
    private func served(
        _ line: KeyPath<Page, [Int]>, _ post: Int, _ period: Span?, upTo last: Int, _ moment: Instant
    ) -> Int {
        let from = moment - (period ?? .hours(1))
        return pages[...last].reduce(0) { $1.end > from ? $0 + $1[keyPath: line][post] : $0 }
    }
}

extension ToldFigure {
    /// Whether it is so far from the truth that somebody should notice. *Ours*: more than ten and more than a fifth.
    public func isWrong(against truth: Int) -> Bool {
        let gap = abs(value - truth)
        return gap > 10 && Double(gap) > 0.2 * Double(truth)
    }
}
