import Planning
import Situation
import Wording

/// The screens with a key of their own.
public enum Tab: String, CaseIterable, Hashable, Sendable {
    case overview, checkpoints, shelters, indicators, measures, playbooks, alarms, tasks, log, desk, forecast,
        shift
    // Of an exercise: what was told to this station, and the director's own.
    case injects, director
}

/// A view one can be at.
public enum Destination: Hashable, Sendable {
    case welcome
    case tab(Tab)
    case section(SectionID)
    case checkpoint(CheckpointID)
    case region(RegionCode)
    case shelter(ShelterID)
    case indicator(IndicatorNumber)
    /// A measure of the action plan.
    case measure(MeasureNumber)
    case playbook(PlaybookID)
    /// One time a playbook is proposed or in force.
    case playbookRun(PlaybookRunID)
    /// A scenario played many times.
    case forecast(Scenario.ID)
    case entry(EntryID)
    case alarm(AlarmID)
    case task(TaskRef)
    case contradiction(ContradictionID)
    case order(OrderID)
    /// A message of the exercise that reached this station, by its entry.
    case inject(EntryID)
    /// An inject of the director's list, by its number.
    case listedInject(Int)

    /// The screen it belongs to; `nil` for the welcome page.
    var tab: Tab? {
        switch self {
        case .welcome: nil
        case .tab(let tab): tab
        case .section, .checkpoint: .checkpoints
        case .region, .shelter: .shelters
        case .indicator: .indicators
        case .measure: .measures
        case .playbook, .playbookRun: .playbooks
        case .forecast: .forecast
        case .entry: .log
        case .alarm: .alarms
        case .task, .order: .tasks
        case .contradiction: .desk
        case .inject: .injects
        case .listedInject: .director
        }
    }

    /// Whether it shows one thing and not a list of them.
    var isDetail: Bool {
        switch self {
        case .welcome, .tab: false
        default: true
        }
    }

    /// The id a note written here is about.
    var notePlace: String? {
        switch self {
        case .section(let id): id.rawValue
        case .checkpoint(let id): id.rawValue
        case .region(let id): id.rawValue
        case .shelter(let id): id.rawValue
        default: nil
        }
    }
}

/// Names a row of any list.
enum ItemID: Hashable, Sendable {
    case destination(Destination)
    /// A playbook for one place, proposed or in force.
    case run(PlaybookRunID, PlaybookID)
    /// Alarms of one cause, in a flood.
    case alarmGroup(String)
    case choice(WelcomeChoice)
    /// Something that is handed over.
    case item(HandoverItem.ID)
    /// Something on the director's screen.
    case director(DirectorItem)

    static func section(_ id: SectionID) -> ItemID { .destination(.section(id)) }
    static func checkpoint(_ id: CheckpointID) -> ItemID { .destination(.checkpoint(id)) }
    static func region(_ id: RegionCode) -> ItemID { .destination(.region(id)) }
    static func shelter(_ id: ShelterID) -> ItemID { .destination(.shelter(id)) }
    static func indicator(_ number: IndicatorNumber) -> ItemID { .destination(.indicator(number)) }
    static func measure(_ number: MeasureNumber) -> ItemID { .destination(.measure(number)) }
    static func playbook(_ id: PlaybookID) -> ItemID { .destination(.playbook(id)) }
    static func entry(_ id: EntryID) -> ItemID { .destination(.entry(id)) }
}

/// What a station without any live data can begin with.
enum WelcomeChoice: String, CaseIterable, Hashable, Sendable {
    case demonstration, importFile = "import", watch
}
