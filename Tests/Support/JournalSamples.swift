import Situation

/// Journals made up at random from a seed: reports, states, shelters, notes and corrections of all sorts, from
/// two stations, some known late.
public enum JournalSample {
    /// Entries in the order of their numbers, which is not the order of fold.
    public static func entries(seed: UInt64, count: Int) -> [Entry] {
        var random = Seeded(seed)
        var stations = [EntryBuilder(station: "a"), EntryBuilder(station: "b")]
        var entries: [Entry] = []
        for index in 0..<count {
            let known = Instant.at(0) + .minutes(index * 7)
            let which = Int.random(in: 0...1, using: &random)
            let draft = draft(index: index, known: known, earlier: entries, &random)
            guard let draft else { continue }
            entries.append(stations[which].entry(draft.fact, about: draft.about, known: known))
        }
        return entries
    }

    private static func draft(
        index: Int, known: Instant, earlier: [Entry], _ random: inout Seeded
    ) -> (fact: Fact, about: About)? {
        let end = known - .minutes(Int.random(in: 0...600, using: &random))
        let post: CheckpointID = Bool.random(using: &random) ? "syrym" : "taskala"
        switch Int.random(in: 0...9, using: &random) {
        case 0:
            guard let target = earlier.randomElement(using: &random) else { return nil }
            return (
                .correction(Correction(target: target.id, change: .retract, reason: "slip")), target.about
            )
        case 1:
            guard let target = earlier.randomElement(using: &random),
                case .checkpointReport(var report) = target.fact
            else { return nil }
            report.persons = Persons(Int.random(in: 0...999, using: &random))
            let change = Correction.Change.supersede(.checkpointReport(report))
            return (
                .correction(Correction(target: target.id, change: change, reason: "recount")), target.about
            )
        case 2:
            let status = CheckpointStatus.allCases.randomElement(using: &random)
            return (.checkpointState(CheckpointState(checkpoint: post, status: status)), .moment(end))
        case 3:
            let report = ShelterReport(
                shelter: "oral-1", openBeds: 100, reserveBeds: 50,
                occupied: Beds(Int.random(in: 0...100, using: &random)))
            return (.shelterReport(report), .moment(end))
        case 4:
            return (.note(Note(text: "note \(index)")), .moment(known))
        default:
            let report = CheckpointReport(
                checkpoint: post, direction: .in, mode: .all,
                persons: Persons(Int.random(in: 0...200, using: &random)))
            guard let period = Period(from: end - .hours(1), to: end) else { return nil }
            return (.checkpointReport(report), .period(period))
        }
    }
}
