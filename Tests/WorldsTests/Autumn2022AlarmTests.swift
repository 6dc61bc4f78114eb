import Planning
import Reference
import Simulation
import Situation
import Support
import Testing
import Watch

@testable import Worlds

/// Autumn 2022 as the posts would have reported it: an hourly feed RECONSTRUCTED by the northern-wave scenario from the
/// totals published by 28 September 2022, after two quiet weeks of the same simulator.
///
/// This proves the detector, not history: nobody had such a feed, and the beds of Oral ran out on the 24th.
@Suite struct Autumn2022AlarmTests {
    /// When an alarm first rang, in a play.
    private struct Play: Sendable {
        var section: Instant?
        /// The first proposal of the playbook for the section, with what it says is affected.
        var proposal: (at: Instant, affected: PlaybookEvent.Affected)?
        /// Alarms of sections before the wave began.
        var falseAlarms = 0
        var quietDays = 0.0

        mutating func take(_ fact: Fact, at now: Instant, isInWave: Bool) {
            switch fact {
            case .alarm(let event):
                guard case .raised(let finding) = event.change else { return }
                // Worse steps of one alarm are no new alarm.
                if !isInWave, finding.priority == .medium { falseAlarms += 1 }
                if isInWave, event.alarm.subject == "ru-west" { section = section ?? now }
            case .playbook(let event):
                guard case .proposed(let said) = event.change, said.affected.sections == ["ru-west"] else {
                    return
                }
                proposal = proposal ?? (now, said.affected)
            default: break
            }
        }
    }

    /// The evening of the announcement; the first crowds came that night.
    private static let waveBegins = Instant(year: 2022, month: 9, day: 21, hour: 21)
    /// When the beds of Oral ran out.
    private static let bedsEnd = Instant(year: 2022, month: 9, day: 24, hour: 22)

    private static func rules() throws -> [AlarmRule] {
        AlarmRuleFolder.load(WorldsFixtures.folder.appending(path: "alarms")).rules
            .filter { $0.id == "section-influx" }
    }

    private static func playbooks() throws -> [Playbook] {
        PlaybookFolder.load(WorldsFixtures.folder.appending(path: "playbooks")).playbooks
            .filter { $0.id == "mass-influx" }
    }

    /// The posts that report in this world, and the sections and regions they lie in: nothing is heard of others.
    private static func places(of world: World) throws -> Places {
        let all = try WorldsFixtures.reference.get().places
        let reporting = Set(world.posts.map(\.id))
        return Places(
            posts: all.posts.filter { reporting.contains($0.id) }, sites: all.sites, sections: all.sections,
            regions: all.regions)
    }

    /// - Parameters:
    ///   - quietDays: leaves the wave out and plays so many days of usual traffic instead.
    ///   - past: how many days of usual traffic come before, and of how many of them the watch sees the hours.
    private static func play(
        seed: UInt64, quietDays: Int? = nil, past: (usual: Int, watched: Int) = (28, 14)
    ) throws -> Play {
        var world = try WorldsFixtures.world("northern-wave-2022")
        if let quietDays {
            world = try World(
                scenario: world.scenario, start: world.start, length: .days(quietDays), groups: world.groups,
                posts: world.posts, diversion: world.diversion, receptions: world.receptions,
                shelters: world.shelters, limits: world.limits)
        }
        let places = try Self.places(of: world)
        var engine = NationalEngine(world: world, seed: seed, warmUp: .days(past.usual))
        var alarms = AlarmWatch(rules: try rules())
        var playbooks = PlaybookWatch()
        let plans = try Self.playbooks()
        var picture = Picture()
        var number: Int64 = 0
        var play = Play()
        let begin = world.start - .days(past.watched)
        let end = quietDays == nil ? min(world.end, Self.bedsEnd) : world.end
        while engine.now < end {
            for draft in try engine.advance(to: engine.now + .hours(1)) {
                fold(draft, at: engine.now, &number, into: &picture)
            }
            let now = engine.now
            guard now >= begin else { continue }
            let reading = SituationReading(picture, places: places, targets: [], now: now)
            let figures = WatchFigures(picture, reading)
            for draft in alarms.look(at: picture, reading: reading, now: now)
                + playbooks.look(figures, playbooks: plans)
            {
                fold(draft, at: now, &number, into: &picture)
                play.take(draft.fact, at: now, isInWave: quietDays == nil && now > Self.waveBegins)
            }
        }
        play.quietDays = ((quietDays == nil ? Self.waveBegins : world.end) - begin).inHours / 24
        return play
    }

    private static func fold(
        _ draft: Draft, at now: Instant, _ number: inout Int64, into picture: inout Picture
    ) {
        number += 1
        let known = HybridTime(draft.known ?? now)
        picture.apply(
            Entry(
                id: EntryID(station: "reconstruction", number: number), recorded: known, known: known,
                about: draft.about, author: draft.author, source: draft.source, confidence: draft.confidence,
                fact: draft.fact))
    }

    /// Measured over seeds 1000 to 1004: 26 to 42 hours after the wave began, 31 to 47 before the beds ran out.
    @Test func `West Kazakhstan's section rings and its playbook is proposed a day before the beds ran out`()
        throws
    {
        // A shorter past than in the soak, so that this stays below a minute in a debug build.
        let play = try Self.play(seed: 1000, past: (12, 4))
        let rang = try #require(play.section)
        #expect(rang <= Self.bedsEnd - .hours(24))
        let proposal = try #require(play.proposal)
        #expect(proposal.at <= Self.bedsEnd - .hours(24))
        #expect(proposal.at >= rang)
        #expect(proposal.affected.regions.contains("KZ-27"))
    }

    /// The height of the wave at each post is drawn from a wide law; low draws come later.
    @Test(.enabled(if: Soak.isAsked, "a hundred seeds are played with AHUAL_SOAK"))
    func `nine of ten seeds ring a day before the beds ran out`() throws {
        let rang = try (2000..<2100).map { try Self.play(seed: $0).section }
        #expect(rang.count { $0.map { $0 <= Self.bedsEnd - .hours(24) } ?? false } >= 90)
    }

    @Test(.enabled(if: Soak.isAsked, "two hundred quiet months are played with AHUAL_SOAK"))
    func `quiet months ring less than once in three for a section`() throws {
        var falseAlarms = 0
        var sectionMonths = 0.0
        for seed in 0..<200 {
            let play = try Self.play(seed: UInt64(5000 + seed), quietDays: 16)
            falseAlarms += play.falseAlarms
            // Three sections towards Russia report in this scenario.
            sectionMonths += 3 * play.quietDays / 30
        }
        #expect(Double(falseAlarms) < sectionMonths / 3, "\(falseAlarms) in \(sectionMonths) section-months")
    }
}
