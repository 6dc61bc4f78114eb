/// People who are registered together, sleep in one shelter and leave together.
///
/// Everything about it was drawn when its party was let in; what befalls it later depends on beds and vehicles
/// alone.
struct Household: Hashable, Sendable {
    /// Everyone in it.
    var persons: Int32
    /// The reception that registers it: an index into the world's; ``nowhere`` for people who were in a bed at
    /// the beginning, in a region without one.
    var home: Int16
    /// Whether it goes back over the border when it leaves its bed; else it travels on.
    var returns: Bool
    /// How long it is at a desk.
    var registrationMinutes: Double
    /// How long it keeps its bed.
    var stayMinutes: Double

    /// In no reception's care.
    static let nowhere: Int16 = -1

    /// Fills unused memory; never plays.
    static let filler = Household(
        persons: 0, home: nowhere, returns: false, registrationMinutes: 0, stayMinutes: 0)

    /// The household in parts of at most `size` persons, for where it cannot stay together. A part keeps the
    /// household's luck.
    func parts(of size: Int) -> [Household] {
        guard size > 0, Int(persons) > size else { return [self] }
        return stride(from: 0, to: Int(persons), by: size).map { taken in
            var part = self
            part.persons = Int32(min(size, Int(persons) - taken))
            return part
        }
    }
}
