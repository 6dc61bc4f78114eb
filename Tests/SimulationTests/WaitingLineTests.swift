import Testing

@testable import Simulation

@Suite struct `Waiting line` {
    @Test func `those who came first are through first`() {
        var line = WaitingLine()
        line.join(Crowd(usual: 10, surging: 0, vehicles: 5), slot: 1)
        line.join(Crowd(usual: 0, surging: 10, vehicles: 2), slot: 2)
        #expect(line.release(10) == Crowd(usual: 10, surging: 0, vehicles: 5))
        #expect(line.release(100) == Crowd(usual: 0, surging: 10, vehicles: 2))
        #expect(line.isEmpty)
    }

    @Test func `a vehicle waits until its last person is through`() {
        var line = WaitingLine()
        line.join(Crowd(usual: 40, surging: 0, vehicles: 1), slot: 1)
        #expect(line.release(39) == Crowd(usual: 39, surging: 0, vehicles: 0))
        #expect(line.release(1) == Crowd(usual: 1, surging: 0, vehicles: 1))
    }

    @Test func `whoever is let through is a cross-section of the batch`() {
        var line = WaitingLine()
        line.join(Crowd(usual: 60, surging: 40, vehicles: 20), slot: 1)
        #expect(line.release(50) == Crowd(usual: 30, surging: 20, vehicles: 10))
    }

    @Test func `let through one by one they are the same people`() {
        var line = WaitingLine()
        let first = Crowd(usual: 37, surging: 11, vehicles: 13)
        let second = Crowd(usual: 5, surging: 90, vehicles: 41)
        line.join(first, slot: 1)
        line.join(second, slot: 2)
        var through = Crowd()
        for step in 1...143 {
            through += line.release(1)
            #expect(through.persons == step)
            #expect(through + line.crowd == first + second)
        }
        #expect(line.isEmpty && line.release(1) == Crowd())
    }

    @Test func `people of one slot join into one batch and are lost nowhere`() {
        var line = WaitingLine()
        for minute in 0..<1000 {
            line.join(Crowd(usual: 2, surging: 1, vehicles: 1), slot: Int64(minute / 10))
            _ = line.release(2)
        }
        #expect(line.crowd.persons == 1000)
    }
}
