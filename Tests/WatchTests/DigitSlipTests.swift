import Support
import Testing
import Watch

struct DigitSlipTests {
    @Test(arguments: [
        (147, 174, DigitSlip.swapped), (147_000, 174_000, .swapped), (64_234, 64_243, .swapped),
        (16_862, 12_866, .swapped), (16_862, 18_862, .substituted), (5028, 5025, .substituted),
        (49_464, 4946, .length), (49_464, 494_640, .length), (6788, 66_788, .length),
        (50_928, 15_928, .moved), (13_141, 31_419, .moved),
    ])
    func `slips of the hand are told`(first: Int, second: Int, slip: DigitSlip) {
        #expect(DigitSlip.between(first, second) == slip)
    }

    @Test(arguments: [
        (49_464, 49_094), (49_464, 98_000), (8, 7), (100, 200), (47, 83), (200_000, 147_000), (12_345, 54_321),
        (147, -174), (22_500, 14_900), (1, 1000),
    ])
    func `other numbers are none`(first: Int, second: Int) {
        #expect(DigitSlip.between(first, second) == nil)
    }

    @Test func `a slip is one in both directions, and never between equal numbers`() {
        var random = Seeded(4)
        for _ in 0..<3000 {
            let first = Int.random(in: 0...99_999, using: &random)
            let second = Int.random(in: 0...99_999, using: &random)
            #expect(DigitSlip.between(first, second) == DigitSlip.between(second, first))
            #expect(DigitSlip.between(first, first) == nil)
        }
    }

    @Test func `every exchange of two digits is found, whatever the number`() {
        var random = Seeded(5)
        for _ in 0..<2000 {
            var digits = (0..<6).map { _ in Int.random(in: 1...9, using: &random) }
            let number = digits.reduce(0) { $0 * 10 + $1 }
            digits.swapAt(Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random))
            let other = digits.reduce(0) { $0 * 10 + $1 }
            #expect(DigitSlip.between(number, other) == (number == other ? nil : .swapped))
        }
    }
}
