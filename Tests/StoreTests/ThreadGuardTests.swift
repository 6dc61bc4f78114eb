import Situation
import Store
import Support
import Testing

/// Two consoles on one file that act on the same alarm.
struct ThreadGuardTests {
    private let alarm = AlarmID(rule: "post-wait", subject: "syrym")

    private func draft(_ change: AlarmEvent.Change, after entry: EntryID?) -> Draft {
        Draft(
            .alarm(AlarmEvent(alarm, change)), about: .moment(.at(12)), author: .system("watch"),
            source: "watch", place: .after(entry))
    }

    @Test func `of two who say the same one is stored, the other is told and stores nothing`() throws {
        let fixture = try StoreFixture()
        let first = fixture.journal
        let second = try Journal.open(first.path, station: "st-second")
        let finding = AlarmEvent.Finding(value: 1, priority: .low, cause: "c")
        let raised = try #require(
            try first.append([draft(.raised(finding), after: nil)], at: .at(12)).stored.first)
        let acknowledged = try #require(
            try first.append([draft(.acknowledged, after: raised)], at: .at(12)).stored.first)
        #expect(throws: StoreError.overtaken("alarm/post-wait/syrym", by: acknowledged)) {
            try second.append(
                [StoreFixture.note("with it"), draft(.acknowledged, after: raised)], at: .at(12))
        }
        #expect(throws: StoreError.overtaken("alarm/post-wait/syrym", by: acknowledged)) {
            try second.append([draft(.raised(finding), after: nil)], at: .at(12))
        }
        #expect(try second.entryCount() == 2)

        let intake = try second.appendUnlessOvertaken(
            [draft(.raised(finding), after: nil), StoreFixture.note("by itself")], at: .at(13))
        #expect(intake.overtaken == 1)
        #expect(intake.stored.count == 1)
        #expect(
            try second.append([draft(.returned(value: 0), after: acknowledged)], at: .at(14)).stored.count
                == 1)
        #expect(try first.verify().fault == nil)
    }
}
