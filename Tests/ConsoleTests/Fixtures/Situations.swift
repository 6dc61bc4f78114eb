import Console
import Situation
import Support

/// Two situations made by hand and formula, the same on every run: a quiet day and a bad night.
struct SampleSituation {
    let now: Instant
    let update: PictureUpdate

    private init(_ writer: SituationWriter) {
        now = writer.now
        let ordered = writer.entries.sorted { $0.foldKey < $1.foldKey }
        var amendments = Amendments()
        for entry in ordered { amendments.note(entry) }
        update = PictureUpdate(
            picture: .folding(ordered), contested: amendments.contested, recent: Array(ordered.suffix(200)))
    }

    /// The quiet day on the shipped places.
    static let quietDay = Shipped.places.map { quietDay($0) }
    /// The bad night on the shipped places.
    static let badNight = Shipped.places.map { SampleSituation(badNight($0)) }
    /// The same night, ten minutes into a flood of alarms.
    static let flood = Shipped.places.map { places in
        var writer = badNight(places)
        writer.flood()
        return SampleSituation(writer)
    }

    /// An ordinary day before noon; everybody reports, nothing is wrong.
    private static func quietDay(_ places: Places) -> SampleSituation {
        var writer = SituationWriter(now: Instant(year: 2026, month: 5, day: 12, hour: 11, minute: 20))
        for (index, post) in places.posts.enumerated() {
            writer.report(post, times: { _ in 0.85 + 0.05 * Double(index % 5) }, wait: 10 + 5 * (index % 4))
        }
        for (index, site) in places.sites.enumerated() {
            writer.report(site, taken: { _ in 0.1 + 0.02 * Double(index % 4) })
        }
        writer.state(.init(checkpoint: "syrym", status: .open), hoursAgo: 30)
        writer.indicators()
        writer.note("Ауысымды қабылдадым. Ескерту жоқ.", hoursAgo: 3)
        return SampleSituation(writer)
    }

    /// The night after the first crowds in the west: posts jammed, beds in Oral nearly gone, China silent.
    private static func badNight(_ places: Places) -> SituationWriter {
        var writer = SituationWriter(now: Instant(year: 2026, month: 11, day: 23, hour: 3, minute: 14))
        for (index, post) in places.posts.enumerated() where post.section != "cn" {
            let peaks: [SectionID: Double] = ["ru-west": 5, "ru-north": 3.2]
            let peak: Double = peaks[post.section] ?? 1
            let wait: Int =
                switch peak {
                case 4...: 240 + 20 * (index % 9)
                case 2...: 90 + 5 * (index % 6)
                default: 15 + index % 20
                }
            writer.report(
                post, times: { hour in 1 + (peak - 1) * Double(hour) / 18 }, wait: wait,
                silentFor: post.section == "tm" ? 6 : 0)
        }
        for (index, site) in places.sites.enumerated() {
            let isWest = site.region == "KZ-27"
            let steady = 0.2 + 0.02 * Double(index % 5)
            writer.report(site, taken: { hour in isWest ? min(0.99, 0.3 + 0.027 * Double(hour)) : steady })
        }
        writer.badNews()
        writer.indicators()
        writer.nightWatch()
        return writer
    }
}

/// Writes the entries of a sample situation, each known five minutes after the time it speaks of.
struct SituationWriter {
    let now: Instant
    private(set) var entries: [Entry] = []
    private var builder = EntryBuilder(station: "orda-1")

    init(now: Instant) { self.now = now }

    /// Hourly reports of a post in both directions over 25 hours, the last ones missing if it fell silent;
    /// `times` its usual by the hour, 0 the first.
    mutating func report(_ post: Places.Post, times: (Int) -> Double, wait: Int, silentFor: Int = 0) {
        for hour in 0..<25 - silentFor {
            let to = now.startOfHour - .hours(24 - hour)
            let time = CivilTime(to).hour
            let curve: Double = 0.6 + 0.8 * (1 - abs(Double(time) - 13) / 13)
            let usual = Double(post.usualIn.value.count) / 24
            let inward = Int(usual * curve * times(hour))
            let lanes = max(1, post.lanesIn.value.count - 1)
            let queue = wait * lanes * post.personsPerLaneHour.value.count / 60
            for (direction, persons) in [(Direction.in, inward), (.out, post.usualIn.value.count / 26)] {
                var report = CheckpointReport(
                    checkpoint: post.id, direction: direction, mode: .all, persons: Persons(persons))
                if direction == .in, hour > 21 {
                    report.waitingPersons = Persons(queue)
                    report.waitingVehicles = Vehicles(queue / 3)
                    report.wait = Minutes(wait)
                    report.lanesOpen = Lanes(lanes)
                }
                add(.checkpointReport(report), from: to - .hours(1), to: to)
            }
        }
    }

