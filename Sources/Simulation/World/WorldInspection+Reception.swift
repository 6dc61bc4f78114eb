import Situation

/// Receptions, shelters, limits, and what is ordered when.
extension WorldInspection {
    func inspectReception() throws(WorldFault) {}
    func inspectTimetable() throws(WorldFault) {}
}
