import Testing

@testable import Simulation

@Suite struct `Event calendar` {
    /// The other witness is a sort by time that keeps the order of putting in.
    @Test(arguments: 1...20)
    func `events come in order of time, and of one time in the order put in`(seed: UInt64) {
        var stream = RandomStream(seed: seed, name: "calendar")
        var calendar = EventCalendar<Int>()
        var expected: [(time: Double, number: Int)] = []
        for number in 0..<300 {
            // Few different times, so that many are the same, on both sides of 0.
            let time = Double(stream.index(below: 40)) - 20
            calendar.schedule(number, at: time)
            let place = expected.firstIndex { $0.time > time } ?? expected.count
            expected.insert((time, number), at: place)
            if stream.uniform() < 0.4 {
                #expect(calendar.nextTime == expected[0].time)
                let first = expected.removeFirst()
                let next = calendar.takeNext()
                #expect(next?.time == first.time && next?.event == first.number)
            }
            if stream.uniform() < 0.02 {
                calendar.remove { $0 % 3 == 0 }
                expected.removeAll { $0.number % 3 == 0 }
            }
        }
        #expect(calendar.count == expected.count)
        #expect(calendar.events.sorted() == expected.map(\.number).sorted())
        while let next = calendar.takeNext() { #expect(next.event == expected.removeFirst().number) }
        #expect(expected.isEmpty && calendar.isEmpty && calendar.nextTime == .infinity)
    }

    @Test func `putting in the place of the next is taking out and putting in`() {
        var stream = RandomStream(seed: 3, name: "replace")
        var (one, other) = (EventCalendar<Int>(), EventCalendar<Int>())
        for number in 0..<50 {
            let time = Double(stream.index(below: 10))
            one.schedule(number, at: time)
            other.schedule(number, at: time)
        }
        for number in 50..<500 {
            let time = one.nextTime + Double(stream.index(below: 10))
            one.replaceNext(by: number, at: time)
            _ = other.takeNext()
            other.schedule(number, at: time)
            #expect(one.next == other.next && one.nextTime == other.nextTime)
        }
    }

    @Test func `what is no time comes last, and nothing comes of an empty calendar`() {
        var calendar = EventCalendar<String>()
        #expect(calendar.takeNext() == nil && calendar.next == nil)
        calendar.removeNext()
        calendar.replaceNext(by: "nothing", at: 1)
        #expect(calendar.isEmpty)
        calendar.schedule("never", at: .nan)
        calendar.schedule("minus nothing", at: -0.0)
        calendar.schedule("nothing", at: 0)
        calendar.schedule("before", at: -.infinity)
        let order = (0..<4).compactMap { _ in calendar.takeNext()?.event }
        #expect(order == ["before", "minus nothing", "nothing", "never"])
    }
}
