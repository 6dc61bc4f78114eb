import Foundation
import Planning
import Situation

/// What the tests of this room share: the shipped files, the names around them, and one small playbook.
enum PlanningFixtures {
    /// The `Scenarios` folder of this checkout.
    static let scenarios = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Scenarios")

    static let playbooks = scenarios.appending(path: "playbooks")

    /// The agency keys of the decree's tables, written out here so that the tests do not lean on a reader.
    static let agencies: Set<AgencyKey> = [
        "MLSP", "MIA", "MFA", "NSC", "MNE", "MSHE", "MOE", "MOH", "MOF", "SRC", "MOJ", "MOA", "MAIDD", "MIC",
        "MCI", "MTS", "MTI", "GPO", "ARDFM", "NBK", "BNS", "ATAMEKEN", "OTANDASTAR", "AIFC", "ASTANA_HUB",
        "UNHCR", "MOT", "MES", "IOM", "GOV_OFFICE", "AKIMATS_ALL", "GOVERNMENT", "COORD_COUNCIL", "LEB",
        "WDC",
        "MIGRATION_SERVICE_COMMITTEE",
    ]

    /// The names of the registry of metrics.
    static let metrics: Set<String> = [
        "section.inflow_24h", "section.inflow_ratio", "section.influx_hours", "section.queue_persons",
        "section.wait_minutes",
        "post.inflow_24h", "post.inflow_ratio", "post.outflow_24h", "post.queue_persons",
        "post.queue_vehicles",
        "post.wait_minutes", "post.utilisation", "post.silence_minutes", "post.lanes_open",
        "region.beds_free",
        "region.beds_reserve", "region.occupancy", "region.hours_to_full", "region.without_bed",
        "shelter.beds_free", "shelter.occupancy", "shelter.hours_to_full", "country.inflow_24h",
        "country.inflow_ratio", "country.beds_free", "indicator.value", "indicator.gap",
        "source.silence_minutes", "tasks.overdue", "health.cases",
    ]

    static let check = PlaybookCheck(agencies: agencies, metrics: metrics)

    /// A playbook with two tasks that nothing is wrong with.
    static let small = """
        kind: playbook
        version: 1
        id: small
        crisis: general
        name: {kk: Кіші, ru: Малый, en: Small}
        purpose: {kk: Сынақ, ru: Проба, en: Trial}
        second_officer: false
        legal_basis:
          - act: {kk: Қаулы, ru: Постановление, en: Decree}
            provides: {kk: Тәртіп, ru: Порядок, en: Order}
            basis: general knowledge
        no_return_to_danger:
          question: {kk: Бар ма?, ru: Есть ли?, en: Are there?}
          rule: {kk: Кіргізу, ru: Впустить, en: Let in}
          basis: decree 1081
          source: part 2, chapter 3
        phases:
          - {id: first, order: 1, name: {kk: Бірінші, ru: Первая, en: First}}
        triggers:
          - id: inflow
            opens: first
            reason: {kk: Көп, ru: Много, en: Many}
            when:
              - {metric: section.inflow_ratio, scope: any, is: at_least, value: 2.5, for: 2h}
        tasks:
          - id: B1
            code: {kk: Б-1, ru: Б-1, en: B-1}
            phase: first
            what: {kk: Растау, ru: Подтвердить, en: Confirm}
            lead: NSC
            support: [MIA, MES]
            due: T+90m
            basis: general knowledge
          - id: B2
            code: {kk: Б-2, ru: Б-2, en: B-2}
            phase: first
            what: {kk: Ашу, ru: Открыть, en: Open}
            lead: LEB
            due: T+4h
            every: 6h
            after: [B1]
            done_when: {metric: region.hours_to_full, scope: affected, is: above, value: 24, for: 1h}
            reserve: {kind: beds, amount: 50%, where: KZ-27}
            message: alert
            escalation: {after: 40m, to: COORD_COUNCIL}
            asks_about_asylum: true
            basis: standard
            source: UNHCR WASH 2018
        messages:
          - id: alert
            to: [COORD_COUNCIL]
            subject: {kk: Хабар, ru: Весть, en: Word}
            body: {kk: '{section.inflow_24h}', ru: '{section.inflow_24h}', en: '{section.inflow_24h}'}
        stand_down:
          decided_by: COORD_COUNCIL
          when:
            - {metric: section.inflow_ratio, scope: affected, is: below, value: 1.5, for: 2d}
          note: {kk: Соңы, ru: Конец, en: End}

        """

    /// The small playbook with one piece of text changed, and the line where the change begins.
    static func small(_ old: String, _ new: String) -> (text: String, line: Int) {
        (small.replacing(old, with: new, maxReplacements: 1), line(of: old, in: small))
    }

    /// The line on which `piece` first begins, 1 for the first; 0 when it is nowhere.
    static func line(of piece: String, in text: String) -> Int {
        guard let place = text.range(of: piece) else { return 0 }
        return text[..<place.lowerBound].count { $0 == "\n" } + 1
    }
}