    /// A report every two hours; `taken` is the share of open beds by the hour, 0 the first.
    mutating func report(_ site: Places.Site, taken: (Int) -> Double) {
        for hour in stride(from: 0, through: 24, by: 2) {
            let at = now.startOfHour - .hours(24 - hour)
            add(
                .shelterReport(
                    ShelterReport(
                        shelter: site.id, openBeds: site.openBeds.value, reserveBeds: site.reserveBeds.value,
                        occupied: Beds(Int(Double(site.openBeds.value.count) * taken(hour))))),
                at: at)
        }
    }

    mutating func state(_ state: CheckpointState, hoursAgo: Int) {
        add(.checkpointState(state), at: now - .hours(hoursAgo))
    }

    mutating func note(_ text: String, hoursAgo: Int, place: String? = nil) {
        add(.note(Note(text: text, place: place)), at: now - .hours(hoursAgo))
    }

    mutating func indicators() {
        let values = [(1, 0.8), (3, 71.5), (5, 3.4), (9, 12), (14, 66)]
        for (number, value) in values {
            guard let indicator = IndicatorNumber(number), let period = ReportingPeriod("2026") else {
                continue
            }
            add(
                .indicatorValue(
                    IndicatorValue(indicator: indicator, period: period, value: value, document: "№ 12-4/881")
                ),
                at: now - .days(2))
        }
    }

    mutating func badNews() {
        state(CheckpointState(checkpoint: "taskala", status: .limited, reason: "кезек ұзын"), hoursAgo: 5)
        state(CheckpointState(checkpoint: "zhanibek", status: .closed, reason: "боран"), hoursAgo: 2)
        let days = Period(from: now.startOfDay - .days(9), to: now.startOfDay)
        let long = CheckpointReport(
            checkpoint: "syrym", direction: .in, mode: .all, persons: 16_862, category: "RU citizens")
        if let days { add(.checkpointReport(long), from: days.from, to: days.to) }
        let total = StatedTotal(
            area: .region("KZ-27"), direction: .in, persons: 49_464, precision: .atLeast)
        if let days { add(.statedTotal(total), from: days.from, to: days.to, source: "akimat-wko") }
        let wrong = builder.entry(
            .note(Note(text: "Оралда №4 мектеп ашылды, 210 төсек", place: "KZ-27")),
            about: .moment(now - .minutes(40)),
            known: now - .minutes(40), source: "duty-officer")
        entries.append(wrong)
        let right = Fact.note(Note(text: "Оралда №4 мектеп ашылды, 120 төсек", place: "KZ-27"))
        entries.append(builder.correction(of: wrong, .supersede(right), known: now - .minutes(20)))
        add(
            .note(Note(text: "Күту алты сағаттан асты, автобус сұралды", place: "syrym")),
            at: now - .minutes(8),
            source: "duty-officer")
    }

    /// An event of the watch, found by the program or said by a person so many minutes ago.
    mutating func watch(_ fact: Fact, ago: Int, by person: PersonName? = nil) {
        let known = now - .minutes(ago)
        let author = person.map { Author(person: $0, seat: "duty-officer") } ?? .system("watch")
        entries.append(
            builder.entry(
                fact, about: .moment(known), known: known, source: SourceID(author.person.rawValue),
                author: author))
    }

    private mutating func add(_ fact: Fact, from: Instant, to: Instant, source: SourceID = "nsc-border") {
        guard let period = Period(from: from, to: to) else { return }
        entries.append(builder.entry(fact, about: .period(period), known: to + .minutes(5), source: source))
    }

    private mutating func add(_ fact: Fact, at: Instant, source: SourceID = "nsc-border") {
        entries.append(builder.entry(fact, about: .moment(at), known: at + .minutes(5), source: source))
    }
}
