/// The one registry of named measurements. Alarm rules, playbook triggers, injects, scores, forecasts and
/// charts name metrics from here and nothing else.
public enum Metric: String, CaseIterable, Codable, Sendable {
    case sectionInflow24h = "section.inflow_24h"
    case sectionInflowRatio = "section.inflow_ratio"
    /// Hours that the alarm of an influx has stood on the section without a return.
    case sectionInfluxHours = "section.influx_hours"
    case sectionQueuePersons = "section.queue_persons"
    case sectionWaitMinutes = "section.wait_minutes"
    case sectionArrivalsHour = "section.arrivals_hour"
    case postInflow24h = "post.inflow_24h"
    case postInflowRatio = "post.inflow_ratio"
    case postOutflow24h = "post.outflow_24h"
    case postQueuePersons = "post.queue_persons"
    case postQueueVehicles = "post.queue_vehicles"
    case postWaitMinutes = "post.wait_minutes"
    case postUtilisation = "post.utilisation"
    case postSilenceMinutes = "post.silence_minutes"
    case postLanesOpen = "post.lanes_open"
    case regionBedsFree = "region.beds_free"
    case regionBedsReserve = "region.beds_reserve"
    case regionOccupancy = "region.occupancy"
    case regionHoursToFull = "region.hours_to_full"
    case regionWithoutBed = "region.without_bed"
    case shelterBedsFree = "shelter.beds_free"
    case shelterOccupancy = "shelter.occupancy"
    case shelterHoursToFull = "shelter.hours_to_full"
    case shelterWaterPerPerson = "shelter.water_per_person"
    case shelterSpacePerPerson = "shelter.space_per_person"
    case shelterPersonsPerTap = "shelter.persons_per_tap"
    case shelterPersonsPerToilet = "shelter.persons_per_toilet"
    case shelterPersonsPerShower = "shelter.persons_per_shower"
    case countryInflow24h = "country.inflow_24h"
    case countryInflowRatio = "country.inflow_ratio"
    case countryBedsFree = "country.beds_free"
    case countryArrivalsHour = "country.arrivals_hour"
    case countryQueuePersons = "country.queue_persons"
    case countryWithoutBed = "country.without_bed"
    case indicatorValue = "indicator.value"
    case indicatorGap = "indicator.gap"
    case sourceSilenceMinutes = "source.silence_minutes"
    case tasksOverdue = "tasks.overdue"
    case healthCases = "health.cases"

    /// What kind of thing the metric measures.
    public enum Scope: String, CaseIterable, Sendable {
        case country, section, region, post, shelter, indicator, source, station
    }

    /// What its number counts.
    public enum Unit: String, CaseIterable, Sendable {
        case persons, vehicles, lanes, beds, cases, tasks
        case minutes, hours, litres
        case squareMetres = "square_metres"
        /// A share from 0 to 1, or more where more than all is possible.
        case share
        /// A multiple of what is usual.
        case times
        /// The indicator's own unit.
        case own
    }

    public var scope: Scope {
        switch self {
        case .sectionInflow24h, .sectionInflowRatio, .sectionInfluxHours, .sectionQueuePersons,
            .sectionWaitMinutes, .sectionArrivalsHour:
            .section
        case .postInflow24h, .postInflowRatio, .postOutflow24h, .postQueuePersons, .postQueueVehicles,
            .postWaitMinutes, .postUtilisation, .postSilenceMinutes, .postLanesOpen:
            .post
        case .regionBedsFree, .regionBedsReserve, .regionOccupancy, .regionHoursToFull, .regionWithoutBed:
            .region
        case .shelterBedsFree, .shelterOccupancy, .shelterHoursToFull, .shelterWaterPerPerson,
            .shelterSpacePerPerson, .shelterPersonsPerTap, .shelterPersonsPerToilet, .shelterPersonsPerShower:
            .shelter
        case .countryInflow24h, .countryInflowRatio, .countryBedsFree, .countryArrivalsHour,
            .countryQueuePersons, .countryWithoutBed, .healthCases:
            .country
        case .indicatorValue, .indicatorGap: .indicator
        case .sourceSilenceMinutes: .source
        case .tasksOverdue: .station
        }
    }

    public var unit: Unit {
        switch self {
        case .sectionInflow24h, .sectionQueuePersons, .postInflow24h, .postOutflow24h, .postQueuePersons,
            .regionWithoutBed, .countryInflow24h, .sectionArrivalsHour, .countryArrivalsHour,
            .countryQueuePersons, .countryWithoutBed, .shelterPersonsPerTap, .shelterPersonsPerToilet,
            .shelterPersonsPerShower:
            .persons
        case .sectionInflowRatio, .postInflowRatio, .countryInflowRatio: .times
        case .sectionWaitMinutes, .postWaitMinutes, .postSilenceMinutes, .sourceSilenceMinutes: .minutes
        case .postQueueVehicles: .vehicles
        case .postUtilisation, .regionOccupancy, .shelterOccupancy: .share
        case .postLanesOpen: .lanes
        case .regionBedsFree, .regionBedsReserve, .shelterBedsFree, .countryBedsFree: .beds
        case .sectionInfluxHours, .regionHoursToFull, .shelterHoursToFull: .hours
        case .indicatorValue, .indicatorGap: .own
        case .tasksOverdue: .tasks
        case .healthCases: .cases
        case .shelterWaterPerPerson: .litres
        case .shelterSpacePerPerson: .squareMetres
        }
    }
}
