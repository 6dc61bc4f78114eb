import Situation

/// People who flee over a network of places whose last ones are border posts.
///
/// The posts are gates: who reaches one stands in its line, and the line holds people up and makes those still
/// on the way look for another post.
public struct GateDisplacement: Hashable, Sendable {
    /// Where people flee from, and over which ways.
    public var network: DisplacementNetwork
    /// The post behind each gate of the network, in the network's order of gates.
    public var gates: [CheckpointID]
    /// Who they are: one of the world's groups.
    public var group: PeopleGroup.ID
    /// By what means they come to the posts; the shares add up to 1.
    public var mix: [ModeShare]

    /// A displacement; nothing is checked before it is part of a ``World``.
    public init(
        network: DisplacementNetwork, gates: [CheckpointID], group: PeopleGroup.ID, mix: [ModeShare]
    ) {
        self.network = network
        self.gates = gates
        self.group = group
        self.mix = mix
    }
}
