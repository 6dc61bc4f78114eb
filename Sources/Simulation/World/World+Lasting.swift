import Situation

extension World {
    /// The same world, played for another length.
    ///
    /// - Throws: ``WorldFault`` when no run can be that long.
    public func lasting(_ length: Span) throws(WorldFault) -> World {
        try World(
            scenario: scenario, start: start, length: length, groups: groups, posts: posts, flows: flows,
            displacement: displacement,
            disruptions: disruptions, diversion: diversion, receptions: receptions, shelters: shelters,
            limits: limits, timetable: timetable)
    }
}
