import Situation

/// Who comes to one line of a post: Poisson numbers of vehicles by means of travel, and people in them.
///
/// A vehicle carries one person and a Poisson number of others, so the people in many vehicles are one draw
/// too, however many. Usual traffic and surges have streams of their own: with and without a surge, the usual
/// people are the same ones.
struct ArrivalSource: Sendable {
    private var modes: [ModeArrivals]

    init(mix: [ModeShare], name: String, seed: UInt64) {
        let sum = mix.reduce(0) { $0 + $1.share }
        modes = mix.map { ModeArrivals($0, shareOfAll: $0.share / sum, name: name, seed: seed) }
    }

    /// Those who come in a stretch of time.
    ///
    /// - Parameters:
    ///   - usual: how many persons of the usual traffic are expected in it.
    ///   - surging: how many persons of surges are expected in it.
    mutating func draw(usual: Double, surging: Double) -> Crowd {
        var crowd = Crowd()
        for index in modes.indices {
            crowd += modes[index].draw(usual: usual, surging: surging)
        }
        return crowd
    }
}

/// Arrivals by one means of travel.
private struct ModeArrivals: Sendable {
    private let vehiclesPerPerson: Double
    private let othersPerVehicle: Double
    private let hasVehicles: Bool
    private var usual: Strand
    private var surging: Strand

    /// A stream and the law last drawn from it, kept because it changes once an hour.
    private struct Strand: Sendable {
        var stream: RandomStream
        var law = PoissonLaw(mean: 0)

        mutating func draw(mean: Double) -> Int {
            if law.mean != mean { law = PoissonLaw(mean: mean) }
            return law.draw(from: &stream)
        }
    }

    init(_ share: ModeShare, shareOfAll: Double, name: String, seed: UInt64) {
        vehiclesPerPerson = shareOfAll / share.partySize
        othersPerVehicle = share.partySize - 1
        hasVehicles = share.mode != .foot
        let path = "\(name)/\(share.mode.rawValue)"
        usual = Strand(stream: RandomStream(seed: seed, name: path + "/usual"))
        surging = Strand(stream: RandomStream(seed: seed, name: path + "/surge"))
    }

    mutating func draw(usual expectedUsual: Double, surging expectedSurging: Double) -> Crowd {
        let ordinary = parties(&usual, expected: expectedUsual)
        let extra = parties(&surging, expected: expectedSurging)
        return Crowd(
            usual: ordinary.persons, surging: extra.persons,
            vehicles: hasVehicles ? ordinary.count + extra.count : 0)
    }

    private func parties(_ strand: inout Strand, expected persons: Double) -> (count: Int, persons: Int) {
        let count = strand.draw(mean: persons * vehiclesPerPerson)
        guard count > 0 else { return (0, 0) }
        let others = PoissonLaw(mean: Double(count) * othersPerVehicle).draw(from: &strand.stream)
        return (count, count + others)
    }
}
