import Situation
import Support
import Testing

@testable import Watch

/// Each rule by figures made up by hand, and next to each the figures that agree.
struct ContradictionRuleTests {
    // MARK: In less out against what is there

    @Test func `a shelter whose people do not add up is found, one within the tolerance is not`() throws {
        var desk = ContradictionFixture()
        desk.shelter(400, at: 8)
        let second = desk.shelter(430, at: 12, arrived: 60, departed: 34)
        // 400 + 60 − 34 = 426; 430 is within 2 and one per cent.
        #expect(desk.raised() == [])
        let third = desk.shelter(500, at: 16, arrived: 20, departed: 10)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "balance")
        #expect(found.sides == [second, third])
        #expect([found.first.value, found.second.value, found.gap] == [440, 500, 60])
    }

    @Test func `those who stayed are in less out`() throws {
        var desk = ContradictionFixture()
        desk.total(98_000, "KZ", 21...27, precision: .rounded, category: "RU citizens")
        desk.total(64_234, "KZ", 21...27, direction: .out, category: "RU citizens")
        desk.total(34_000, "KZ", 21...27, precision: .rounded, category: "RU citizens stayed")
        #expect(desk.raised() == [])
        var other = ContradictionFixture()
        other.total(98_000, "KZ", 21...27, precision: .rounded, category: "RU citizens")
        other.total(64_234, "KZ", 21...27, direction: .out, category: "RU citizens")
        other.total(43_000, "KZ", 21...27, category: "RU citizens stayed")
        #expect(other.raised().map(\.rule) == ["balance"])
    }

    // MARK: Sums

    @Test func `posts that add up to more than their region are found`() throws {
        var desk = ContradictionFixture()
        desk.count(600, "p1")
        desk.count(500, "p2")
        let total = desk.total(1000)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "sum")
        #expect(found.variant == "posts")
        #expect(found.first.nature == .sum)
        #expect([found.first.value, found.second.value, found.gap] == [1100, 1000, 100])
        #expect(found.second.entry == total)
    }

    @Test func `posts that add up to less are none while one of the region is not known`() {
        var desk = ContradictionFixture()
        desk.count(600, "p1")
        desk.total(1000)
        #expect(desk.raised() == [])
        desk.count(100, "p2")
        #expect(desk.names() == ["sum.posts"])
    }

    @Test func `hours by means of travel add up to the day of the region`() {
        var desk = ContradictionFixture()
        for hour in 0..<24 {
            desk.count(20, "p1", hour: hour, mode: .car)
            desk.count(5, "p1", hour: hour, mode: .bus)
            desk.count(10, "p2", hour: hour)
        }
        desk.total(840)
        #expect(desk.raised() == [])
        desk.total(900, source: "akimat")
        #expect(desk.names() == ["twice.sources"])
    }

    @Test func `regions are held against the country as far as their precision goes`() {
        var desk = ContradictionFixture()
        desk.total(49_464, "KZ-27")
        desk.total(50_749, "KZ-15")
        desk.total(100_000, "KZ", precision: .rounded)
        desk.total(90_000, "KZ", precision: .atLeast, source: "newspaper")
        #expect(desk.raised() == [])
        desk.total(93_000, "KZ", precision: .rounded, source: "agency")
        #expect(desk.names().contains("twice.sources"))
        var other = ContradictionFixture()
        other.total(49_464, "KZ-27")
        other.total(50_749, "KZ-15")
        other.total(90_000, "KZ", precision: .atMost)
        #expect(other.names() == ["sum.regions"])
    }

    // MARK: Running totals

    @Test func `a running total that falls is found, one that grows or is rounded is not`() throws {
        var desk = ContradictionFixture()
        desk.total(50_000, "KZ", 21...24)
        desk.total(98_000, "KZ", 21...27, precision: .rounded)
        desk.total(97_600, "KZ", 21...28)
        #expect(desk.raised() == [])
        let last = desk.total(90_000, "KZ", 21...29)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "falling")
        #expect(found.second.entry == last)
        #expect(found.gap == 7600)
    }

    // MARK: Twice

    @Test func `two sources that give one number differently are found with both`() throws {
        var desk = ContradictionFixture()
        let first = desk.count(300, hour: 8, source: "border")
        let second = desk.count(457, hour: 8, source: "customs")
        let found = try #require(desk.raised().first)
        #expect(found.rule == "twice")
        #expect(found.sides == [first, second])
        #expect([found.first.source, found.second.source] == ["border", "customs"])
        #expect(found.gap == 157)
        #expect(found.isChoice)
        #expect(desk.raised() == [])
    }

    @Test func `about 200 thousand and 200,213 agree, and so do bounds on the right side`() {
        var desk = ContradictionFixture()
        desk.total(200_000, "KZ", precision: .rounded)
        desk.total(200_213, "KZ", source: "border")
        desk.total(190_000, "KZ", precision: .atLeast, source: "minister")
        desk.total(300_000, "KZ", precision: .atMost, source: "minister")
        #expect(desk.raised() == [])
        desk.total(245_000, "KZ", precision: .atLeast, source: "newspaper")
        #expect(desk.names() == ["twice.sources"])
    }

    @Test func `a source that states its finished number anew without a correction is found`() throws {
        var desk = ContradictionFixture()
        let first = desk.total(4108)
        desk.total(4180)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "twice")
        #expect(found.variant == "restated")
        #expect([found.first.value, found.second.value] == [4108, 4180])
        #expect(!found.isChoice)
        desk.correct(first, .retract)
        #expect(desk.look().map(\.change) == [.lapsed])
    }

    @Test func `a number given before its day was over is no last word`() {
        var desk = ContradictionFixture()
        let day = About.between(.at(0), .at(0, day: 25))
        func total(_ persons: Int) -> Fact {
            .statedTotal(StatedTotal(area: .country, direction: .in, persons: Persons(persons)))
        }
        desk.say(total(7800), about: day, known: .at(11))
        desk.say(total(15_000), about: day, known: .at(8, day: 25))
        #expect(desk.raised() == [])
    }

    // MARK: Slips

    @Test func `a slip is named when the posts speak for one of the two`() throws {
        var desk = ContradictionFixture()
        desk.count(900, "p1")
        desk.count(570, "p2")
        let right = desk.total(1470, source: "ministry")
        desk.total(1740, source: "newspaper")
        let found = desk.raised()
        #expect(found.map(\.rule) == ["slip"])
        #expect(found.first?.variant == "swapped")
        #expect(found.first?.likely == right)
        #expect(found.first?.third?.value == 1470)
    }

    @Test func `a slip is named when a shorter time inside speaks for one of the two`() {
        var desk = ContradictionFixture()
        desk.total(49_464, "KZ-27", 21...29, source: "migration")
        let right = desk.total(50_928, "KZ-27", 20...30, source: "headline")
        desk.total(15_928, "KZ-27", 20...30, source: "body")
        let found = desk.raised()
        #expect(found.map(\.rule) == ["slip"])
        #expect(found.first?.likely == right)
    }

    @Test func `a slip without another figure is two different numbers`() {
        var desk = ContradictionFixture()
        desk.total(147_000, "KZ", precision: .rounded, source: "minister")
        desk.total(174_000, "KZ", precision: .rounded, source: "magazine")
        #expect(desk.names() == ["twice.sources"])
    }

    // MARK: Sets, rates

    @Test func `sets that do not nest are found`() throws {
        var desk = ContradictionFixture()
        for (set, persons) in [("population", 690_000), ("affected", 60_000), ("in need", 9000), ("reached", 900)] {
            desk.total(persons, category: set)
        }
        #expect(desk.raised() == [])
        desk.total(850, category: "targeted")
        let found = try #require(desk.raised().first)
        #expect(found.rule == "sets")
        #expect([found.first.value, found.second.value, found.gap] == [900, 850, 50])
    }

    @Test func `more served than lanes can pass is found, and planning values are called so`() throws {
        var desk = ContradictionFixture()
        // 4 lanes × 60 persons an hour × 4.
        desk.count(960, hour: 8)
        #expect(desk.raised() == [])
        desk.count(961, hour: 9)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "rate")
        #expect(found.second.nature == .illustrative)
        #expect([found.second.value, found.gap] == [960, 1])
        // Eight lanes pass them.
        var wide = ContradictionFixture()
        wide.count(961, hour: 9, lanes: 8)
        #expect(wide.raised() == [])
    }

    // MARK: Old figures

    @Test func `a copy of yesterday's hours is found, a flow that is the same every hour is not`() throws {
        var desk = ContradictionFixture()
        for hour in 10..<24 { desk.count(100 + hour * 7 % 31, hour: hour, day: 23) }
        for hour in 10..<15 { desk.count(100 + hour * 7 % 31, hour: hour) }
        let found = try #require(desk.raised().first)
        #expect(found.rule == "stale")
        #expect(found.variant == "copy")
        #expect(found.gap == 24)
        #expect(found.unit == .hours)
        desk.count(100 + 15 * 7 % 31, hour: 15)
        #expect(desk.raised() == [])

        var steady = ContradictionFixture()
        for hour in 0..<24 { steady.count(120, hour: hour, day: 23) }
        for hour in 0..<20 { steady.count(120, hour: hour) }
        #expect(steady.raised() == [])
    }

    @Test func `a report that comes half a day late from a prompt source is found`() {
        var desk = ContradictionFixture()
        desk.shelter(400, at: 8)
        desk.shelter(410, at: 9, known: .at(9, 5))
        #expect(desk.raised() == [])
        desk.shelter(420, at: 12, known: .at(1, day: 25))
        #expect(desk.names() == ["stale.late"])
    }

    // MARK: Parts

    @Test func `49,094 by road is no contradiction of 49,464 in all, the reverse is`() {
        var desk = ContradictionFixture()
        desk.total(49_464, category: "RU citizens")
        desk.total(49_094, category: "RU citizens by road")
        desk.total(30_000, mode: .car, category: "RU citizens")
        #expect(desk.raised() == [])
        var other = ContradictionFixture()
        other.total(49_094, category: "RU citizens")
        other.total(49_464, category: "RU citizens by road")
        #expect(other.names() == ["whole.part"])
    }

    @Test func `more by the means of travel together than in all is found`() throws {
        var desk = ContradictionFixture()
        desk.count(100, hour: 8, mode: .all)
        desk.count(60, hour: 8, mode: .car)
        desk.count(40, hour: 8, mode: .bus)
        #expect(desk.raised() == [])
        desk.count(9, hour: 8, mode: .foot)
        let found = try #require(desk.raised().first)
        #expect(found.rule == "whole")
        #expect([found.first.value, found.second.value, found.gap] == [109, 100, 9])
    }

    @Test func `more taken than there is, and more in use than there is, are found`() {
        var desk = ContradictionFixture()
        desk.shelter(1500, at: 8)
        desk.say(
            .resource(ResourceReport(kind: "buses", region: "KZ-27", count: 40, committed: 40)),
            about: .moment(.at(8)))
        #expect(desk.raised() == [])
        desk.shelter(1501, at: 9)
        desk.say(
            .resource(ResourceReport(kind: "buses", region: "KZ-27", count: 40, committed: 41)),
            about: .moment(.at(9)))
        #expect(desk.names() == ["whole.beds", "whole.committed"])
    }

    @Test func `numbers a day are not held against totals`() {
        var desk = ContradictionFixture()
        desk.total(30_000, "KZ", 21...30, precision: .atMost, category: "RU citizens per day")
        desk.total(98_000, "KZ", 21...27, category: "RU citizens")
        desk.total(22_500, "KZ", 29...29, category: "RU citizens")
        #expect(desk.raised() == [])
    }

    @Test(arguments: [
        (98_000, Precision.rounded, 97_500, 98_500), (200_000, .rounded, 195_000, 205_000),
        (22_500, .rounded, 22_450, 22_550), (64_234, .exact, 64_234, 64_234), (147, .rounded, 147, 147),
    ])
    func `a rounded number allows half a unit of its last figure`(
        value: Int, precision: Precision, low: Int, high: Int
    ) {
        #expect(Bounds(Double(value), precision) == Bounds(low: Double(low), high: Double(high)))
    }
}
