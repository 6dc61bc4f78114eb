/// What is going to happen, in order of time; what happens at one time in the order in which it was put in.
///
/// A binary heap of times beside the events themselves, which never move: putting in and taking out cost some
/// log₂ n comparisons however large an event is. The calendars of a border post hold a few dozen entries and
/// stay in the processor's nearest cache. Times are in whatever unit the caller counts in.
public struct EventCalendar<Event> {
    fileprivate struct Key {
        /// The time as a whole number of the same order, and below it a running number, which breaks ties, so
        /// that the order never depends on how the heap happens to lie. One comparison of whole numbers
        /// needs no branch, and which of two events is earlier cannot be foreseen.
        var order: UInt128
        /// Where the event is kept.
        var slot: Int

        @inline(__always)
        init(time: Double, number: UInt64, slot: Int) {
            // No number is later than everything; −0 is 0.
            let bits = Int64(bitPattern: (time.isNaN ? .infinity : time + 0).bitPattern)
            let ordered = UInt64(bitPattern: bits ^ ((bits >> 63) | .min))
            order = UInt128(ordered) << 64 | UInt128(number)
            self.slot = slot
        }

        @inline(__always)
        var time: Double {
            let ordered = Int64(truncatingIfNeeded: order >> 64)
            return Double(bitPattern: UInt64(bitPattern: ordered ^ (~(ordered >> 63) | .min)))
        }

        @inline(__always)
        func comesBefore(_ other: Key) -> Bool { order < other.order }
    }

    /// The heap in the first ``count`` places; behind them the keys whose slots are free.
    private var keys: ContiguousArray<Key> = []
    private var slots: ContiguousArray<Event> = []
    private var issued: UInt64 = 0
    /// How many events are to come.
    public private(set) var count = 0
    /// When the next event happens; infinity when there is none.
    public private(set) var nextTime = Double.infinity

    /// An empty calendar.
    public init() {}

    /// Whether nothing is to come.
    public var isEmpty: Bool { count == 0 }

    /// The events to come, in no particular order.
    public var events: some Sequence<Event> { keys.prefix(count).lazy.map { slots[$0.slot] } }

    /// Puts in an event. A time that is no number counts as never and is put in at infinity.
    @inline(__always)
    public mutating func schedule(_ event: Event, at time: Double) {
        var key = Key(time: time, number: issued, slot: slots.count)
        issued &+= 1
        if count == slots.count {
            slots.append(event)
            keys.append(key)
        } else {
            key.slot = keys[count].slot
            slots[key.slot] = event
        }
        count &+= 1
        rise(key)
        nextTime = keys[0].time
    }

    /// The next event; `nil` when there is none.
    @inline(__always)
    public var next: Event? { count > 0 ? slots[keys[0].slot] : nil }

    /// Takes out the next event; `nil` when there is none.
    @inline(__always)
    public mutating func takeNext() -> (time: Double, event: Event)? {
        guard let event = next else { return nil }
        let time = nextTime
        removeNext()
        return (time, event)
    }

    /// Takes out the next event without looking at it, if there is one.
    @inline(__always)
    public mutating func removeNext() {
        guard count > 0 else { return }
        let first = keys[0]
        count &-= 1
        sink(keys[count])
        keys[count] = first
        nextTime = count > 0 ? keys[0].time : .infinity
    }

    /// Takes out the next event and puts another in its place, for the price of one; does nothing when there
    /// is none to take out.
    @inline(__always)
    public mutating func replaceNext(by event: Event, at time: Double) {
        guard count > 0 else { return }
        let slot = keys[0].slot
        slots[slot] = event
        sink(Key(time: time, number: issued, slot: slot))
        issued &+= 1
        nextTime = keys[0].time
    }

    /// Takes out every event that `leaves` says so of; the others keep their order.
    public mutating func remove(where leaves: (Event) -> Bool) {
        let left = keys.prefix(count).filter { !leaves(slots[$0.slot]) }
        // What stays is packed anew, so that memory follows the number of events down.
        slots = ContiguousArray(left.map { slots[$0.slot] })
        keys = ContiguousArray(left)
        count = 0
        for index in left.indices {
            var key = left[index]
            key.slot = index
            count += 1
            rise(key)
        }
        nextTime = count > 0 ? keys[0].time : .infinity
    }

    /// Lets `key` rise from the last place to where it belongs.
    @inline(__always)
    private mutating func rise(_ key: Key) {
        keys.withUnsafeMutableBufferPointer { [start = count &- 1] keys in
            var hole = start
            while hole > 0 {
                let parent = (hole &- 1) >> 1
                guard key.comesBefore(keys[parent]) else { break }
                keys[hole] = keys[parent]
                hole = parent
            }
            keys[hole] = key
        }
    }

    /// Puts `key` in the first place and lets it sink to where it belongs among ``count`` keys.
    @inline(__always)
    private mutating func sink(_ key: Key) {
        keys.withUnsafeMutableBufferPointer { [count] keys in
            var hole = 0
            while true {
                var child = 2 &* hole &+ 1
                guard child < count else { break }
                // Counted and not branched on: which child is earlier cannot be foreseen.
                if child &+ 1 < count {
                    child &+= keys[child &+ 1].comesBefore(keys[child]) ? 1 : 0
                }
                guard keys[child].comesBefore(key) else { break }
                keys[hole] = keys[child]
                hole = child
            }
            keys[hole] = key
        }
    }
}

extension EventCalendar.Key: Sendable where Event: Sendable {}
extension EventCalendar: Sendable where Event: Sendable {}
