import Foundation
import Situation
import StrictYAML

/// Reads the reference data from its folder, strictly: the first unknown key, wrong type, missing key or name
/// that leads nowhere is a fault with file, line and key.
public struct ReferenceLoader: Sendable {
    private let folder: URL

    /// A loader of the files in `folder`.
    public init(folder: URL) {
        self.folder = folder
    }

    /// A loader of the files the program was shipped with.
    ///
    /// - Throws: ``ResourceFault`` when they are nowhere to be found.
    public init(locator: ResourceLocator) throws(ResourceFault) {
        folder = try locator.folder(named: "reference", bundle: "ahual_Reference")
    }

    /// What the first screen needs.
    ///
    /// - Throws: ``ResourceFault`` when a file cannot be read, `YAMLFault` when its content is wrong.
    public func core() throws -> Reference {
        let regions = try read("regions.yaml", { value throws(YAMLFault) in try value.regions() })
        let codes = Set(regions.map(\.id))
        let sections = try read("sections.yaml", { value throws(YAMLFault) in try value.sections(in: codes) })
        let known = KnownPlaces(regions: codes, sections: Set(sections.map(\.id)))
        let posts = try ["checkpoints.yaml", "checkpoints-rail-air.yaml"].flatMap { file in
            try read(file, { value throws(YAMLFault) in try value.checkpoints(known) })
        }
        return Reference(
            regions: regions,
            sections: sections,
            checkpoints: posts,
            shelters: try read("shelters.yaml", { value throws(YAMLFault) in try value.shelters(known) }),
            standards: try read("standards.yaml", { value throws(YAMLFault) in try value.standards() }),
            indicators: try read("indicators.yaml", { value throws(YAMLFault) in try value.indicators() }))
    }

    /// The heavier tables of the decree. Takes some tens of milliseconds: call it off the main thread.
    ///
    /// - Throws: ``ResourceFault`` when a file cannot be read, `YAMLFault` when its content is wrong.
    public func policy() throws -> PolicyTables {
        let (agencies, abbreviations) = try read(
            "agencies.yaml", { value throws(YAMLFault) in try value.agencies() })
        let keys = Set(agencies.map(\.id))
        return PolicyTables(
            measures: try read("measures.yaml", { value throws(YAMLFault) in try value.measures(keys) }),
            directions: try read("directions.yaml", { value throws(YAMLFault) in try value.directions() }),
            agencies: agencies,
            abbreviations: abbreviations,
            duties: try read("calendar.yaml", { value throws(YAMLFault) in try value.duties(keys) }),
            discrepancies: try read(
                "discrepancies.yaml", { value throws(YAMLFault) in try value.discrepancies() }),
            facts: try read("facts.yaml", { value throws(YAMLFault) in try value.facts() }),
            indicatorPrints: try read(
                "indicator-prints.yaml", { value throws(YAMLFault) in try value.indicatorPrints() }),
            semantics: try read(
                "indicator-semantics.yaml", { value throws(YAMLFault) in try value.indicatorSemantics() }),
            sources: try read(
                "sources.yaml", { value throws(YAMLFault) in try value.sourceSystems(keys) }))
    }

    private func read<Content>(
        _ file: String, _ content: (YAMLValue) throws(YAMLFault) -> Content
    ) throws -> Content {
        let place = folder.appendingPathComponent(file)
        let text: String
        do {
            text = try String(contentsOf: place, encoding: .utf8)
        } catch {
            throw ResourceFault.unreadable(file: place.path, reason: error.localizedDescription)
        }
        return try content(try YAMLValue(parsing: text, file: file))
    }
}

/// The regions and border sections there are, to hold other files' references against.
struct KnownPlaces {
    let regions: Set<RegionCode>
    let sections: Set<SectionID>
}
