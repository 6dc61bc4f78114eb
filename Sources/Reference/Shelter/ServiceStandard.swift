/// A humanitarian service standard as data, so that a headquarters can set its own.
public struct ServiceStandard: Hashable, Sendable, Identifiable {
    /// Such as `water`.
    public let id: String
    /// What is measured.
    public let name: LocalName
    /// The unit of the figure, such as litres a person and day.
    public let unit: LocalName
    /// Whether the figure is the least or the most that is acceptable.
    public let bound: Bound
    /// The figure in the emergency phase; `nil` where the standard gives none.
    public let emergency: Double?
    /// The figure after the emergency.
    public let afterEmergency: Double?
    /// The bare minimum to survive, for drinking water.
    public let survival: Double?
    /// Further figures of the same standard, such as the steps of mortality, by their name.
    public let steps: [Step]
    /// Who publishes it.
    public let source: String
    /// Whether it is taken from general knowledge of the standard and is still to be checked against it.
    public let isToBeChecked: Bool
    /// What a reader of the data should know.
    public let note: String?

    /// Which side of the figure is acceptable.
    public enum Bound: String, CaseIterable, Sendable {
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    /// A figure from which the situation has a worse name.
    public struct Step: Hashable, Sendable {
        /// Such as `serious`.
        public let name: String
        /// From above this figure on.
        public let above: Double
    }
}
