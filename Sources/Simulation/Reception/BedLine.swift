/// Households that are registered and have no bed, in the order in which they were registered.
///
/// First come, first served among those whom the free beds can hold whole: a small household may take beds
/// that are too few for a larger one ahead of it. There is one line for each size, so that finding the next
/// costs as many looks as there are sizes.
struct BedLine: Sendable {
    /// A household and its place in the order of all regions.
    struct Waiting: Sendable {
        var household: Household
        var number: Int
    }

    private struct SizeLine: Sendable {
        let persons: Int
        var line: WaitingRing<Waiting>
    }

    /// By size, the smallest first.
    private var lines: [SizeLine] = []
    /// Everyone in line.
    private(set) var persons = 0

    /// Lets a household join with the `number` of its registration; numbers grow.
    mutating func join(_ household: Household, number: Int) {
        let size = Int(household.persons)
        persons += size
        let place = lines.firstIndex { $0.persons >= size } ?? lines.count
        if place == lines.count || lines[place].persons != size {
            let filler = Waiting(household: .filler, number: 0)
            lines.insert(SizeLine(persons: size, line: WaitingRing(filler: filler)), at: place)
        }
        lines[place].line.append(Waiting(household: household, number: number))
    }

    /// The number of the first that `beds` can hold; `nil` when there is none.
    func firstNumber(upTo beds: Int) -> Int? {
        place(upTo: beds).map { lines[$0].line.head.number }
    }

    /// Takes out the first that `beds` can hold.
    mutating func takeFirst(upTo beds: Int) -> Household? {
        guard let place = place(upTo: beds) else { return nil }
        let household = lines[place].line.removeFirst().household
        persons -= Int(household.persons)
        return household
    }

    /// Takes out everybody, in order.
    mutating func takeAll() -> [Waiting] {
        var all: [Waiting] = []
        forEach { all.append($0) }
        lines.removeAll()
        persons = 0
        return all.sorted { $0.number < $1.number }
    }

    /// Visits everybody, in no particular order.
    func forEach(_ visit: (Waiting) -> Void) {
        for size in lines {
            for number in size.line.headNumber..<size.line.nextNumber { visit(size.line[number]) }
        }
    }

    private func place(upTo beds: Int) -> Int? {
        var first: Int?
        for (place, size) in lines.enumerated() {
            guard size.persons <= beds else { break }
            guard !size.line.isEmpty else { continue }
            if let found = first, lines[found].line.head.number < size.line.head.number { continue }
            first = place
        }
        return first
    }
}

extension WaitingRing {
    /// The one at the head; the line must not be empty.
    var head: Element { self[headNumber] }
}
