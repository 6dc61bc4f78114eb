import Simulation
import StrictYAML
import Testing

@testable import Worlds

/// Settings files of Flee.
struct FleeSettingsTests {
    @Test func `what a file does not say has Flee's default, and what it says counts`() throws {
        let text = """
            log_levels:
              agent: 0
            spawn_rules:
              take_from_population: False
              insert_day0: True
              conflict_spawn_decay: [1.0, 0.5]
              conflict_driven_spawning:
                spawn_mode: pop_ratio
                displaced_per_conflict_day: 0.02
            move_rules:
              max_move_speed: 200.0
              conflict_weight: 0.25
              avoid_short_stints: True
              awareness_level: 3
              stay_close_to_home: False
            optimisations:
              hasten: 10
            """
        let settings = try FleeSettingsFile.read(text: text, file: "simsetting.yml").settings
        #expect(settings.maxMoveSpeed == 200)
        #expect(settings.conflictWeight == 0.25)
        #expect(settings.avoidsShortStints)
        #expect(settings.awarenessLevel == 3)
        #expect(settings.hasten == 10)
        #expect(settings.conflictDecay == [1, 0.5])
        #expect(settings.conflictSpawning == .share(0.02))
        #expect(settings.defaultMoveChance == 0.3)
        #expect(settings.softening == 10)
    }

    @Test(arguments: [
        "move_rules:\n  max_move_speed: fast\n", "move_rules:\n  max_move_speed: -3\n",
        "move_rules:\n  avoid_short_stints: maybe\n", "move_rules:\n  fixed_routes: True\n",
        "move_rules:\n  awareness_level: 0\n", "optimisations:\n  hasten: 1e300\n",
    ])
    func `a value that makes no sense, or a rule not modelled, is a fault of its line`(text: String) {
        let fault = #expect(throws: FleeCaseFault.self) {
            _ = try FleeSettingsFile.read(text: text, file: "simsetting.yml")
        }
        #expect(fault?.line == 2)
    }

    @Test func `an unknown key is told`() throws {
        let reading = try FleeSettingsFile.read(text: "move_rules:\n  new_rule: 3\n", file: "s.yml")
        #expect(reading.remarks.map(\.problem) == [.unknownSetting("new_rule")])
    }
}
