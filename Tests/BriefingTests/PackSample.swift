import Language
import Reference
import Situation
import Support
import Wording

@testable import Briefing

/// A small fixed journal of 2026 and the packs made from it.
struct PackSample {
    static let made = Instant(year: 2026, month: 8, day: 10, hour: 10)
    static let since = Instant(year: 2026, month: 7, day: 1)

    let reference: Reference
    let policy: PolicyTables
    let entries: [Entry]

    /// Read once: they are large.
    private static let tables = Result {
        let loader = ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources"))
        return (try loader.core(), try loader.policy())
    }
    private static let catalogs = Result {
        let folder = CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path)
        return try Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, try folder.catalog($0)) })
    }

    init(adding more: (inout EntryBuilder) -> [Entry] = { _ in [] }) throws {
        (reference, policy) = try Self.tables.get()
        var build = EntryBuilder(station: "p")
        entries = Self.council(&build) + Self.situation(&build) + more(&build)
    }

    /// Indicator 4 by year, the last one first said wrong; measures and a question.
    private static func council(_ build: inout EntryBuilder) -> [Entry] {
        let spring = Instant(year: 2026, month: 4, day: 1)
        var entries: [Entry] = []
        for (place, value) in [("2022", 2.9), ("2023", 3.0), ("2024", 3.0), ("2025", 3.2)].enumerated() {
            guard let said = indicator(4, value.0, value.1) else { continue }
            entries.append(
                build.entry(
                    said.fact, about: said.about, known: spring + .hours(place), source: "bureau"))
        }
        if let last = entries.last, let right = indicator(4, "2025", 3.1) {
            let known = Instant(year: 2026, month: 7, day: 20)
            entries.append(build.correction(of: last, .supersede(right.fact), known: known))
        }
        let june = Instant(year: 2026, month: 6, day: 26)
        entries += CouncilSample.facts.enumerated().map { place, fact in
            build.entry(
                fact, about: .moment(june + .minutes(place)), known: june + .minutes(place), source: "MLSP")
        }
        return entries
    }

    private static func indicator(_ number: Int, _ period: String, _ value: Double) -> (
        fact: Fact, about: About
    )? {
        guard let number = IndicatorNumber(number), let period = ReportingPeriod(period) else { return nil }
        let value = IndicatorValue(
            indicator: number, period: period, value: value, document: "Bulletin <4>",
            published: CalendarDay(year: 2026, month: 3, day: 30))
        return (.indicatorValue(value), .period(period.period))
    }

    /// A day of a hundred an hour at Syrym, and a shelter.
    private static func situation(_ build: inout EntryBuilder) -> [Entry] {
        let first = made - .days(1)
        let reports = (0..<24).map { hour in
            build.report(100, from: first + .hours(hour), to: first + .hours(hour + 1))
        }
        let facts: [Fact] = [
            .shelterReport(
                ShelterReport(shelter: "oral-1", openBeds: 400, reserveBeds: 600, occupied: 150)),
            .facility(Facility(facility: "oral-1", region: "KZ-27", waterLitresADay: 3000, toilets: 20)),
            .checkpointState(CheckpointState(checkpoint: "syrym", status: .open, lanesIn: 6)),
            .healthReport(HealthReport(place: "oral-1", cases: ["measles": 2])),
            .resource(ResourceReport(kind: "water_tankers", region: "KZ-27", count: 3)),
        ]
        return reports
            + facts.map { build.entry($0, about: .moment(made - .hours(2)), known: made - .hours(1)) }
    }

    func seal(
        _ audience: BriefAudience, _ language: Language = .en, _ format: BriefFormat = .text,
        comparing: Bool = false
    ) -> PackSeal {
        PackSeal(
            journal: "j 1", entries: entries.count, hash: "00ff", made: Self.made, audience: audience,
            language: language.rawValue, format: format, comparedWith: comparing ? Self.since : nil,
            program: "0.1.0")
    }

    func brief(_ seal: PackSeal, _ nature: JournalNature = .live) throws -> Brief {
        let language = Language(rawValue: seal.language) ?? .en
        let catalogs = try Self.catalogs.get()
        let words = EntryWords(
            speech: Speech(catalogs[language] ?? Catalog(language: language, entries: [:])),
            names: Names(reference: reference, language: language), policy: policy)
        func view(_ entries: [Entry], _ now: Instant) -> BriefView {
            BriefView(Picture.folding(entries), reference: reference, policy: policy, now: now)
        }
        let comparison = seal.comparedWith.map { since in
            BriefComparison(
                then: view(entries.filter { $0.known.instant <= since }, since),
                hindsight: view(
                    entries.filter {
                        if case .correction = $0.fact { return true }
                        return $0.known.instant <= since || $0.about.end <= since
                    }, since),
                corrections: entries.compactMap { entry in
                    guard case .correction(let correction) = entry.fact, entry.known.instant > since else {
                        return nil
                    }
                    return entries.first { $0.id == correction.target }.flatMap {
                        LaterCorrection(entry, of: $0)
                    }
                })
        }
        return Brief(
            BriefSubject(
                seal: seal,
                journal: JournalIdentity(id: seal.journal, nature: nature, scenario: "northern-wave"),
                view: view(entries, seal.made), policy: policy, comparison: comparison), words)
    }
}
