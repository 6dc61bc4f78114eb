import Foundation
import Situation
import StrictYAML

/// Reads scenario files (`kind: scenario`, `version: 1`).
public enum ScenarioFile {
    /// The scenario in `file`.
    public static func load(_ file: URL) throws(YAMLFault) -> DemonstrationScenario {
        try read(text: try PlanFile.text(of: file), file: file.lastPathComponent)
    }

    /// The scenario that `text` holds.
    ///
    /// - Parameter file: the name that faults give.
    public static func read(text: String, file: String) throws(YAMLFault) -> DemonstrationScenario {
        try YAMLValue(parsing: text, file: file).document(kind: "scenario", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> DemonstrationScenario in
            DemonstrationScenario(
                id: DemonstrationScenario.ID(try fields.require("id").text()),
                name: try fields.require("name").wholePlanText(),
                notes: try fields.require("notes").wholePlanText(),
                start: try fields.require("start").instant(),
                horizon: try fields.require("horizon").span(),
                seed: UInt64(try fields.require("seed").integer(in: 0...Int.max)),
                hoursOfDay: try hoursOfDay(try fields.require("hours_of_day")),
                posts: try fields.require("posts").list(post),
                surges: try fields.require("surges").list(surge),
                reception: try fields.require("reception").list(reception),
                events: try fields.require("events").list(event).sorted { $0.at < $1.at })
        }
    }

    private static func hoursOfDay(_ value: YAMLValue) throws(YAMLFault) -> [Double] {
        let hours = try value.list { (hour: YAMLValue) throws(YAMLFault) -> Double in
            try hour.number(in: 0...24)
        }
        guard hours.count == 24 else { throw value.expected("24 numbers, one an hour from midnight") }
        return hours
    }

    private static func post(_ value: YAMLValue) throws(YAMLFault) -> CheckpointID {
        CheckpointID(try value.text())
    }

    private static func surge(_ value: YAMLValue) throws(YAMLFault) -> PlannedSurge {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> PlannedSurge in
            let surge = PlannedSurge(
                place: try place(&fields),
                from: try fields.require("from").span(),
                to: try fields.require("to").span(),
                peak: try fields.require("peak").number(in: 0...1000),
                shape: try fields.require("shape").oneOf(PlannedSurge.Shape.self))
            guard surge.from < surge.to else { throw value.expected("'from' before 'to'") }
            return surge
        }
    }

    /// Either `checkpoint` or `section`, not both: the one not taken is left over and refused.
    private static func place(_ fields: inout YAMLFields) throws(YAMLFault) -> PlannedSurge.Place {
        if let section = fields.take("section") { return .section(SectionID(try section.text())) }
        return .checkpoint(CheckpointID(try fields.require("checkpoint").text()))
    }

    private static func reception(_ value: YAMLValue) throws(YAMLFault) -> RegionReception {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> RegionReception in
            RegionReception(
                region: RegionCode(try fields.require("region").text()),
                shareNeedingBed: try fields.require("share_needing_bed").number(in: 0...1),
                meanStay: try fields.require("mean_stay").span())
        }
    }

    private static func event(_ value: YAMLValue) throws(YAMLFault) -> ScheduledEvent {
        try value.mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ScheduledEvent in
            ScheduledEvent(
                at: try fields.require("at").span(),
                what: try fields.require("what").wholePlanText(),
                effect: try effect(&fields))
        }
    }

    /// Either `lanes` or `reserve_beds`.
    private static func effect(_ fields: inout YAMLFields) throws(YAMLFault) -> ScheduledEvent.Effect {
        if let lanes = fields.take("lanes") {
            return try lanes.mapping {
                (fields: inout YAMLFields) throws(YAMLFault) -> ScheduledEvent.Effect in
                .lanes(
                    CheckpointID(try fields.require("checkpoint").text()),
                    share: try fields.require("share").number(in: 0...1),
                    until: try fields.require("until").span())
            }
        }
        return try fields.require("reserve_beds").mapping {
            (fields: inout YAMLFields) throws(YAMLFault) -> ScheduledEvent.Effect in
            .reserveBeds(
                RegionCode(try fields.require("region").text()),
                share: try fields.require("share").number(in: 0...1))
        }
    }
}

extension YAMLValue {
    /// A number inside `range`.
    fileprivate func number(in range: ClosedRange<Double>) throws(YAMLFault) -> Double {
        let value = try number()
        guard range.contains(value) else {
            throw expected("a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// Text in all three languages. A scenario has no check after reading, so a gap is a fault here.
    fileprivate func wholePlanText() throws(YAMLFault) -> PlanText {
        let text = try planText()
        if let language = text.missing.first { throw fault(.missingKey(language.rawValue)) }
        return text
    }
}
