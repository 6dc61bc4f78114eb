import Situation
import StrictYAML

// Readers of shelters.yaml and standards.yaml.

extension YAMLValue {
    /// The content of `shelters.yaml`.
    func shelters(_ known: KnownPlaces) throws(YAMLFault) -> [Shelter] {
        try document(kind: "shelters", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [Shelter] in
            let basis = try fields.require("illustrative_basis").text()
            return try fields.require("shelters").distinct { value throws(YAMLFault) in
                try value.shelter(known, basis: basis)
            }
        }
    }

    /// The two kinds of place in the file.
    private enum FacilityKind: String, CaseIterable {
        case temporaryAccommodation = "temporary_accommodation"
        case plannedRehabilitationCentre = "planned_rehabilitation_centre"
    }

    private func shelter(_ known: KnownPlaces, basis: String) throws(YAMLFault) -> Shelter {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> Shelter in
            Shelter(
                id: ShelterID(try fields.require("id").text()),
                name: try fields.require("name").localName(),
                aliases: try fields.texts("aliases"),
                region: try fields.require("region").region(of: known.regions),
                coordinates: try fields.coordinates(),
                facility: try Self.facility(&fields, basis: basis),
                note: try fields.text("note"))
        }
    }

    /// A planned centre with beds is a fault, since `capacity` is then a key nobody reads.
    private static func facility(
        _ fields: inout YAMLFields, basis: String
    ) throws(YAMLFault) -> Shelter.Facility {
        switch try fields.require("kind").oneOf(FacilityKind.self) {
        case .temporaryAccommodation:
            .temporaryAccommodation(try fields.require("capacity").shelterCapacity(basis: basis))
        case .plannedRehabilitationCentre:
            .plannedRehabilitationCentre(
                PlannedCentre(
                    measure: try fields.require("measure").measureNumber(),
                    due: try fields.require("due").day()))
        }
    }

    /// The content of `standards.yaml`.
    func standards() throws(YAMLFault) -> [ServiceStandard] {
        try document(kind: "service-standards", version: 1) {
            (fields: inout YAMLFields) throws(YAMLFault) -> [ServiceStandard] in
            try fields.require("standards").distinct { value throws(YAMLFault) in try value.standard() }
        }
    }

    private func standard() throws(YAMLFault) -> ServiceStandard {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ServiceStandard in
            ServiceStandard(
                id: try fields.require("id").text(),
                name: try fields.require("name").localName(),
                unit: try fields.require("unit").localName(),
                bound: try fields.require("bound").oneOf(ServiceStandard.Bound.self),
                emergency: try fields.take("emergency")?.number(),
                afterEmergency: try fields.take("after_emergency")?.number(),
                survival: try fields.take("survival")?.number(),
                steps: try fields.take("steps")?.list { value throws(YAMLFault) in try value.step() } ?? [],
                source: try fields.require("source").text(),
                isToBeChecked: try fields.require("to_be_checked").bool(),
                note: try fields.text("note"))
        }
    }

    private func step() throws(YAMLFault) -> ServiceStandard.Step {
        try mapping { (fields: inout YAMLFields) throws(YAMLFault) -> ServiceStandard.Step in
            ServiceStandard.Step(
                name: try fields.require("name").text(), above: try fields.require("above").number())
        }
    }
}
