import Language
import Simulation
import Situation

extension WorldFault: Sayable {
    public var phrase: Phrase {
        switch self {
        case .outOfRange(let quantity, let name, let value, let allowed):
            Self.say(
                "out-of-range", name,
                [
                    "quantity": .phrase(quantity.phrase), "found": .text(Self.text(value)),
                    "low": .text(Self.text(allowed.lowerBound)), "high": .text(Self.text(allowed.upperBound)),
                ])
        case .noLaw(let quantity, let name, let fault):
            Self.say(
                "no-law", name, ["quantity": .phrase(quantity.phrase), "reason": .phrase(fault.phrase)])
        case .endsBeforeItBegins(let name, let from, let to):
            Self.say(
                "ends-before-it-begins", name,
                ["from": .text(Self.text(from.inHours)), "to": .text(Self.text(to.inHours))])
        case .wrongLength(let name, let expected, let found):
            Self.say("wrong-length", name, ["expected": .number(expected), "found": .number(found)])
        case .sharesDoNotAddUp(let name, let sum):
            Self.say("shares-do-not-add-up", name, ["found": .text(Self.text(sum))])
        case .duplicate(let name): Self.say("duplicate", name)
        case .outOfOrder(let name): Self.say("out-of-order", name)
        case .notAMeansOfTravel(let name): Self.say("not-a-means-of-travel", name)
        case .unplayableDisplacement: Phrase("simulation.world.unplayable-displacement")
        case .unplayableNetwork(let fault): fault.phrase
        default: naming
        }
    }

    /// The faults that name something the world does not have.
    private var naming: Phrase {
        switch self {
        case .unknownPost(let post, let name): Self.missing("unknown-post", post.rawValue, name)
        case .unknownRegion(let region, let name): Self.missing("unknown-region", region.rawValue, name)
        case .unknownShelter(let shelter, let name): Self.missing("unknown-shelter", shelter.rawValue, name)
        case .unknownGroup(let group, let name): Self.missing("unknown-group", group.rawValue, name)
        case .noChannel(let name, let mode): Self.missing("no-channel", mode.rawValue, name)
        case .nobodyReceives(let region, let name): Self.missing("nobody-receives", region.rawValue, name)
        default: Phrase("simulation.world.unplayable-displacement")
        }
    }

    private static func missing(_ key: String, _ found: String, _ name: String) -> Phrase {
        say(key, name, ["found": .text(found)])
    }

    private static func say(
        _ key: String, _ name: String, _ arguments: [String: Phrase.Argument] = [:]
    ) -> Phrase {
        Phrase("simulation.world.\(key)", arguments.merging(["place": WorldPlace.argument(name)]) { $1 })
    }

    /// A number as scenario files write it, to the thousandth.
    fileprivate static func text(_ number: Double) -> String {
        let thousandths = (number * 1000).rounded()
        guard thousandths.magnitude < 1e15 else { return "\(number)" }
        let rounded = thousandths / 1000
        // What is out of range by less must not look as if it were in it.
        if rounded != number && rounded.rounded() == rounded { return "\(number)" }
        return rounded.rounded() == rounded ? "\(Int(rounded))" : "\(rounded)"
    }
}

extension WorldFault.Quantity {
    fileprivate var phrase: Phrase {
        let key = rawValue.reduce(into: "") { key, character in
            key += character.isUppercase ? "-" + character.lowercased() : String(character)
        }
        return Phrase("simulation.world.quantity.\(key)")
    }
}

/// The simulator's names of places, such as `khorgos/in/hours`: what is no name of the scenario's gets words.
private enum WorldPlace {
    private static let wholes: Set = ["groups", "diversion", "timetable", "displacement", "disruption"]
    private static let parts: Set = [
        "in", "out", "hours", "weekdays", "mix", "channels", "roster", "purposes", "documents", "ages",
    ]

    static func argument(_ name: String) -> Phrase.Argument {
        let names = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var place = whole(names[0])
        for name in names.dropFirst() {
            place = .phrase(Phrase("simulation.world.part-of", ["whole": place, "part": part(name)]))
        }
        return place
    }

    private static func whole(_ name: String) -> Phrase.Argument {
        wholes.contains(name) ? .phrase(Phrase("simulation.world.whole.\(name)")) : .text(name)
    }

    private static func part(_ name: String) -> Phrase.Argument {
        if parts.contains(name) { return .phrase(Phrase("simulation.world.part.\(name)")) }
        if name == "second line" { return .phrase(Phrase("simulation.world.part.second-line")) }
        if name.hasPrefix("channel "), let number = Int(name.dropFirst(8)) {
            return .phrase(Phrase("simulation.world.part.channel", ["number": .text("\(number)")]))
        }
        return .text(name)
    }
}

extension DistributionFault: Sayable {
    public var phrase: Phrase {
        switch self {
        case .outOfRange(let parameter, let value, let allowed):
            Phrase(
                "simulation.world.law.out-of-range",
                [
                    "parameter": .text(parameter), "found": .text(WorldFault.text(value)),
                    "low": .text(WorldFault.text(allowed.lowerBound)),
                    "high": .text(WorldFault.text(allowed.upperBound)),
                ])
        case .outOfOrder(let low, let mode, let high):
            Phrase(
                "simulation.world.law.out-of-order",
                [
                    "low": .text(WorldFault.text(low)), "mode": .text(WorldFault.text(mode)),
                    "high": .text(WorldFault.text(high)),
                ])
        case .noValues: Phrase("simulation.world.law.no-values")
        }
    }
}

extension DisplacementNetworkFault: Sayable {
    public var phrase: Phrase {
        switch self {
        case .outOfRange(of: "departureShare"): Phrase("simulation.world.network.departures")
        case .outOfRange(let name):
            Phrase("simulation.world.network.out-of-range", ["place": .text(name)])
        case .repeatedPlace: Phrase("simulation.world.network.repeated-place")
        case .wayToNowhere(let from, let to):
            // People count from 1.
            Phrase(
                "simulation.world.network.way-to-nowhere",
                ["from": .text("\(from + 1)"), "to": .text("\(to + 1)")])
        }
    }
}
