/// What there is of a resource in a region at a moment.
public struct ResourceReport: Hashable, Codable, Sendable {
    /// Buses, tents, staff and so on, as playbooks name reserves.
    public var kind: String
    public var region: RegionCode
    /// How many there are.
    public var count: Int
    /// How many of them are in use, by the source's own word.
    public var committed: Int?

    public init(kind: String, region: RegionCode, count: Int, committed: Int? = nil) {
        self.kind = kind
        self.region = region
        self.count = count
        self.committed = committed
    }
}
