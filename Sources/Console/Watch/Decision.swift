import Situation

/// Something the program proposes or a colleague asks for, which waits for the officer's word.
enum Decision: Hashable, Sendable {
    case level(SectionID, LevelRecord.Proposal)
    case start(PlaybookRunRecord)
    /// Somebody asked for the start; another officer has to confirm it.
    case secondOfficer(PlaybookRunRecord)
    case phase(PlaybookRunRecord, String)
    case end(PlaybookRunRecord)

    var item: ItemID {
        switch self {
        case .level(let section, _): .section(section)
        case .start(let run), .secondOfficer(let run), .phase(let run, _), .end(let run):
            .run(run.id, run.playbook)
        }
    }

    /// Since when it waits, where that is known.
    var since: Instant? {
        switch self {
        case .level(_, let proposal): proposal.since
        case .start(let run): run.proposed
        case .secondOfficer(let run): run.request?.at
        case .phase, .end: nil
        }
    }
}

extension WatchPicture {
    /// What waits for a decision: levels first, the gravest at the top, then playbooks.
    var decisions: [Decision] {
        let proposed = levels.compactMap { section, record in record.proposal.map { (section, $0) } }
            .sorted { ($1.1.level, $0.1.since, $0.0) < ($0.1.level, $1.1.since, $1.0) }
            .map { Decision.level($0.0, $0.1) }
        let asked = runs.values.sorted { $0.id < $1.id }.flatMap { run -> [Decision] in
            switch run.state {
            case .proposed: [.start(run)]
            case .requested: [.secondOfficer(run)]
            case .inForce:
                (run.proposedPhase.map { [.phase(run, $0)] } ?? [])
                    + (run.isStandDownProposed ? [.end(run)] : [])
            case .declined, .ended: []
            }
        }
        return proposed + asked
    }
}
