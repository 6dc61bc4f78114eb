/// The rules' numbers, with the names and the defaults of Flee's `simsetting.yml`
/// (Suleimenova, Bell, Groen 2017, Scientific Reports 7:13377; Ghorbani et al. 2024,
/// Journal of Computational Science 81:102371).
public struct FleeSettings: Hashable, Sendable {
    // MARK: How people move

    /// Kilometres a day by vehicle.
    public var maxMoveSpeed = 360.0
    /// Kilometres a day on foot.
    public var maxWalkSpeed = 35.0
    /// Attraction of places abroad.
    public var foreignWeight = 1.0
    /// Attraction of camps.
    public var campWeight = 1.0
    /// Attraction of places in conflict.
    public var conflictWeight = 0.316_227_766_017
    /// Chance of leaving a place in conflict, a day.
    public var conflictMoveChance = 1.0
    /// Chance of leaving a camp, a day.
    public var campMoveChance = 0.001
    /// Chance of leaving a camp of internally displaced people, a day.
    public var idpCampMoveChance = 0.1
    /// Chance of leaving a town, a day.
    public var defaultMoveChance = 0.3
    /// How many legs ahead people weigh, at least 1.
    public var awarenessLevel = 1
    /// The share of a capacity from which a place loses attraction.
    public var capacityBuffer = 0.9
    /// What capacities are multiplied by.
    public var capacityScaling = 1.0
    /// People who moved less than a day's way over two days do not rest in towns.
    public var avoidsShortStints = false
    /// The first link is walked.
    public var startsOnFoot = false
    /// Kilometres added to every path, so that short ways do not differ too much.
    public var softening = 10.0
    /// Added to every place's score.
    public var weightSoftening = 0.0
    /// The power of a whole weight.
    public var weightPower = 1.0
    /// The power of a path's length.
    public var distancePower = 1.0
    /// The population at which the population factor of move chances is 1.
    public var moveChancePopulationBase = 10_000.0
    /// The power of that factor; 0 turns it off.
    public var moveChancePopulationPower = 0.0
    /// Routes lighter than the heaviest by more than this factor are not taken; up to 1 turns it off.
    public var pruningThreshold = 1.0
    /// The power by which a population attracts; `nil` turns it off.
    public var populationAttractionPower: Double?

    // MARK: Who sets out

    /// What populations, capacities and counts are divided by.
    public var hasten = 1
    /// Camps begin with the people counted there on day 0.
    public var insertsDayZero = true
    /// Camps begin empty, and day 0's counts are taken off the figures.
    public var emptiesCampsOnDayZero = false
    /// New people follow the sum over the camps; otherwise the file of the total.
    public var sumsFromCamps = true
    /// Those who set out leave the population.
    public var takesFromPopulation = false
    /// People in camps may settle for good, with the place's `deactivation_probability` a day.
    public var campsAreSinks = false
    /// By what conflicts lose force, interval by interval; empty for no decay.
    public var conflictDecay: [Double] = []
    /// The interval's length in days.
    public var conflictDecayInterval = 30
    /// People set out by conflict instead of by the counts; `nil` for by the counts.
    public var conflictSpawning: ConflictSpawning?

    /// How many set out from a place in conflict each day, times its intensity.
    public enum ConflictSpawning: Hashable, Sendable {
        /// So many people.
        case constant(Double)
        /// This share of the population.
        case share(Double)
        /// A Poisson number with this mean.
        case poisson(Double)
    }

    /// Flee's own defaults.
    public init() {}

    /// The settings FabFlee validates with; Flee's Error (rescaled) for mali2012 under them is 0.311–0.318.
    public static var baseline: FleeSettings {
        var settings = FleeSettings()
        settings.maxMoveSpeed = 400
        settings.softening = 50
        settings.distancePower = 0.75
        settings.defaultMoveChance = 0.5
        settings.avoidsShortStints = true
        settings.capacityScaling = 1.25
        settings.awarenessLevel = 1
        settings.conflictWeight = 0.25
        settings.campMoveChance = 0.001
        settings.conflictDecay = [1, 1, 1, 0.5, 0.1]
        return settings
    }

    /// The settings that did better than ``baseline`` on every published case tried, the best of 82 random
    /// samples. None was chosen for one case.
    public static var tuned: FleeSettings {
        var settings = baseline
        settings.awarenessLevel = 2
        settings.maxMoveSpeed = 500
        settings.defaultMoveChance = 0.7
        settings.softening = 100
        settings.distancePower = 2
        settings.capacityScaling = 1
        return settings
    }

    /// How much force a conflict still has so many days after it broke out.
    func decay(daysSince days: Int) -> Double {
        guard !conflictDecay.isEmpty else { return 1 }
        let step = days / max(conflictDecayInterval, 1)
        return conflictDecay[min(max(step, 0), conflictDecay.count - 1)]
    }
}
