/// A line that grows at one end and shrinks at the other, in a ring of memory that is used again.
struct WaitingRing<Element> {
    private var slots: ContiguousArray<Element>
    private let filler: Element
    /// The number of the element at the head, counted from the first that ever joined.
    private(set) var headNumber = 0
    private(set) var count = 0

    /// - Parameter filler: stands in places that were never used; never given out.
    init(filler: Element) {
        self.filler = filler
        slots = ContiguousArray(repeating: filler, count: 16)
    }

    var isEmpty: Bool { count == 0 }

    /// The number that the next to join will get.
    var nextNumber: Int { headNumber + count }

    /// The numbers of all elements, from the head on.
    var numbers: Range<Int> { headNumber..<nextNumber }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == slots.count { grow() }
        slots[(headNumber &+ count) & (slots.count &- 1)] = element
        count &+= 1
    }

    /// Takes the element at the head. The line must not be empty.
    @inline(__always)
    mutating func removeFirst() -> Element {
        let element = slots[headNumber & (slots.count &- 1)]
        headNumber &+= 1
        count &-= 1
        return element
    }

    /// The number of the first element of which `isBeyond` holds, where it holds of all after that one too;
    /// ``nextNumber`` when it holds of none.
    func firstNumber(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (headNumber, nextNumber)
        while low < high {
            let middle = low + (high - low) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Closes up the line without those of whom `leaves` holds; the others are numbered anew.
    mutating func removeAll(where leaves: (Element) -> Bool) {
        let staying = numbers.map { self[$0] }.filter { !leaves($0) }
        slots = ContiguousArray(repeating: filler, count: 16)
        (headNumber, count) = (0, 0)
        for element in staying { append(element) }
    }

    /// The element with that number, which must be in the line.
    subscript(number: Int) -> Element {
        get { slots[number & (slots.count - 1)] }
        set { slots[number & (slots.count - 1)] = newValue }
    }

    private mutating func grow() {
        var larger = ContiguousArray(repeating: filler, count: slots.count * 2)
        for number in numbers {
            larger[number & (larger.count - 1)] = slots[number & (slots.count - 1)]
        }
        slots = larger
    }
}

extension WaitingRing: Sendable where Element: Sendable {}
