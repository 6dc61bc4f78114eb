import Situation
import Wording

extension Look {
    /// What entries say, in the reader's words.
    var entryWords: EntryWords {
        EntryWords(
            speech: speech, names: names, playbooks: model.context.playbooks,
            alarmRules: model.context.alarmRules, levels: model.context.levels, policy: policy)
    }

    /// What a fact says, in one line.
    func words(_ fact: Fact) -> String { entryWords.words(fact) }

    /// The kind of a fact in words; the stored name of a kind only newer programs know.
    func kind(_ fact: Fact, short: Bool = false) -> String { entryWords.kind(fact, short: short) }

    /// A stated number with how exactly it is meant.
    func stated(_ total: StatedTotal) -> String { entryWords.stated(total) }

    func area(_ area: Area) -> String { entryWords.area(area) }

    func name(_ alarm: AlarmID) -> String { entryWords.name(alarm) }

    func name(_ task: TaskRef) -> String { entryWords.name(task) }

    func persons(_ persons: Persons) -> String { entryWords.persons(persons) }
}

extension Fact {
    /// The post it speaks of.
    var checkpoint: CheckpointID? {
        switch self {
        case .checkpointReport(let report): report.checkpoint
        case .checkpointState(let state): state.checkpoint
        case .note(let note): note.place.map { CheckpointID($0) }
        case .correction(let correction): correction.replacement?.checkpoint
        default: nil
        }
    }

    /// The shelter it speaks of.
    var shelter: ShelterID? {
        switch self {
        case .shelterReport(let report): report.shelter
        case .facility(let facility): facility.facility
        case .note(let note): note.place.map { ShelterID($0) }
        case .correction(let correction): correction.replacement?.shelter
        default: nil
        }
    }
}
