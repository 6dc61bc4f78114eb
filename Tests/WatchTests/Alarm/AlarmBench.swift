import Situation
import Support

@testable import Planning
@testable import Watch

/// A picture, a watch and a journal in small: what is drafted is taken in, as the journal would.
struct AlarmBench {
    var picture = Picture()
    var watch: AlarmWatch
    private(set) var entries: [Entry] = []
    private var number: Int64 = 0

    static let section: SectionID = "ru-west"
    static let posts: [CheckpointID] = ["syrym", "taskala", "aksai"]
    static let shelters: [ShelterID] = ["oral-1", "oral-2"]

    static let places = Places(
        posts: posts.map {
            Places.Post(
                id: $0, section: section, region: "KZ-27", lanesIn: Figure(4, .reference),
                lanesOut: Figure(4, .reference), personsPerLaneHour: Figure(60, .reference),
                usualIn: Figure(1200, .illustrative))
        },
        sites: shelters.map {
            Places.Site(
                id: $0, region: "KZ-27", openBeds: Figure(100, .reference),
                reserveBeds: Figure(200, .reference),
                leadHours: Figure(24, .reference))
        },
        sections: [section], regions: ["KZ-27"])

    init(_ rules: [AlarmRule]) { watch = AlarmWatch(rules: rules) }

    func reading(_ now: Instant) -> SituationReading {
        SituationReading(picture, places: Self.places, targets: [], now: now)
    }

    /// Takes in something known at `now`.
    mutating func say(
        _ fact: Fact, about: About? = nil, at now: Instant, source: SourceID = "border",
        author: Author = .system("test")
    ) {
        number += 1
        let entry = Entry(
            id: EntryID(station: "test", number: number), recorded: HybridTime(now), known: HybridTime(now),
            about: about ?? .moment(now), author: author, source: source, confidence: .reported, fact: fact)
        picture.apply(entry)
        if case .alarm = fact { entries.append(entry) }
    }

    /// Says how long one waits at a post.
    mutating func wait(_ minutes: Int, at now: Instant, post: CheckpointID = "syrym", persons: Int = 10) {
        guard let hour = Period(from: now - .minutes(10), to: now) else { return }
        say(
            .checkpointReport(
                CheckpointReport(
                    checkpoint: post, direction: .in, mode: .all, persons: Persons(persons),
                    waitingPersons: Persons(minutes), wait: Minutes(minutes))),
            about: .period(hour), at: now)
    }

    /// Looks, and takes what is found into the journal unless told not to.
    @discardableResult
    mutating func look(_ now: Instant, everything: Bool = false, storing: Bool = true) -> [AlarmEvent] {
        let drafts = watch.look(
            at: picture, reading: reading(now), now: now, everything: everything)
        if storing {
            for draft in drafts {
                say(draft.fact, about: draft.about, at: now, source: draft.source, author: draft.author)
            }
        }
        return drafts.compactMap { if case .alarm(let event) = $0.fact { event } else { nil } }
    }

    /// What an officer does about an alarm.
    mutating func act(_ change: AlarmEvent.Change, on alarm: AlarmID, at now: Instant) {
        say(
            .alarm(AlarmEvent(alarm, change)), at: now, source: "officer",
            author: Author(person: "Serik", seat: "duty-officer"))
    }

    func state(_ alarm: AlarmID, _ now: Instant) -> AlarmState {
        picture.watch.alarms[alarm]?.state(at: now) ?? .normal
    }
}

extension AlarmRule {
    /// A rule by its test, with words that do not matter.
    static func sample(
        _ id: AlarmRuleID, _ test: AlarmTest, for duration: Span = .zero,
        returns: AlarmReturn = AlarmReturn(value: nil, duration: .zero), priority: AlarmPriority = .low,
        worse: [AlarmStep] = [], suppressions: [AlarmSuppression] = [],
        cause: AlarmCause.Place = .section
    ) -> AlarmRule {
        let words = PlanText([.kk: "x", .ru: "x", .en: "x"])
        return AlarmRule(
            id: id, name: words, test: test, duration: duration, returning: returns, priority: priority,
            worse: worse, suppressions: suppressions,
            cause: AlarmCause(key: "influx", place: cause, text: words), consequence: words,
            nextStep: AlarmNextStep(text: words, step: nil), owner: "NSC")
    }

    /// Two hours of waiting, worse from six on, over below an hour and a half.
    static func wait(
        for duration: Span = .zero, off: Span = .zero, suppressions: [AlarmSuppression] = []
    ) -> AlarmRule {
        sample(
            "post-wait", .metric("post.wait_minutes", scope: .any, .atLeast, .value(120)), for: duration,
            returns: AlarmReturn(value: 90, duration: off),
            worse: [AlarmStep(value: 360, priority: .high)], suppressions: suppressions)
    }
}
