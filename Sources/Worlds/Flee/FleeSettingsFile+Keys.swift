import Simulation

extension FleeSettingsFile {
    /// A number's place and the values that make sense.
    struct Number {
        let path: WritableKeyPath<FleeSettings, Double>
        let range: ClosedRange<Double>
    }

    static var numbers: [String: Number] {
        [
            "max_move_speed": Number(path: \.maxMoveSpeed, range: 0.001...1e6),
            "max_walk_speed": Number(path: \.maxWalkSpeed, range: 0...1e6),
            "foreign_weight": Number(path: \.foreignWeight, range: 0...1e9),
            "camp_weight": Number(path: \.campWeight, range: 0...1e9),
            "conflict_weight": Number(path: \.conflictWeight, range: 0...1e9),
            "conflict_movechance": Number(path: \.conflictMoveChance, range: 0...1),
            "camp_movechance": Number(path: \.campMoveChance, range: 0...1),
            "idpcamp_movechance": Number(path: \.idpCampMoveChance, range: 0...1),
            "default_movechance": Number(path: \.defaultMoveChance, range: 0...1),
            "capacity_buffer": Number(path: \.capacityBuffer, range: 0...1),
            "capacity_scaling": Number(path: \.capacityScaling, range: 0...1e6),
            "softening": Number(path: \.softening, range: 0...1e6),
            "weight_softening": Number(path: \.weightSoftening, range: 0...1e9),
            "weight_power": Number(path: \.weightPower, range: 0...100),
            "distance_power": Number(path: \.distancePower, range: 0...100),
            "movechance_pop_base": Number(path: \.moveChancePopulationBase, range: 0.001...1e12),
            "movechance_pop_scale_factor": Number(path: \.moveChancePopulationPower, range: -100...100),
            "pruning_threshold": Number(path: \.pruningThreshold, range: 0...1e12),
        ]
    }

    static var flags: [String: WritableKeyPath<FleeSettings, Bool>] {
        [
            "avoid_short_stints": \.avoidsShortStints,
            "start_on_foot": \.startsOnFoot,
            "insert_day0": \.insertsDayZero,
            "empty_camps_on_day0": \.emptiesCampsOnDayZero,
            "sum_from_camps": \.sumsFromCamps,
            "take_from_population": \.takesFromPopulation,
            "camps_are_sinks": \.campsAreSinks,
            // The key as Flee's own reader spells it.
            "camps_are_sicks": \.campsAreSinks,
        ]
    }

    /// Rules that change who moves where and are not followed here.
    static let unsupported: Set<String> = [
        "fixed_routes", "stay_close_to_home", "two_system_decision_making", "use_economic_pull",
        "harvest_months", "flee_when_starving", "avoid_food_deprived_locations", "flood_rules",
        "ChildrenAvoidHazards", "ElderlyAvoidHazards", "WomenAvoidHazards", "BoysTakeRisk",
        "MatchCampReligion", "MatchCampEthnicity", "MatchTownEthnicity", "MatchConflictEthnicity",
        "use_v1_rules", "flood_zone_spawning_only", "flood_driven_spawn_mode", "read_from_agents_csv_file",
        "starvation_driven_spawning",
    ]

    /// Keys that change nothing while the rules they belong to are off.
    static let harmless: Set<String> = [
        "max_crossing_speed", "conflict_zone_spawning_only", "average_social_connectivity",
        "home_distance_power", "avg_religion_fraction",
    ]
}
