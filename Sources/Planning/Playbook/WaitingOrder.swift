/// The order in which things that wait for one another can come: a playbook's tasks, an exercise's injects.
struct WaitingOrder<ID: Hashable> {
    private let ids: [ID]
    private let prerequisites: [ID: [ID]]

    /// - Parameter things: in the order of their file, each with what it waits for; names of nothing are passed over.
    init(_ things: [(id: ID, after: [ID])]) {
        let known = Set(things.map(\.id))
        ids = things.map(\.id)
        prerequisites = Dictionary(
            things.map { ($0.id, $0.after.filter(known.contains)) }, uniquingKeysWith: { $0 + $1 })
    }

    /// The rings of those that wait for each other, each given once, beginning at its first in the
    /// file. Empty when all can come in some order.
    var cycles: [[ID]] {
        var stuck = thoseThatNeverBegin
        var cycles: [[ID]] = []
        for start in ids where stuck.contains(start) {
            let path = walk(from: start, within: stuck)
            // A walk that ends in a ring found before only leads to it.
            if let ring = path.ring { cycles.append(beginningAtFirst(ring)) }
            stuck.subtract(path.visited)
        }
        return cycles
    }

    /// What is left over when, again and again, all that wait for nothing are taken away.
    private var thoseThatNeverBegin: Set<ID> {
        var left = Set(ids)
        while true {
            let free = left.filter { (prerequisites[$0] ?? []).allSatisfy { !left.contains($0) } }
            if free.isEmpty { return left }
            left.subtract(free)
        }
    }

    private func walk(
        from start: ID, within stuck: Set<ID>
    ) -> (visited: [ID], ring: [ID]?) {
        var visited: [ID] = []
        var current = start
        while true {
            if let first = visited.firstIndex(of: current) { return (visited, Array(visited[first...])) }
            visited.append(current)
            guard let next = prerequisites[current]?.first(where: stuck.contains) else {
                return (visited, nil)
            }
            current = next
        }
    }

    private func beginningAtFirst(_ ring: [ID]) -> [ID] {
        guard let first = ids.first(where: ring.contains), let index = ring.firstIndex(of: first)
        else { return ring }
        return Array(ring[index...] + ring[..<index])
    }
}
