import Testing

@testable import Watch

/// The desk keeps quiet where figures agree, and finds exactly the error that is there.
struct ConsistentDaysTests {
    @Test func `none is raised on a thousand seeded days that agree`() {
        for seed in 1...40 {
            var days = ConsistentDays(seed: UInt64(seed), days: 25)
            #expect(days.play() == [], "seed \(seed)")
        }
    }

    @Test(arguments: ConsistentDays.Slip.allCases)
    func `one error is found by its own rule and no other`(slip: ConsistentDays.Slip) {
        let expected: Set<String> =
            switch slip {
            case .balance: ["balance.shelter"]
            case .sum: ["sum.posts", "sum.regions"]
            case .falling: ["falling.total"]
            case .twice: ["twice.sources"]
            case .transposed: ["slip.swapped"]
            case .sets: ["sets.sets"]
            case .rate: ["rate.lanes"]
            case .copied: ["stale.copy"]
            case .part: ["whole.part"]
            case .modes: ["whole.modes"]
            case .beds: ["whole.beds"]
            case .committed: ["whole.committed"]
            }
        for seed in 1...5 {
            var days = ConsistentDays(seed: UInt64(seed), days: 5, slip: slip)
            let names = Set(days.play())
            #expect(!names.isEmpty, "seed \(seed)")
            #expect(names.subtracting(expected) == [], "seed \(seed)")
        }
    }
}
