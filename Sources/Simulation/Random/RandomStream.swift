/// A named source of random numbers: the same seed and name give the same numbers on every machine.
///
/// Every entity of a run draws from a stream of its own (`post/syrym/in/car`), so that opening a lane at one
/// post changes nobody else's luck, and two policies can be compared under the same arrivals.
///
/// The generator is xoshiro256** (D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators",
/// ACM Transactions on Mathematical Software 47(4), 2021), its state filled by ``SplitMix`` as its authors
/// advise. It is not for secrets.
public struct RandomStream: Hashable, Sendable {
    private var first, second, third, fourth: UInt64

    /// The stream called `name` of a run seeded with `seed`.
    public init(seed: UInt64, name: String) {
        var seeds = SplitMix(state: seed)
        var mixer = SplitMix(state: seeds.next() ^ Self.digest(name))
        self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
    }

    /// A stream that goes on from a known state, not all zero.
    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        (first, second, third, fourth) = state
    }

    /// The next 64 random bits.
    @inline(__always)
    public mutating func next() -> UInt64 {
        let result = (second &* 5).rotated(left: 7) &* 9
        let shifted = second << 17
        third ^= first
        fourth ^= second
        second ^= third
        first ^= fourth
        third ^= shifted
        fourth = fourth.rotated(left: 45)
        return result
    }

    /// The 64-bit FNV-1a hash of a name (G. Fowler, L. C. Noll, K.-P. Vo). Swift's own hashing is seeded anew
    /// in each process and would give every run another luck.
    static func digest(_ name: String) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}

/// SplitMix64: turns any seed, however plain, into well-mixed states for other generators
/// (G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
struct SplitMix {
    var state: UInt64

    @inline(__always)
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

extension UInt64 {
    @inline(__always)
    fileprivate func rotated(left count: UInt64) -> UInt64 {
        (self << count) | (self >> (64 - count))
    }
}
