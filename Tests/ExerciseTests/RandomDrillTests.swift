import Drill
import Foundation
import Planning
import Situation
import Store
import Support
import Testing
import Watch

@testable import Exercise

/// Random directors and random trainees, by seed.
struct RandomDrillTests {
    /// So many acts; a soak does the ten thousand.
    private static var acts: Int { ProcessInfo.processInfo.environment["AHUAL_SOAK"] == nil ? 250 : 10_000 }

    /// A word that stands in one inject alone, which is sent only by hand.
    private static let secret = "ZJQX-UNSENT"

    @Test func `no acts of directors and trainees break the exercise, its reserves or its secrets`()
        async throws
    {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small([
            ("en: By hand", "en: \(Self.secret)"), ("length: 1h", "length: 9h"),
        ])
        let opened = try set.open(scratch)
        let live = try Journal.create(
            scratch.file("live.ahual"),
            header: JournalHeader(id: "live", nature: .live, created: set.stage.opening), station: "st-test")
        try live.append(
            [
                Draft(
                    .note(Note(text: "real", place: nil)), about: .moment(set.stage.opening),
                    author: Author(person: "A", seat: "duty-officer"), source: "A")
            ], at: set.stage.opening)
        let (liveHead, liveBytes) = (
            try live.head().hash, try Data(contentsOf: URL(fileURLWithPath: live.path))
        )

        let holder = try set.holder(opened)
        try opened.record.append([set.order(.clock(.start))])
        try await holder.turn()
        var players = RandomPlayers(seed: 20_261_124, set: set)
        for _ in 0..<Self.acts {
            let table = await holder.table
            guard table.phase != .over else { break }
            try players.act(on: table)
            try await holder.turn()
            if players.random.below(3) == 0 {
                try await holder.play(to: table.now + .minutes(1 + players.random.below(4))) { _ in }
            }
        }
        let table = await holder.table
        #expect(players.done > Self.acts / 2)
        // Reserves: never less than nothing, never more committed than there was when it was committed.
        for record in table.picture.watch.reserves.values {
            #expect(record.commitments.values.allSatisfy { $0 > 0 })
        }
        #expect(players.overCommitted.isEmpty)
        // Nobody appeared or vanished: the engine throws where somebody did; it says so of itself as well.
        #expect(table.game.run.engine.conservationBreach == nil)
        // The inject that nobody sent is in no journal, in no file a station reads.
        if !players.sentByHand.contains(4) {
            for file in [
                table.opened.files.journal, table.opened.files.journal + "-wal", table.opened.files.clock,
            ] {
                let bytes = FileManager.default.contents(atPath: file) ?? Data()
                #expect(bytes.range(of: Data(Self.secret.utf8)) == nil)
            }
        }
        #expect(try live.head().hash == liveHead)
        #expect(try Data(contentsOf: URL(fileURLWithPath: live.path)) == liveBytes)
        #expect(try table.opened.journal.verify().fault == nil)
        // And it all comes out the same.
        let record = try table.opened.record.entries(from: 0).entries
        let replay = try JournalReplay(table.opened.journal, stage: set.stage, record: record)
        #expect(replay.reproduction.isExact)
    }
}

/// Draws what directors and trainees do next.
private struct RandomPlayers {
    var random: Seeded
    let set: ExerciseStageSet
    /// Acts that were stored.
    var done = 0
    var sentByHand: Set<Int> = []
    /// Pools that ever had more committed than there was.
    var overCommitted: [ReservePool] = []

    init(seed: UInt64, set: ExerciseStageSet) {
        random = Seeded(seed)
        self.set = set
    }

    mutating func act(on table: ExerciseTable) throws {
        if random.below(2) == 0 { try direct(table) } else { try play(table) }
    }

    private mutating func direct(_ table: ExerciseTable) throws {
        let order = directorOrder(table)
        try table.opened.record.append([DirectorEntry(at: table.now, by: "director", order)])
        done += 1
    }

