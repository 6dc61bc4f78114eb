import Planning
import Situation
import Support
import Testing

@testable import Watch

@Suite final class MessageDraftTests {
    private let world = WatchWorld()
    private let words = MessageWords(
        unknown: "no data", lasting: "nothing fills", number: { value, _ in "\(Int(value))" },
        note: { index, figure in
            "\(index) \(figure.metric.rawValue) \(figure.places) \(figure.sources) \(figure.at?.seconds ?? -1)"
        })

    private func draft() throws -> MessageDraft {
        let playbook = try WatchPlanFixtures.playbook()
        let message = try #require(playbook.message("alert"))
        return MessageDraft(
            message, for: world.figures.affected(by: "ru-west"), world.figures, in: .en, words: words)
    }

    @Test func `a figure that nobody knows is said to be unknown and never zero`() throws {
        let draft = try draft()
        #expect(draft.body == "In: no data [1]; wait no data [2]; in no data [1]; beds no data [3].")
        #expect(draft.figures.map(\.value) == [.unknown, .unknown, .unknown])
        #expect(!draft.body.contains("0"))
    }

    @Test func `flows are added up, of waits the worst is said, each with its source and time`() throws {
        world.day(of: "syrym", 1500, wait: 90)
        world.day(of: "taskala", 700, wait: 200)
        world.shelter("oral-1", occupied: 150)
        let draft = try draft()
        #expect(draft.body == "In: 2200 [1]; wait 200 [2]; in 2200 [1]; beds 250 [3].")
        let noon = Instant.at(12).seconds
        #expect(
            draft.notes == [
                "1 section.inflow_24h [\"ru-west\"] [border] \(noon)",
                "2 post.wait_minutes [\"taskala\"] [border] \(noon)",
                "3 region.beds_free [\"KZ-27\"] [border] \(noon)",
            ])
        #expect(draft.to == ["COORD_COUNCIL"])
        #expect(draft.text.hasPrefix("Word\n\nIn: 2200"))
    }

    @Test func `what is known only in part says so`() {
        world.day(of: "syrym", 1500, wait: 90)
        let figure = world.figures.messageFigure(.postInflow24h, for: world.figures.affected(by: "ru-west"))
        #expect(figure.value == .number(1500))
        #expect(figure.places == ["syrym"])
        #expect(figure.unknownPlaces == ["taskala"])
    }

    @Test func `beds that do not fill last, and no number of hours is made up`() {
        world.shelter("oral-1", occupied: 150)
        world.pass(.hours(2))
        world.shelter("oral-1", occupied: 150)
        let affected = world.figures.affected(by: "ru-west")
        #expect(world.figures.messageFigure(.regionHoursToFull, for: affected).value == .lasting)
        #expect(world.figures.measured(.regionHoursToFull, for: "KZ-27") == .lasting(free: 250))
    }
}
