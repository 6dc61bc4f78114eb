import Planning
import Situation
import Support
import Testing

@testable import Watch

@Suite struct WatchRoundTests {
    @Test func `a round finds levels and playbooks, and nothing twice`() throws {
        let world = WatchWorld()
        let levels = try WatchPlanFixtures.shippedLevels()
        let folder = PlaybookFolder.load(WatchPlanFixtures.folder.appending(path: "playbooks"))
        var round = WatchRound(plans: WatchPlans(playbooks: folder.playbooks, levels: levels))
        world.day(of: "syrym", 5000, wait: 200)
        world.day(of: "taskala", 1000)
        _ = round.look(at: world.picture, reading: world.reading, now: world.now)
        world.pass(.hours(2))
        let found = round.look(at: world.picture, reading: world.reading, now: world.now)
        let threads = found.compactMap(\.fact.thread?.rawValue)
        #expect(threads.contains("level/ru-west"))
        #expect(threads.contains("playbook/mass-influx/ru-west/1"))
        #expect(Set(threads).count == threads.count)
        #expect(found.allSatisfy { $0.author == .system("watch") })
        world.writeUnlessOvertaken(found)
        #expect(round.look(at: world.picture, reading: world.reading, now: world.now).isEmpty)
    }

    @Test func `every task of a shipped playbook and level has somebody to call`() throws {
        let world = WatchWorld()
        let contacts = try WatchPlanFixtures.shippedContacts()
        world.signOn("aigul", .shiftLead)
        let desk = world.desk("aigul", levels: try WatchPlanFixtures.shippedLevels())
        #expect(world.write(try desk.drafts(for: .level("ru-west", .confirm(.critical, reason: "test")))))
        let tasks = world.picture.watch.tasks.values
        #expect(tasks.count == 3)
        for task in tasks { #expect(!world.figures.contacts(for: task, in: contacts).isEmpty, "\(task.id)") }
    }
}
