import Situation
import StrictYAML

// Readers of regions.yaml, sections.yaml and the two files of checkpoints.

extension YAMLValue {
    /// The content of `regions.yaml`.
    func regions() throws(YAMLFault) -> [Region] {
        try document(kind: "regions", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Region] in
            try fields.require("regions").distinct { value throws(YAMLFault) in try value.region() }
        }
    }

    private func region() throws(YAMLFault) -> Region {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Region in
            Region(
                id: RegionCode(try fields.require("iso").text()),
                kind: try fields.require("kind").oneOf(Region.Kind.self),
                isCapital: try fields.take("capital")?.bool() ?? false,
                name: try fields.require("name").localName(),
                centre: try fields.require("centre").localName(),
                formerCodes: try fields.texts("former_codes"),
                aliases: try fields.texts("aliases"),
                populationThousands: try fields.require("population_thousands").integer(in: 1...100_000),
                borders: try fields.require("borders").list { value throws(YAMLFault) in
                    try value.oneOf(Neighbour.self)
                },
                macroRegion: try fields.require("macro_region").oneOf(Region.MacroRegion.self))
        }
    }

    /// The content of `sections.yaml`.
    func sections(in regions: Set<RegionCode>) throws(YAMLFault) -> [BorderSection] {
        try document(kind: "border-sections", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [BorderSection] in
            try fields.require("sections").distinct { value throws(YAMLFault) in
                try value.section(in: regions)
            }
        }
    }

    private func section(in regions: Set<RegionCode>) throws(YAMLFault) -> BorderSection {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> BorderSection in
            BorderSection(
                id: SectionID(try fields.require("id").text()),
                name: try fields.require("name").localName(),
                neighbour: try fields.take("neighbour")?.oneOf(Neighbour.self),
                regions: try fields.require("regions").list { value throws(YAMLFault) in
                    try value.region(of: regions)
                })
        }
    }

    /// The content of a file of checkpoints.
    func checkpoints(_ known: KnownPlaces) throws(YAMLFault) -> [Checkpoint] {
        try document(kind: "checkpoints", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Checkpoint] in
            let basis = try fields.require("illustrative_basis").text()
            return try fields.require("checkpoints").distinct { value throws(YAMLFault) in
                try value.checkpoint(known, basis: basis)
            }
        }
    }

    private func checkpoint(_ known: KnownPlaces, basis: String) throws(YAMLFault) -> Checkpoint {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Checkpoint in
            let place = try fields.require("place").place(known)
            return Checkpoint(
                id: CheckpointID(try fields.require("id").text()),
                kind: try fields.require("kind").oneOf(Checkpoint.Kind.self),
                number: try fields.take("number")?.integer(in: 1...52),
                name: try fields.require("name").localName(),
                aliases: try fields.texts("aliases"),
                neighbour: try fields.take("neighbour")?.oneOf(Neighbour.self),
                counterpart: try fields.text("counterpart"),
                region: place.region,
                section: place.section,
                coordinates: place.coordinates,
                certainty: try fields.require("certainty").certainty(),
                traffic2016: try fields.take("traffic_2016")?.oneOf(Checkpoint.Traffic.self) ?? .unknown,
                opening: try fields.take("opening")?.oneOf(Checkpoint.Opening.self) ?? .unknown,
                modernisation: try fields.take("modernisation")?.modernisation() ?? .notReported,
                closures: try fields.take("closures")?.list { value throws(YAMLFault) in try value.closure() }
                    ?? [],
                planning: try fields.require("planning").planningValues(basis: basis),
                note: try fields.text("note"))
        }
    }

    private typealias Place = (region: RegionCode, section: SectionID, coordinates: Coordinates)

    private func place(_ known: KnownPlaces) throws(YAMLFault) -> Place {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Place in
            let region = try fields.require("region").region(of: known.regions)
            let sectionField = try fields.require("section")
            let section = SectionID(try sectionField.text())
            guard known.sections.contains(section) else {
                throw sectionField.expected("a section of sections.yaml")
            }
            return (region, section, try fields.coordinates())
        }
    }

    private func certainty() throws(YAMLFault) -> Checkpoint.Certainty {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Checkpoint.Certainty in
            Checkpoint.Certainty(
                nameKk: try fields.require("name_kk").oneOf(Checkpoint.NameOrigin.self),
                region: try fields.require("region").oneOf(Checkpoint.RegionOrigin.self),
                existence: try fields.require("existence").oneOf(Checkpoint.Existence.self))
        }
    }

    private func closure() throws(YAMLFault) -> Checkpoint.Closure {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Checkpoint.Closure in
            Checkpoint.Closure(
                from: try fields.require("from").day(),
                until: try fields.take("until")?.day(),
                reason: try fields.require("reason").text())
        }
    }

    private func modernisation() throws(YAMLFault) -> Modernisation {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Modernisation in
            Modernisation(
                programmes: try fields.take("programmes")?.list { value throws(YAMLFault) in
                    try value.oneOf(Modernisation.Programme.self)
                } ?? [],
                status: try fields.require("status").oneOf(Modernisation.Status.self),
                from: try fields.text("from"),
                until: try fields.text("until"),
                lanes: try fields.take("lanes")?.change(),
                booths: try fields.take("booths")?.change(),
                note: try fields.text("note"))
        }
    }

    private func change() throws(YAMLFault) -> Modernisation.Change {
        let numbers = try integers(in: 0...1_000)
        guard numbers.count == 2 else { throw expected("[before, after]") }
        return Modernisation.Change(before: numbers[0], after: numbers[1])
    }
}

extension YAMLFields {
    /// The keys `lat`, `lon` and `within_km`.
    mutating func coordinates() throws(YAMLFault) -> Coordinates {
        Coordinates(
            latitude: try require("lat").number(),
            longitude: try require("lon").number(),
            withinKilometres: try require("within_km").integer(in: 1...500))
    }
}
