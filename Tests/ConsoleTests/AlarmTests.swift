import Language
import Situation
import Support
import Terminal
import Testing
import Watch

@testable import Console

/// What the officer does about alarms, levels and proposals, by keys.
struct AlarmTests {
    private static let beds = AlarmID(rule: "region-hours-to-full", subject: "KZ-27")
    private static let wait = AlarmID(rule: "post-wait", subject: "syrym")

    /// The picture of `sitting` with one more event of the watch.
    private func adding(_ fact: Fact, to sitting: Sitting, by person: PersonName? = nil) throws
        -> PictureUpdate
    {
        var writer = SituationWriter(now: try #require(sitting.model.now))
        writer.watch(fact, ago: 0, by: person)
        var update = try #require(sitting.model.presentUpdate)
        // Entries of another station, so that their names do not meet.
        let entries = writer.entries.map {
            Entry(
                id: EntryID(station: "zz", number: Int64(update.recent.count)), recorded: $0.recorded,
                known: $0.known, about: $0.about, author: $0.author, source: $0.source,
                confidence: $0.confidence, fact: $0.fact)
        }
        for entry in entries { update.picture.apply(entry) }
        update.recent += entries
        return update
    }

    private func raising(_ id: AlarmID, _ priority: AlarmPriority) -> Fact {
        .alarm(AlarmEvent(id, .raised(.init(value: 1, priority: priority, cause: "test/KZ"))))
    }

    @Test func `the first press shows the worst, the second acknowledges that one though a worse one came`()
        throws
    {
        var sitting = try Sitting()
        sitting.press(.character("a"))
        #expect(sitting.model.view.destination == .alarm(Self.beds))
        let worse = AlarmID(rule: "clock", subject: "KZ")
        sitting.tell(.pictureArrived(try adding(raising(worse, .critical), to: sitting)))
        _ = sitting.takeEffects()
        sitting.press(.character("a"))
        #expect(sitting.takeActs() == [.act(.alarm(Self.beds, .acknowledge), ActID(1))])
        sitting.tell(
            .pictureArrived(
                try adding(.alarm(AlarmEvent(Self.beds, .acknowledged)), to: sitting, by: "Б. С.")))
        sitting.tell(.actDone(ActID(1)))
        sitting.press(.character("a"))
        #expect(sitting.model.view.destination == .alarm(worse))
        sitting.press(.escape)
        #expect(sitting.model.view.destination == .tab(.overview))
    }

    /// The key `a` as the three layouts send it.
    @Test(arguments: ["a", "ф"]) func `alarms are acknowledged in every keyboard layout`(_ key: String) throws
    {
        var sitting = try Sitting()
        sitting.type(key)
        #expect(sitting.model.view.destination == .alarm(Self.beds))
    }

    @Test func `an alarm is shelved with a time and a reason`() throws {
        var sitting = try Sitting()
        let now = try #require(sitting.model.now)
        sitting.model.navigation.show(.alarm(Self.wait))
        sitting.press(.character("z"))
        // The reason is what is missing, so that is where one types.
        sitting.type("жөндеу")
        sitting.press(.enter)
        #expect(
            sitting.takeActs()
                == [.act(.alarm(Self.wait, .shelve(until: now + .hours(1), reason: "жөндеу")), ActID(1))])
        sitting.tell(.actRefused(ActID(1), .notNow(.alreadyShelved)))
        guard case .form(let form)? = sitting.model.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(form.text("reason") == "жөндеу")
        #expect(form.problem != nil)
        sitting.press(.enter)
        #expect(sitting.takeActs().count == 1)
        sitting.tell(.actDone(ActID(2)))
        #expect(sitting.model.overlay == nil)
    }

    @Test func `a flood is grouped by cause, and every alarm is in a group or alone`() throws {
        var sitting = try Sitting(SampleSituation.flood, language: .en)
        sitting.press(.character("D"))
        #expect(sitting.text.contains("FLOOD: 6"))
        let standing = Look(sitting.model).alarmRows.count { $0.state.isAnnunciated }
        func listed() -> Int {
            Look(sitting.model).alarmLines.reduce(0) { sum, line in
                switch line {
                case .decision, .alarm(_, isInGroup: true): sum
                case .group(let group, _): sum + group.rows.count
                case .alarm(_, isInGroup: false): sum + 1
                }
            }
        }
        #expect(standing > 60)
        #expect(listed() == standing)
        let before = sitting.items.count
        let group = try #require(sitting.items.first { if case .alarmGroup = $0 { true } else { false } })
        while sitting.selected != group { sitting.press(.down) }
        sitting.press(.enter)
        #expect(sitting.items.count > before)
        #expect(listed() == standing)
        sitting.press(.enter)
        #expect(sitting.items.count == before)
    }

