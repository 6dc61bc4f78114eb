import Foundation
import Simulation
import StrictYAML

/// Reads a `simsetting.yml` of Flee.
public struct FleeSettingsFile {
    /// Settings, and what in the file has no effect here.
    public struct Reading: Sendable {
        public var settings: FleeSettings
        public var remarks: [FleeCaseFault]

        public init(settings: FleeSettings, remarks: [FleeCaseFault] = []) {
            self.settings = settings
            self.remarks = remarks
        }
    }

    private let file: String
    private var settings = FleeSettings()
    private var remarks: [FleeCaseFault] = []

    /// Reads the file at `path`; what it does not say has Flee's default.
    ///
    /// - Throws: ``FleeCaseFault`` for a value of another form, or a rule that is switched on and not known here;
    ///   `YAMLFault` for what is no YAML.
    public static func read(path: String) throws -> Reading {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw FleeCaseFault(file: path, .unreadable(reason: error.localizedDescription))
        }
        return try read(text: text, file: name)
    }

    /// Likewise from text; `file` is what faults call it.
    public static func read(text: String, file: String) throws -> Reading {
        var reader = FleeSettingsFile(file: file)
        let top = try YAMLValue(parsing: text, file: file)
        for (key, value) in try top.pairs() where !value.isNull {
            switch key {
            case "spawn_rules": try reader.each(value) { try $0.spawnRule($1, $2) }
            case "move_rules": try reader.each(value) { try $0.moveRule($1, $2) }
            case "optimisations": try reader.each(value) { try $0.optimisation($1, $2) }
            default: continue
            }
        }
        return Reading(settings: reader.settings, remarks: reader.remarks)
    }

    private init(file: String) { self.file = file }

    private mutating func each(
        _ block: YAMLValue, _ read: (inout Self, String, YAMLValue) throws -> Void
    ) throws {
        for (key, value) in try block.pairs() where !value.isNull { try read(&self, key, value) }
    }

    // MARK: - Blocks

    private mutating func moveRule(_ key: String, _ value: YAMLValue) throws {
        if let number = Self.numbers[key] {
            settings[keyPath: number.path] = try self.number(key, value, in: number.range)
        } else if let flag = Self.flags[key] {
            settings[keyPath: flag] = try isOn(key, value)
        } else if key == "awareness_level" {
            settings.awarenessLevel = Int(try number(key, value, in: 1...20))
        } else if key == "use_pop_for_loc_weight" {
            settings.populationAttractionPower =
                try isOn(key, value) ? settings.populationAttractionPower ?? 0.1 : nil
        } else if key == "pop_power_for_loc_weight" {
            let power = try number(key, value, in: 0...100)
            if settings.populationAttractionPower != nil { settings.populationAttractionPower = power }
        } else {
            try passOver(key, value)
        }
    }

    private mutating func spawnRule(_ key: String, _ value: YAMLValue) throws {
        switch key {
        case "conflict_spawn_decay":
            settings.conflictDecay = try value.list().map { try number(key, $0, in: 0...1000) }
        case "conflict_spawn_decay_interval":
            settings.conflictDecayInterval = Int(try number(key, value, in: 1...100_000))
        case "conflict_driven_spawning": try conflictSpawning(value)
        default:
            if let flag = Self.flags[key] {
                settings[keyPath: flag] = try isOn(key, value)
            } else {
                try passOver(key, value)
            }
        }
    }

    private mutating func conflictSpawning(_ value: YAMLValue) throws {
        var mode = "constant"
        var perDay: Double?
        for (key, value) in try value.pairs() where !value.isNull {
            switch key {
            case "spawn_mode": mode = try value.text()
            case "displaced_per_conflict_day": perDay = try number(key, value, in: 0...1e9)
            default: try passOver(key, value)
            }
        }
        switch mode.lowercased() {
        case "constant": settings.conflictSpawning = .constant(perDay ?? 500)
        case "pop_ratio": settings.conflictSpawning = .share(perDay ?? 0.01)
        case "poisson": settings.conflictSpawning = .poisson(perDay ?? 500)
        default: throw fault("spawn_mode", value, .unsupported(mode))
        }
    }

    private mutating func optimisation(_ key: String, _ value: YAMLValue) throws {
        guard key == "hasten" else { return try passOver(key, value) }
        settings.hasten = Int(try number(key, value, in: 1...1e9))
    }

    // MARK: - Values

    private func fault(
        _ key: String, _ value: YAMLValue, _ problem: FleeCaseFault.Problem
    ) -> FleeCaseFault {
        FleeCaseFault(file: file, line: value.line, column: key, problem)
    }

    private func number(_ key: String, _ value: YAMLValue, in range: ClosedRange<Double>) throws -> Double {
        let text = try value.text()
        guard let number = Double(text), number.isFinite else { throw fault(key, value, .notANumber(text)) }
        guard range.contains(number) else {
            throw fault(
                key, value,
                .outOfRange(text, low: Self.short(range.lowerBound), high: Self.short(range.upperBound)))
        }
        return number
    }

    private static func short(_ number: Double) -> String {
        number.rounded() == number ? "\(Int(number))" : "\(number)"
    }

    /// Whether a switch is on, in the words that YAML and Python know.
    private func isOn(_ key: String, _ value: YAMLValue) throws -> Bool {
        let text = try value.text()
        switch text.lowercased() {
        case "true", "yes", "on", "1", "1.0": return true
        case "false", "no", "off", "0", "0.0": return false
        default: throw fault(key, value, .notOneOf(text))
        }
    }

    /// A key without effect here; a fault when it switches on a rule that would change the outcome.
    private mutating func passOver(_ key: String, _ value: YAMLValue) throws {
        if Self.unsupported.contains(key) {
            let text = (try? value.text())?.lowercased() ?? "on"
            if !["false", "no", "off", "0", "0.0"].contains(text) {
                throw fault(key, value, .unsupported(key))
            }
        } else if !Self.harmless.contains(key) {
            remarks.append(fault(key, value, .unknownSetting(key)))
        }
    }
}
