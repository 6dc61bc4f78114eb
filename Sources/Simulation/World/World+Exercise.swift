import Situation

extension World {
    /// The same world without what its plan decides beforehand, so that people can decide instead, played for a length.
    ///
    /// - Throws: ``WorldFault`` when no run can be that long.
    public func undecided(lasting length: Span) throws(WorldFault) -> World {
        try World(
            scenario: scenario, start: start, length: length, groups: groups, posts: posts, flows: flows,
            displacement: displacement, disruptions: disruptions, diversion: diversion,
            receptions: receptions,
            shelters: shelters, limits: limits)
    }
}
