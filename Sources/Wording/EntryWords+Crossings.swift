import Language
import Situation

// What the journal says of single crossings, in one line each.

extension EntryWords {
    func words(_ event: CrossingEvent) -> String {
        switch event {
        case .taken(let batch):
            return speech("crossings.event.taken", ["count": .number(batch.count)])
        case .closed(let closed):
            let counts = closed.counts[CrossingEvent.Closed.country] ?? CrossingCounts()
            return speech(
                "crossings.event.closed",
                [
                    "in": .number(counts.crossingsIn), "out": .number(counts.crossingsOut),
                    "people": .number(counts.people),
                ])
        case .erased(let erased):
            return speech("crossings.event.erased", ["count": .number(erased.count)])
        }
    }
}