    @Test func `the list turns from all to what nobody has seen and to what is kept quiet`() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("D"))
        let all = Set(sitting.items)
        sitting.press(.character("v"))
        #expect(Set(sitting.items).isStrictSubset(of: all))
        sitting.press(.character("v"))
        let quiet: Set<ItemID> = [
            .destination(.alarm(AlarmID(rule: "post-closed", subject: "zhanybek"))),
            .destination(.alarm(AlarmID(rule: "post-silence", subject: "temir-baba"))),
            .destination(.alarm(AlarmID(rule: "source-silence", subject: "cn-border"))),
        ]
        #expect(Set(sitting.items) == quiet)
        sitting.press(.character("v"))
        #expect(Set(sitting.items) == all)
    }

    @Test func `from an alarm Enter leads to its place and t to its step`() throws {
        var sitting = try Sitting()
        sitting.model.navigation.show(.alarm(Self.wait))
        sitting.press(.enter)
        #expect(sitting.model.view.destination == .checkpoint("syrym"))
        sitting.press(.escape, .character("f"))
        // B3 is no task of the run, so its playbook is shown.
        #expect(sitting.model.view.destination == .playbook("mass-influx"))
        sitting.press(.escape)
        sitting.model.navigation.show(.alarm(AlarmID(rule: "section-influx", subject: "ru-west")))
        sitting.press(.character("f"))
        #expect(sitting.model.view.destination == .task("mass-influx/ru-west/1/B1"))
    }

    @Test func `a proposed level is confirmed or declined from the section's page`() throws {
        var sitting = try Sitting(language: .en)
        let now = try #require(sitting.model.now)
        sitting.press(.character("D"), .enter)
        #expect(sitting.model.view.destination == .section("ru-west"))
        #expect(sitting.text.contains("HIGH"))
        sitting.press(.character("c"))
        sitting.type("agreed")
        sitting.press(.enter)
        #expect(sitting.takeActs() == [.act(.level("ru-west", .confirm(.high, reason: "agreed")), ActID(1))])
        sitting.tell(.actDone(ActID(1)))
        sitting.press(.character("d"))
        sitting.type("wait and see")
        sitting.press(.enter)
        #expect(
            sitting.takeActs() == [
                .act(.level("ru-west", .decline(reason: "wait and see", until: now + .hours(2))), ActID(2))
            ])
    }

    @Test func `a level that nobody proposed can be set but not declined`() throws {
        var sitting = try Sitting(language: .en)
        sitting.model.navigation.show(.section("cn"))
        sitting.press(.character("d"))
        #expect(sitting.model.overlay == nil)
        #expect(sitting.model.notice != nil)
        sitting.press(.character("c"), .up, .right)
        sitting.type(" ")
        sitting.press(.down)
        sitting.type("radio report")
        sitting.press(.enter)
        #expect(
            sitting.takeActs() == [.act(.level("cn", .confirm(.high, reason: "radio report")), ActID(1))])
    }

    @Test func `the window's title counts grave alarms, and the bell can be silenced`() throws {
        var sitting = try Sitting(language: .en)
        #expect(windowTitle(of: sitting.model).hasPrefix("1 alarm"))
        sitting.press(.character("N"))
        #expect(!windowTitle(of: sitting.model).contains("alarm"))
        let worse = AlarmID(rule: "clock", subject: "KZ")
        sitting.press(.character("B"))
        _ = sitting.takeEffects()
        sitting.tell(.pictureArrived(try adding(raising(worse, .critical), to: sitting)))
        #expect(!sitting.takeEffects().contains(.ring))
    }

    /// ISA-18.2: a flood begins above ten in ten minutes and ends below five.
    @Test func `a flood lasts from more than ten alarms in ten minutes until fewer than five`() {
        let start = Instant.at(3)
        let eleven = (0..<11).map { start + .seconds(30 * $0) }
        #expect(!SeatLoad(Array(eleven.prefix(10)), now: start + .minutes(5)).isFlood)
        #expect(SeatLoad(eleven, now: start + .minutes(5)).isFlood)
        // Five of the eleven are younger than ten minutes, then four.
        #expect(SeatLoad(eleven, now: start + .seconds(12 * 60 + 40)).isFlood)
        #expect(!SeatLoad(eleven, now: start + .seconds(13 * 60 + 10)).isFlood)
        let load = SeatLoad(eleven, now: start + .hours(2))
        #expect((load.tenMinutes, load.hour, load.day) == (0, 0, 11))
    }
}

extension Sitting {
    /// Hands out the acts since the last time; what is loaded meanwhile is no matter.
    fileprivate mutating func takeActs() -> [Effect] {
        takeEffects().filter { if case .act = $0 { true } else { false } }
    }
}
