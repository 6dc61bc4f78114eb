import Crossings
import Language

extension CrossingFault: Sayable {
    /// What happened to the file of crossings, and what to do.
    public var phrase: Phrase {
        switch self {
        case .foreign(let path, let reason):
            Phrase("crossings.fault.foreign", ["path": .text(path), "reason": .text(reason)])
        case .refused(let path, let reason):
            Phrase("crossings.fault.refused", ["path": .text(path), "reason": .text(reason)])
        case .sealedForEver(let day): Phrase("crossings.fault.sealed", ["day": .text(day.description)])
        case .erased(let day): Phrase("crossings.fault.erased", ["day": .text(day.description)])
        case .tooYoung(let day, let first):
            Phrase(
                "crossings.fault.too-young",
                ["day": .text(day.description), "first": .text(first.description)])
        case .changedMeanwhile: Phrase("crossings.fault.changed-meanwhile")
        case .tooManyPosts: Phrase("crossings.fault.too-many-posts")
        }
    }
}
