/// A line that grows at one end and shrinks at the other, in a ring of memory that is used again.
struct WaitingRing<Element> {
    private var slots: ContiguousArray<Element> = []
    private let filler: Element
    /// The number of the element at the head, counted from the first that ever joined.
    private(set) var headNumber = 0
    private(set) var count = 0

    /// - Parameter filler: stands in empty places; never given out.
    init(filler: Element) {
        self.filler = filler
        slots = ContiguousArray(repeating: filler, count: 16)
    }

    var isEmpty: Bool { count == 0 }

    /// The number that the next to join will get.
    var nextNumber: Int { headNumber + count }

    mutating func append(_ element: Element) {
        if count == slots.count { grow() }
        slots[(headNumber &+ count) & (slots.count &- 1)] = element
        count &+= 1
    }

    /// Takes the element at the head. The line must not be empty.
    mutating func removeFirst() -> Element {
        let element = slots[headNumber & (slots.count &- 1)]
        headNumber &+= 1
        count &-= 1
        return element
    }

    /// Whether the element with that number still stands in the line.
    func holds(_ number: Int) -> Bool { number >= headNumber && number < headNumber + count }

    /// The element with that number, which must be in the line.
    subscript(number: Int) -> Element {
        get { slots[number & (slots.count - 1)] }
        set { slots[number & (slots.count - 1)] = newValue }
    }

    private mutating func grow() {
        var larger = ContiguousArray(repeating: filler, count: slots.count * 2)
        for number in headNumber..<(headNumber + count) {
            larger[number & (larger.count - 1)] = slots[number & (slots.count - 1)]
        }
        slots = larger
    }
}

extension WaitingRing: Sendable where Element: Sendable {}
