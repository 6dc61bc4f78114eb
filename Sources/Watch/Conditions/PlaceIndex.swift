import Situation

/// Where each place stands in the lists of a reading, and which posts each section and region has.
struct PlaceIndex: Sendable {
    private(set) var posts: [String: Int] = [:]
    private(set) var sections: [String: Int] = [:]
    private(set) var regions: [String: Int] = [:]
    private(set) var shelters: [String: Int] = [:]
    private(set) var postsOfSection: [String: [Int]] = [:]
    private(set) var postsOfRegion: [String: [Int]] = [:]

    init(_ reading: SituationReading) {
        for index in reading.checkpoints.indices {
            posts[reading.checkpoints[index].id.rawValue] = index
            postsOfSection[reading.checkpoints[index].section.rawValue, default: []].append(index)
            postsOfRegion[reading.checkpoints[index].region.rawValue, default: []].append(index)
        }
        for index in reading.sections.indices { sections[reading.sections[index].id.rawValue] = index }
        for index in reading.regions.indices { regions[reading.regions[index].id.rawValue] = index }
        for index in reading.shelters.indices { shelters[reading.shelters[index].id.rawValue] = index }
    }
}
