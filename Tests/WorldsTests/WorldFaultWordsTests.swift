import Language
import Simulation
import Situation
import Support
import Testing

@testable import Worlds

/// What the simulator refuses, in words.
@Suite struct WorldFaultWordsTests {
    private static let faults: [any Sayable] =
        WorldFault.Quantity.allCases.map {
            WorldFault.outOfRange($0, of: "syrym/in/channel 2", value: 12.5, allowed: 0...10)
        } + [
            WorldFault.duplicate("flow wave"), WorldFault.unknownPost("syrym", of: "timetable"),
            WorldFault.unknownRegion("27", of: "KZ-23"), WorldFault.unknownShelter("s", of: "groups"),
            WorldFault.unknownGroup("g", of: "diversion"), WorldFault.outOfOrder(of: "syrym/out/roster"),
            WorldFault.endsBeforeItBegins(of: "disruption", from: .hours(3), to: .hours(2)),
            WorldFault.wrongLength(of: "syrym/in/hours", expected: 24, found: 7),
            WorldFault.sharesDoNotAddUp(of: "people/purposes", sum: 0.9),
            WorldFault.notAMeansOfTravel(of: "syrym/second line"), WorldFault.noChannel(of: "wave", .rail),
            WorldFault.unplayableDisplacement, WorldFault.nobodyReceives("27", of: "displacement"),
            WorldFault.noLaw(.stayHours, of: "g", .noValues),
            DistributionFault.outOfRange(parameter: "mean", value: -1, allowed: 0...1e12),
            DistributionFault.outOfOrder(low: 0, mode: 5, high: 4),
            DisplacementNetworkFault.outOfRange(of: "departureShare"),
            DisplacementNetworkFault.outOfRange(of: "A"), DisplacementNetworkFault.repeatedPlace,
            DisplacementNetworkFault.wayToNowhere(from: 0, to: 1),
        ]

    private static func catalog(_ language: Language) throws -> Catalog {
        try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(language)
    }

    @Test(arguments: Language.allCases)
    func `every fault has words in every language, with nothing left to fill in`(language: Language) throws {
        let catalog = try Self.catalog(language)
        for fault in Self.faults {
            let words = catalog.say(fault.phrase)
            #expect(!words.contains("⟨") && !words.contains("{") && !words.isEmpty, "\(fault): \(words)")
        }
    }

    @Test func `the words say where, what, and what is allowed`() throws {
        let catalog = try Self.catalog(.en)
        let lanes = WorldFault.outOfRange(.lanes, of: "syrym/in/channel 2", value: 1001, allowed: 0...1000)
        #expect(
            catalog.say(lanes.phrase)
                == "syrym, inbound, lanes 2: the number of lanes is 1001, and 0 to 1000 is allowed")
        // A sum that is wrong by less than a thousandth must not be told as 1.
        let shares = WorldFault.sharesDoNotAddUp(of: "people/ages", sum: 1.0004)
        #expect(catalog.say(shares.phrase) == "people, ages: the shares add up to 1.0004, and must to 1")
        let law = WorldFault.noLaw(
            .stayHours, of: "people", .outOfRange(parameter: "cv", value: 101, allowed: 0...100))
        #expect(
            catalog.say(law.phrase)
                == "people: the hours of stay: 'cv' is 101, and 0 to 100 is allowed")
    }
}