    private mutating func directorOrder(_ table: ExerciseTable) -> DirectorOrder {
        let post: CheckpointID = ["syrym", "taskala", "shagan"][random.below(3)]
        // The fourth is left alone: it is the secret.
        let number = 1 + random.below(3)
        switch random.below(16) {
        case 0: return .inject(.send(number: number))
        case 1: return .inject(.skip(number: number))
        case 2: return .inject(.restore(number: number))
        case 3: return .inject(.delay(number: number, minutes: random.below(40) - 10))
        case 4: return .inject(.shift(minutes: random.below(20) - 5))
        case 5:
            return .inject(
                .invent(
                    DirectorOrder.InventedInject(
                        number: 100 + done, at: table.now + .minutes(random.below(10)), from: "X",
                        text: ["en": "invented"])))
        case 6: return .world(.closePost(post, random.below(2) == 0 ? nil : .in))
        case 7: return .world(.openPost(post, nil))
        case 8:
            return .world(
                .limitLanes(post, .in, share: Double(random.below(11)) / 10, minutes: 1 + random.below(90)))
        case 9:
            return .world(
                .breakSystem([post], factor: 1 + Double(random.below(4)), minutes: 1 + random.below(60)))
        case 10:
            return .world(
                .epidemic("KZ-27", disease: "measles", casesPerDay: 12, minutes: 1 + random.below(900)))
        case 11: return .clock(.step(minutes: 1 + random.below(5)))
        case 12: return .clock(random.below(2) == 0 ? .pause : .resume)
        case 13: return .observe(DirectorOrder.Observation(objective: "see", text: "seen"))
        case 14:
            let task = table.picture.watch.tasks.keys.sorted().first ?? "none/none/1/X"
            return .agency(random.below(2) == 0 ? .accept(task) : .done(task, words: "done"))
        default:
            return random.below(6) == 0
                ? .rewind(to: table.now - .minutes(1 + random.below(20)))
                : .rate(DirectorOrder.ObjectiveRating(objective: "see", rating: .someChallenges))
        }
    }

    private mutating func play(_ table: ExerciseTable) throws {
        let author = Author(person: "A. B.", seat: "duty-officer")
        let desk = WatchDesk(
            picture: table.picture, reading: table.reading, playbooks: set.plans.watch.playbooks,
            now: table.now,
            author: author)
        let acts = traineeAct(table)
        guard let drafts = try? desk.drafts(for: acts) else { return }
        for draft in drafts {
            guard case .reserve(let event) = draft.fact,
                case .committed(let amount, let total, _) = event.change
            else { continue }
            let before = table.picture.watch.reserves[event.pool]?.committed ?? 0
            if before + amount > total { overCommitted.append(event.pool) }
        }
        if (try? table.opened.journal.append(drafts, at: table.now)) != nil { done += 1 }
    }

    private mutating func traineeAct(_ table: ExerciseTable) -> WatchAct {
        let watch = table.picture.watch
        guard watch.seats["duty-officer"]?.holder != nil else {
            return .shift("duty-officer", .signOn("A. B.", .dutyOfficer, .account))
        }
        let task = watch.tasks.keys.sorted().randomElement(using: &random) ?? "none/none/1/X"
        switch random.below(9) {
        case 0:
            return .start(
                "mass-influx", .init(sections: ["ru-west"], regions: ["KZ-27"], checkpoints: []), reason: "r")
        case 1:
            return .reserve(
                ReservePool(kind: "beds", place: "KZ-27"), .commit(amount: 1 + random.below(400), to: task))
        case 2:
            return .reserve(
                ReservePool(kind: "lanes", place: "KZ-27"), .commit(amount: 1 + random.below(4), to: task))
        case 3:
            return .reserve(
                ReservePool(kind: "beds", place: "KZ-27"), .release(amount: 1 + random.below(400), of: task))
        case 4: return .task(task, random.below(2) == 0 ? .accept : .done(words: "w"))
        case 5:
            return .order(
                .staffLanes("syrym", .in, Lanes(random.below(12))), for: nil, asylum: nil, reason: "r")
        case 6:
            return .order(
                .orderBuses("KZ-27", count: 1 + random.below(9)), for: nil, asylum: nil, reason: "r")
        case 7:
            return .order(
                .divert(from: "syrym", to: "taskala", share: Double(random.below(11)) / 10), for: nil,
                asylum: random.below(2) == 0 ? TaskEvent.AsylumAnswer.none : nil, reason: "r")
        default:
            let order = watch.orders.keys.sorted().randomElement(using: &random) ?? "none/none/1"
            return .onOrder(order, random.below(2) == 0 ? .cancel(reason: "r") : .accepted)
        }
    }
}
