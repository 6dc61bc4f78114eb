import Situation
import Support
import Testing

@testable import Crossings

struct PeopleSketchTests {
    private static func sketch(_ seed: UInt64, _ people: Int) -> PeopleSketch {
        var random = Seeded(seed)
        var sketch = PeopleSketch()
        for _ in 0..<people { sketch.insert(random.next()) }
        return sketch
    }

    /// Over 300 seeds the root mean square error is that of the theory, 0.81 %, within what 300 trials let it stray
    /// (a tenth of it is 2.4 standard deviations of such a figure), and no seed goes beyond five times of it.
    @Test(arguments: [1000, 20_000, 200_000])
    func `the error of estimates is the stated one`(people: Int) {
        let trials = people > 100_000 ? 60 : 300
        let errors = (0..<trials).map {
            Self.sketch(UInt64($0) * 7919 + 1, people).estimate / Double(people) - 1
        }
        let rootMeanSquare = (errors.reduce(0) { $0 + $1 * $1 } / Double(trials)).squareRoot()
        let bias = errors.reduce(0, +) / Double(trials)
        #expect(rootMeanSquare < PeopleSketch.standardError * (trials > 100 ? 1.12 : 1.25))
        #expect(abs(bias) < 4 * PeopleSketch.standardError / Double(trials).squareRoot())
        #expect(errors.allSatisfy { abs($0) < 5 * PeopleSketch.standardError })
        let within = Double(errors.count { abs($0) < 2 * PeopleSketch.standardError }) / Double(trials)
        #expect(within > 0.9)
    }

    @Test func `few people are counted almost exactly, and nobody as nobody`() {
        #expect(PeopleSketch().estimate == 0)
        for people in [1, 2, 10, 100] {
            #expect(abs(Self.sketch(3, people).estimate - Double(people)) < 0.02 * Double(people) + 0.5)
        }
    }

    @Test func `a union counts nobody twice and does not mind the order`() {
        var first = Self.sketch(1, 5000)
        let second = Self.sketch(2, 5000)
        var other = second
        other.unite(with: first)
        first.unite(with: second)
        #expect(first == other)
        var again = first
        again.unite(with: second)
        #expect(again == first)
        #expect(abs(first.estimate / 10_000 - 1) < 4 * PeopleSketch.standardError)
    }

    @Test(arguments: [0, 1, 3000, 100_000])
    func `a sketch is packed and read back`(people: Int) throws {
        let sketch = Self.sketch(5, people)
        #expect(PeopleSketch(packed: sketch.packed()) == sketch)
        #expect(PeopleSketch(packed: sketch.packed() + [7]) == nil)
        #expect(PeopleSketch(packed: []) == nil)
    }
}
