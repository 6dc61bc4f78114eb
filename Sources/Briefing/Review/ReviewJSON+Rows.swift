import Drill
import Planning
import Situation
import Wording

extension ReviewJSON {
    struct SentInject: Encodable {
        let number: Int
        let id: String?
        let sent: String
        let text: [String: String]
        let detection: String?
        let decision: String?
        let relief: String?
        let expected: [Action]

        init(_ inject: Score.SentInject, _ score: Score, _ response: ResponseLedger.Response?) {
            number = inject.message.number
            id = inject.planned?.id.rawValue
            sent = inject.at.iso8601
            text = inject.message.text
            detection = response?.detection?.iso8601
            decision = response?.decision?.iso8601
            relief = response?.relief?.iso8601
            expected = score.actions.filter { $0.inject == inject.message.number }.map { Action($0, score) }
        }
    }

    struct Action: Encodable {
        let kind: String
        let objective: String
        let deadline: String
        let done: String?
        let by: String?
        let entry: String?
        let outcome: String

        init(_ status: ActionLedger.Status, _ score: Score) {
            kind = status.action.act.name
            objective = status.action.objective.rawValue
            deadline = status.deadline.iso8601
            done = status.done?.iso8601
            by = status.by?.person.rawValue
            entry = status.entry?.description
            outcome = score.outcome(of: status).rawValue
        }
    }

    struct CriterionRow: Encodable {
        let id: String
        let objective: String
        let value: Double?
        let good: Double
        let poor: Double
        let grade: String

        init(_ result: Score.CriterionResult) {
            id = result.criterion.id
            objective = result.criterion.objective.rawValue
            value = result.value
            good = result.criterion.good
            poor = result.criterion.poor
            grade = result.grade.rawValue
        }
    }

    struct Rating: Encodable {
        let objective: String
        let rating: String
        let words: String

        init(objective: String, _ rating: DirectorOrder.ObjectiveRating) {
            self.objective = objective
            self.rating = rating.rating.rawValue
            words = rating.words
        }
    }

    struct Alarm: Encodable {
        let alarm: String
        let from: String
        let minutes: Double
        let acknowledged: Bool

        init(_ wait: AttentionLedger.Wait, until end: Instant) {
            alarm = wait.alarm.description
            from = wait.from.iso8601
            minutes = wait.length(until: end).inHours * 60
            acknowledged = wait.isAcknowledged
        }
    }

    struct Case: Encodable {
        let id: String
        let rule: String
        let place: String
        let found: String
        let noticed: String?
        let settled: String?
        let lapsed: Bool

        init(_ one: AttentionLedger.Case) {
            id = one.contradiction.rawValue
            rule = one.rule
            place = one.place
            found = one.found.iso8601
            noticed = one.noticed?.iso8601
            settled = one.settled?.iso8601
            lapsed = one.hasLapsed
        }
    }

    struct Told: Encodable {
        let inject: Int
        let place: String
        let kind: String
        let told: Int
        let truth: Int
        let noticed: String?

        init(_ one: Score.ToldContradiction) {
            inject = one.inject
            place = one.place
            kind = one.kind.rawValue
            told = one.told
            truth = one.truth
            noticed = one.noticed?.iso8601
        }
    }

    struct Observation: Encodable {
        let at: String
        let by: String
        let objective: String?
        let station: String?
        let text: String

        init?(_ entry: DirectorEntry) {
            guard case .observe(let seen) = entry.order else { return nil }
            at = entry.at.iso8601
            by = entry.by
            objective = seen.objective
            station = seen.station
            text = seen.text
        }
    }

    struct Line: Encodable {
        let at: String
        let kind: String
        let entry: String
        let person: String
        let words: String

        init(_ line: ReviewTimeline.Line, _ words: EntryWords) {
            at = line.at.iso8601
            kind = line.kind.rawValue
            entry = line.entry.id.description
            person = line.entry.author.person.rawValue
            self.words = words.words(line.entry.fact)
        }
    }

    struct Improvement: Encodable {
        let objective: String
        let what: String
        let owner: String
        let date: String
        let state: String

        init(_ item: ImprovementPlan.Item) {
            objective = item.objective.rawValue
            what = item.what
            owner = item.owner
            date = item.date
            state = item.state.rawValue
        }
    }
}

extension ExpectedAct {
    /// The name that exercise files give it.
    fileprivate var name: String {
        switch self {
        case .acknowledgeAlarm: "acknowledge_alarm"
        case .confirmLevel: "confirm_level"
        case .startPlaybook: "start_playbook"
        case .openPhase: "open_phase"
        case .task: "task"
        case .commitReserve: "commit_reserve"
        case .order: "order"
        case .settleContradiction: "settle_contradiction"
        case .writeLog: "write_log"
        case .telephoneReport: "telephone_report"
        case .sendMessage: "send_message"
        case .handOver: "handover"
        }
    }
}
