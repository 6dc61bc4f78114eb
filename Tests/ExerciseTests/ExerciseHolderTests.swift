import Drill
import Foundation
import Planning
import Situation
import Store
import Support
import Testing

@testable import Exercise

struct ExerciseHolderTests {
    /// Plays a whole exercise with a director who only starts it.
    private static func played(
        _ set: ExerciseStageSet, _ opened: OpenedExercise, to end: Instant? = nil,
        acting: @Sendable (ExerciseTable) throws(ExerciseFault) -> Void = { _ in }
    ) async throws -> ExerciseHolder {
        let holder = try set.holder(opened)
        try opened.record.append([set.order(.clock(.start))])
        try await holder.turn()
        try await holder.play(to: end ?? set.stage.closing, afterStep: acting)
        return holder
    }

    @Test
    func `an exercise starts, sends its injects by time, ends, and comes out the same when played again`()
        async throws
    {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch)
        let holder = try await Self.played(set, opened)
        #expect(await holder.isOver)
        let picture = try opened.journal.picture().picture
        #expect(picture.exercise.turn?.turn == .end)
        // The first by its time; the second as soon as its condition and the first allow; the third because nobody
        // wrote the line that was expected by T+15; the fourth never, since nobody sends it.
        let sent = picture.exercise.injects.map { ($0.message.number, $0.at - set.stage.opening) }
        #expect(sent.map(\.0) == [1, 2, 3])
        #expect(sent.map(\.1) == [.minutes(5), .minutes(10), .minutes(20)])
        let record = try #require(try PublishedRecord(in: opened.journal))
        let replay = try JournalReplay(opened.journal, stage: set.stage, record: record.entries)
        #expect(replay.reproduction.isExact)
        #expect(replay.reproduction.found > 30)
        #expect(try replay.reproduction.head == opened.journal.head().hash)
        #expect(try opened.journal.verify().fault == nil)
    }

    @Test func `another process takes over where one was lost, and nothing is told twice`() async throws {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let middle = set.stage.opening + .minutes(10)
        let whole = try set.open(scratch, name: "whole")
        _ = try await Self.played(set, whole)
        let cut = try set.open(scratch, name: "cut")
        _ = try await Self.played(set, cut, to: middle)
        // The first one is gone; only its files are left.
        let next = try set.holder(try set.reopen(cut))
        #expect(await next.now == middle)
        try await next.play(to: set.stage.closing) { _ in }
        func injects(_ opened: OpenedExercise) throws -> [Int] {
            try opened.journal.picture().picture.exercise.injects.map(\.message.number)
        }
        #expect(try injects(cut) == injects(whole))
        func reports(_ opened: OpenedExercise) throws -> [Fact] {
            try opened.journal.arrivals(after: 0).filter { $0.entry.source == "simulator" }.map(\.entry.fact)
        }
        #expect(try reports(cut) == reports(whole))
    }

    @Test func `an order of a trainee changes the world after its delay, and the replay too`() async throws {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch)
        let lanes = try #require(
            set.stage.world.posts.first { $0.id == "syrym" }?.incoming.channels.first?.roster.lanesByHour
                .first)
        let act = Act.staffLanes("syrym", .in, Lanes(lanes.count + 3))
        let order = OrderID(act, number: 1)
        let orderAt = set.stage.opening + .minutes(10)
        _ = try await Self.played(set, opened) { table throws(ExerciseFault) in
            guard table.now == orderAt, table.picture.watch.orders[order] == nil else { return }
            let author = Author(person: "A. B.", seat: "duty-officer")
            func draft(_ change: OrderEvent.Change) -> Draft {
                Draft(
                    .act(OrderEvent(order, change)), about: .moment(orderAt), author: author, source: "A. B.")
            }
            try storing { () throws(StoreError) in
                try opened.journal.append(
                    [
                        draft(.ordered(act: act, reason: "crowd", task: nil, asylum: nil)), draft(.accepted),
                    ], at: orderAt)
            }
        }
        let picture = try opened.journal.picture().picture
        let record = try #require(picture.watch.orders[order])
        // The plan's delay for lanes, counted from the word that it is accepted.
        #expect(record.effect == orderAt + set.stage.plan.delays.lanes)
        let published = try #require(try PublishedRecord(in: opened.journal))
        let replay = try JournalReplay(opened.journal, stage: set.stage, record: published.entries)
        #expect(replay.reproduction.isExact)
        #expect(replay.failures.isEmpty)
    }

    @Test func `a branch goes on from an earlier time and both are kept`() async throws {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch)
        let holder = try await Self.played(set, opened, to: set.stage.opening + .minutes(20))
        let before = try opened.journal.entryCount()
        let back = set.stage.opening + .minutes(10)
        try opened.record.append([
            set.order(.rewind(to: back), at: set.stage.opening + .minutes(20))
        ])
        try await holder.turn()
        let branch = await holder.journal
        #expect(branch.path != opened.journal.path)
        #expect(try opened.journal.entryCount() == before + 1)
        #expect(await holder.now == back)
        #expect(try branch.verify().fault == nil)
        #expect(branch.header.hash != opened.journal.header.hash)
        // The new file names the old one and the old one the new.
        #expect(try opened.journal.picture().picture.exercise.branch?.journal == branch.header.id)
        try opened.record.append([])
        try DirectorRecordFile.open(ExerciseFiles(journal: branch.path).record).append([
            set.order(.clock(.resume), at: back)
        ])
        try await holder.play(to: set.stage.closing) { _ in }
        let published = try #require(try PublishedRecord(in: branch))
        let replay = try JournalReplay(branch, stage: set.stage, record: published.entries)
        #expect(replay.reproduction.isExact)
    }

    @Test func `a live journal is never played into`() throws {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch)
        let live = try Journal.create(
            scratch.file("live.ahual"),
            header: JournalHeader(id: "live", nature: .live, created: set.stage.opening), station: "st-test")
        #expect(throws: StoreError.self) {
            try OpenedExercise(
                files: ExerciseFiles(journal: live.path), journal: live, record: opened.record,
                stage: set.stage)
        }
    }

    @Test func `the director's record is for its owner alone`() throws {
        let scratch = try Scratch()
        let set = try ExerciseStageSet.small()
        let opened = try set.open(scratch)
        let attributes = try FileManager.default.attributesOfItem(atPath: opened.files.record)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
