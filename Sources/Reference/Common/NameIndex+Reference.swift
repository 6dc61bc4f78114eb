import Situation

extension NameIndex<RegionCode> {
    /// Regions by code with and without `KZ-`, by former code, by name with and without the word for region,
    /// and by alias.
    static func regions(_ regions: [Region]) -> Self {
        var index = Self()
        for region in regions {
            let codes = [region.id.rawValue] + region.formerCodes.map { "KZ-" + $0 } + region.formerCodes
            let digits = region.id.rawValue.split(separator: "-").last.map { [String($0)] } ?? []
            index.enter(region.id, codes: codes + digits, names: region.name.all + region.aliases)
        }
        return index
    }
}

extension NameIndex<SectionID> {
    /// Border sections by identifier and name.
    static func sections(_ sections: [BorderSection]) -> Self {
        var index = Self()
        for section in sections {
            index.enter(section.id, codes: [section.id.rawValue], names: section.name.all)
        }
        return index
    }
}

extension NameIndex<CheckpointID> {
    /// Posts by identifier, name, alias, and name with counterpart, as the press writes them. The kind may
    /// follow the name of a rail or air post in the aliases; a bare name that a road post bears too is
    /// ambiguous.
    static func checkpoints(_ checkpoints: [Checkpoint]) -> Self {
        var index = Self()
        for post in checkpoints {
            let pairs = post.counterpart.map { counterpart in
                [post.name.ru, post.name.kk].map { "\($0)/\(counterpart)" }
            }
            index.enter(
                post.id, codes: [post.id.rawValue], names: post.name.all + post.aliases + (pairs ?? []))
        }
        return index
    }
}

extension NameIndex<ShelterID> {
    /// Shelters and planned centres by identifier, name and alias.
    static func shelters(_ shelters: [Shelter]) -> Self {
        var index = Self()
        for shelter in shelters {
            index.enter(shelter.id, codes: [shelter.id.rawValue], names: shelter.name.all + shelter.aliases)
        }
        return index
    }
}
