/// The order in which a playbook's tasks wait for one another.
struct TaskOrder {
    private let ids: [PlaybookTask.ID]
    private let prerequisites: [PlaybookTask.ID: [PlaybookTask.ID]]

    init(_ tasks: [PlaybookTask]) {
        let known = Set(tasks.map(\.id))
        ids = tasks.map(\.id)
        prerequisites = Dictionary(
            tasks.map { ($0.id, $0.after.filter(known.contains)) }, uniquingKeysWith: { $0 + $1 })
    }

    /// The rings of tasks that wait for each other, each given once, beginning at its first task in the
    /// file. Empty when the tasks can be done in some order.
    var cycles: [[PlaybookTask.ID]] {
        var stuck = tasksThatNeverBegin
        var cycles: [[PlaybookTask.ID]] = []
        for start in ids where stuck.contains(start) {
            let path = walk(from: start, within: stuck)
            // A walk that ends in a ring found before only leads to it.
            if let ring = path.ring { cycles.append(beginningAtFirst(ring)) }
            stuck.subtract(path.visited)
        }
        return cycles
    }

    /// Tasks left over when, again and again, all that wait for nothing are taken away.
    private var tasksThatNeverBegin: Set<PlaybookTask.ID> {
        var left = Set(ids)
        while true {
            let free = left.filter { (prerequisites[$0] ?? []).allSatisfy { !left.contains($0) } }
            if free.isEmpty { return left }
            left.subtract(free)
        }
    }

    private func walk(
        from start: PlaybookTask.ID, within stuck: Set<PlaybookTask.ID>
    ) -> (visited: [PlaybookTask.ID], ring: [PlaybookTask.ID]?) {
        var visited: [PlaybookTask.ID] = []
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

    private func beginningAtFirst(_ ring: [PlaybookTask.ID]) -> [PlaybookTask.ID] {
        guard let first = ids.first(where: ring.contains), let index = ring.firstIndex(of: first)
        else { return ring }
        return Array(ring[index...] + ring[..<index])
    }
}
