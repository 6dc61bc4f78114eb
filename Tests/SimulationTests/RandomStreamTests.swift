import Testing

@testable import Simulation

@Suite struct `Random streams` {
    /// The reference output for the state 1, 2, 3, 4: the authors' C program, also in other libraries' tests.
    @Test func `xoshiro256** gives the published sequence`() {
        var stream = RandomStream(state: (1, 2, 3, 4))
        let drawn = (0..<10).map { _ in stream.next() }
        #expect(
            drawn == [
                11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
                607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
                10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
            ])
    }

    /// The sequence commonly published for the seed 1234567.
    @Test func `SplitMix64 gives the published sequence`() {
        var mixer = SplitMix(state: 1_234_567)
        #expect(mixer.next() == 6_457_827_717_110_365_317)
        #expect(mixer.next() == 3_203_168_211_198_807_973)
        #expect(mixer.next() == 9_817_491_932_198_370_423)
    }

    /// From the test vectors that the hash's authors publish.
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)])
    func `names are digested as FNV-1a says`(name: String, digest: UInt64) {
        #expect(RandomStream.digest(name) == digest)
    }

    @Test func `another seed or another name is another stream`() {
        var streams = [
            RandomStream(seed: 1, name: "a"), RandomStream(seed: 1, name: "b"),
            RandomStream(seed: 2, name: "a"), RandomStream(seed: 2, name: "b"),
        ]
        let firsts = streams.indices.map { streams[$0].next() }
        #expect(Set(firsts).count == 4)
        var again = RandomStream(seed: 1, name: "a")
        #expect(again.next() == firsts[0])
    }

    /// Mean ½ and variance 1/12; the bounds are 2.576 standard errors of the mean of 100,000.
    @Test func `uniform numbers have the mean of a uniform distribution and never reach an end`() {
        var stream = RandomStream(seed: 5, name: "uniform")
        let drawn = (0..<100_000).map { _ in stream.uniform() }
        #expect(drawn.allSatisfy { 0 < $0 && $0 < 1 })
        let mean = drawn.reduce(0, +) / 100_000
        #expect(abs(mean - 0.5) < 2.576 * (1.0 / 12 / 100_000).squareRoot())
    }

    /// An exponential time has its mean as its standard deviation, and exceeds it with the chance 1/e.
    @Test func `exponential times have their mean and their tail`() {
        var stream = RandomStream(seed: 6, name: "exponential")
        let count = 100_000.0
        let drawn = (0..<100_000).map { _ in stream.exponential(mean: 7) }
        #expect(abs(drawn.reduce(0, +) / count - 7) < 2.576 * 7 / count.squareRoot())
        let beyond = Double(drawn.count { $0 > 7 }) / count
        let chance = 0.367_879_441
        #expect(abs(beyond - chance) < 2.576 * (chance * (1 - chance) / count).squareRoot())
    }

    /// Mean np and variance np(1 − p); the variance of a variance of n draws is about 2σ⁴/n.
    @Test(arguments: [(40, 0.02), (1000, 0.3), (500, 0.9)])
    func `binomial counts have their mean and variance`(trials: Int, chance: Double) {
        var stream = RandomStream(seed: 7, name: "binomial")
        let count = 20_000
        let drawn = (0..<count).map { _ in Double(stream.binomial(trials, chance: chance)) }
        let mean = Double(trials) * chance
        let variance = mean * (1 - chance)
        let moments = Moments(drawn)
        #expect(abs(moments.mean - mean) < 2.576 * (variance / Double(count)).squareRoot())
        // The fourth moment about the mean of a binomial is 3σ⁴ + σ²(1 − 6p(1 − p)).
        let fourth = 3 * variance * variance + variance * (1 - 6 * chance * (1 - chance))
        let spread = ((fourth - variance * variance) / Double(count)).squareRoot()
        #expect(abs(moments.variance - variance) < 2.576 * spread)
    }

    @Test func `binomial counts at the ends of chance are certain`() {
        var stream = RandomStream(seed: 8, name: "ends")
        #expect(stream.binomial(50, chance: 0) == 0)
        #expect(stream.binomial(50, chance: 1) == 50)
        #expect(stream.binomial(50, chance: -1) == 0)
        #expect(stream.binomial(50, chance: .nan) == 0)
        #expect(stream.binomial(50, chance: 1e-300) == 0)
        #expect(stream.binomial(-3, chance: 0.5) == 0)
    }
}

/// The mean of a sample and its variance with n − 1.
struct Moments {
    let mean: Double
    let variance: Double

    init(_ sample: [Double]) {
        let count = Double(sample.count)
        let mean = sample.reduce(0, +) / count
        self.mean = mean
        variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    }
}
