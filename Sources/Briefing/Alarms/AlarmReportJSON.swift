import Foundation
import Situation
import Watch

/// The figures of ISA-18.2 for programs.
public struct AlarmReportJSON: Encodable {
    let kind = "alarm-report"
    let version = 1
    let exercise: Bool
    let journal: String
    let from: String
    let to: String
    let rang: Int
    let quiet: Int
    let perHour: Double
    let perTenMinutes: Double
    let perDay: Double
    let peakTenMinutes: Int
    let peakAt: String?
    let floods: Int
    let minutesInFlood: Double
    let shareInFlood: Double
    let stale: [Row]
    let chattering: [Row]
    let priorities: [String: Int]
    let mostFrequent: [Row]
    let shelved: [String]
    let suppressed: [String]
    let outOfService: [String]
    let acknowledged: Int
    let medianSecondsToAcknowledge: Double?

    /// One alarm with a count or a time.
    struct Row: Encodable {
        let alarm: String
        var count: Int?
        var since: String?
    }

    public init(_ report: AlarmReport, journal identity: JournalIdentity) {
        exercise = identity.nature == .exercise
        journal = identity.id
        from = report.period.from.iso8601
        to = report.period.to.iso8601
        rang = report.rang
        quiet = report.quiet
        perHour = report.perHour
        perTenMinutes = report.perTenMinutes
        perDay = report.perDay
        peakTenMinutes = report.peak?.count ?? 0
        peakAt = report.peak?.at.iso8601
        floods = report.floods
        minutesInFlood = Double(report.timeInFlood.milliseconds) / 60_000
        shareInFlood = report.shareInFlood
        stale = report.stale.map { Row(alarm: $0.alarm.description, since: $0.since.iso8601) }
        chattering = report.chattering.map { Row(alarm: $0.alarm.description, count: $0.count) }
        priorities = Dictionary(report.priorities.map { ($0.key.rawValue, $0.value) }) { $0 + $1 }
        mostFrequent = report.mostFrequent.map { Row(alarm: $0.alarm.description, count: $0.count) }
        shelved = report.shelved.map(\.description)
        suppressed = report.suppressed.map(\.description)
        outOfService = report.outOfService.map(\.description)
        acknowledged = report.acknowledged
        medianSecondsToAcknowledge = report.medianAnswer.map { Double($0.milliseconds) / 1000 }
    }

    /// - Throws: never for figures of a report; what the encoder says.
    public func text() throws -> String { try JSONText.of(self) }
}
