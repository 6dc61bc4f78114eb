import Language
import Reference
import Situation
import Terminal

@testable import Console

/// An officer at the console: sends keys, sees frames, and the effects that were asked for.
struct Sitting {
    var model: Model
    private(set) var effects: [Effect] = []

    /// A console with a situation on its screen.
    init(
        _ situation: Result<SampleSituation, any Error> = SampleSituation.badNight,
        nature: JournalNature = .live,
        language: Language = .kk, size: Size = Size(columns: 80, rows: 24), past: PastMoment? = nil
    ) throws {
        let context = try Shipped.context(nature, language: language, past: past)
        self.init(context: context, size: size)
        let situation = try situation.get()
        tell(.ticked(situation.now))
        tell(.pictureArrived(situation.update))
        // Every console asks for the decree's tables with its first picture, and has them soon after.
        effects.removeAll { $0 == .loadPolicy }
        tell(.policyLoaded(try Shipped.policy()))
        if nature == .exercise {
            tell(.exerciseClockMoved(ExerciseClockState(now: situation.now, speed: 60, isPaused: false)))
        }
    }

    /// A console nothing was told yet.
    init(context: ConsoleContext, size: Size = Size(columns: 80, rows: 24)) {
        model = Model(context: context)
        tell(.resized(size))
    }

    mutating func tell(_ message: Message) { effects += update(&model, message) }

    mutating func press(_ keys: Key...) {
        for key in keys { tell(.key(key)) }
    }

    /// Presses a key for each character.
    mutating func type(_ text: String) {
        for character in text { tell(.key(.character(character))) }
    }

    mutating func resize(_ columns: Int, _ rows: Int) { tell(.resized(Size(columns: columns, rows: rows))) }

    /// Hands out the effects since the last time.
    mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }

    var frame: Frame { view(model) }
    var lines: [String] { frame.lines }
    var text: String { lines.joined(separator: "\n") }

    /// The items of the list keys go to.
    var items: [ItemID] { Look(model).page.list(model.view.focus)?.listing.ids ?? [] }
    var selected: ItemID? { model.view.list.selected }
}
