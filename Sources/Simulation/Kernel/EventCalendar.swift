/// What is going to happen, in order of time; what happens at one time in the order in which it was put in.
///
/// A binary heap in one block of memory: putting in and taking out cost some log₂ n comparisons. The calendars
/// of a border post hold a few dozen entries and stay in the processor's nearest cache. Times are in whatever
/// unit the caller counts in.
public struct EventCalendar<Event> {
    fileprivate struct Entry {
        var time: Double
        /// Breaks ties, so that the order never depends on how the heap happens to lie.
        var number: UInt64
        var event: Event

        @inline(__always)
        func comesBefore(_ other: Entry) -> Bool {
            time < other.time || (time == other.time && number < other.number)
        }
    }

    private var heap: ContiguousArray<Entry> = []
    private var issued: UInt64 = 0
    /// When the next event happens; infinity when there is none.
    public private(set) var nextTime = Double.infinity

    /// An empty calendar.
    public init() {}

    /// How many events are to come.
    public var count: Int { heap.count }

    /// Whether nothing is to come.
    public var isEmpty: Bool { heap.isEmpty }

    /// The events to come, in no particular order.
    public var events: some Sequence<Event> { heap.lazy.map(\.event) }

    /// Puts in an event. A time that is no number counts as never and is put in at infinity.
    public mutating func schedule(_ event: Event, at time: Double) {
        heap.append(Entry(time: time.isNaN ? .infinity : time, number: issued, event: event))
        issued += 1
        siftUp(from: heap.count - 1)
        nextTime = heap[0].time
    }

    /// Takes out the next event; `nil` when there is none.
    public mutating func takeNext() -> (time: Double, event: Event)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            settle(last)
            nextTime = heap[0].time
        } else {
            nextTime = .infinity
        }
        return (first.time, first.event)
    }

    /// Takes out the next event and puts another in, for the price of one.
    ///
    /// - Returns: the event taken out; `nil` when there was none, and then nothing is put in either.
    public mutating func replaceNext(_ replace: (Double, Event) -> (time: Double, event: Event)) -> Event? {
        guard let first = heap.first else { return nil }
        let next = replace(first.time, first.event)
        settle(Entry(time: next.time.isNaN ? .infinity : next.time, number: issued, event: next.event))
        issued += 1
        nextTime = heap[0].time
        return first.event
    }

    /// Takes out every event that `leaves` says so of, in no particular order.
    public mutating func remove(where leaves: (Event) -> Bool) {
        let left = heap.filter { !leaves($0.event) }
        heap.removeAll(keepingCapacity: true)
        for entry in left {
            heap.append(entry)
            siftUp(from: heap.count - 1)
        }
        nextTime = heap.first?.time ?? .infinity
    }

    private mutating func siftUp(from start: Int) {
        heap.withUnsafeMutableBufferPointer { heap in
            let entry = heap[start]
            var hole = start
            while hole > 0 {
                let parent = (hole - 1) / 2
                guard entry.comesBefore(heap[parent]) else { break }
                heap[hole] = heap[parent]
                hole = parent
            }
            heap[hole] = entry
        }
    }

    /// Puts `entry` in the place of the first one and lets it sink to where it belongs.
    private mutating func settle(_ entry: Entry) {
        heap.withUnsafeMutableBufferPointer { heap in
            var hole = 0
            while true {
                var child = 2 * hole + 1
                guard child < heap.count else { break }
                if child + 1 < heap.count, heap[child + 1].comesBefore(heap[child]) { child += 1 }
                guard heap[child].comesBefore(entry) else { break }
                heap[hole] = heap[child]
                hole = child
            }
            heap[hole] = entry
        }
    }
}

extension EventCalendar.Entry: Sendable where Event: Sendable {}
extension EventCalendar: Sendable where Event: Sendable {}
