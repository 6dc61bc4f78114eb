/// How one number becomes another by a slip of the hand.
public enum DigitSlip: String, CaseIterable, Sendable {
    /// One digit is another one: 16,862 and 18,862.
    case substituted
    /// Two digits stand in each other's place, neighbours or not: 147 and 174.
    case swapped
    /// One digit more or less: 49,464 and 4,946.
    case length
    /// One digit is missing at one place and one too many at another: 50,928 and 15,928. Only in numbers of four
    /// digits and more, since nearly any two short numbers are so.
    case moved

    /// The slip that leads from one number to the other; the same in both directions, and `nil` for equal numbers.
    ///
    /// Zeros at the end of both are passed over, so 147,000 and 174,000 are as 147 and 174; what then has one digit
    /// differs by its size and not by a slip.
    public static func between(_ first: Int, _ second: Int) -> DigitSlip? {
        guard first != second, (first < 0) == (second < 0) else { return nil }
        var (left, right) = (first.magnitude, second.magnitude)
        while left % 10 == 0, right % 10 == 0, left > 0, right > 0 {
            left /= 10
            right /= 10
        }
        return between(Array(String(left).utf8), Array(String(right).utf8))
    }

    private static func between(_ left: [UInt8], _ right: [UInt8]) -> DigitSlip? {
        guard max(left.count, right.count) > 1 else { return nil }
        if left.count != right.count {
            let (longer, shorter) = left.count > right.count ? (left, right) : (right, left)
            guard longer.count == shorter.count + 1 else { return nil }
            return withoutOne(longer).contains(shorter) ? .length : nil
        }
        let differing = left.indices.filter { left[$0] != right[$0] }
        if differing.count == 1 { return .substituted }
        if differing.count == 2, left[differing[0]] == right[differing[1]],
            left[differing[1]] == right[differing[0]]
        {
            return .swapped
        }
        guard left.count >= 4 else { return nil }
        return withoutOne(left).isDisjoint(with: withoutOne(right)) ? nil : .moved
    }

    private static func withoutOne(_ digits: [UInt8]) -> Set<[UInt8]> {
        Set(
            digits.indices.map { place in
                var rest = digits
                rest.remove(at: place)
                return rest
            })
    }
}
