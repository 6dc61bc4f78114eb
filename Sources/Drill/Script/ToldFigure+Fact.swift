import Planning
import Situation

extension ToldFigure {
    /// What the journal says of it when it is told at `now`; `nil` for people who wait, which no report gives alone,
    /// and for a shelter of which nothing is known.
    func draft(_ reading: SituationReading, now: Instant) -> Draft? {
        let about = period.flatMap { Period(from: now - $0, to: now) }.map(About.period) ?? .moment(now)
        let fact: Fact? =
            switch kind {
            case .entered: .checkpointReport(crossings(.in))
            case .left: .checkpointReport(crossings(.out))
            case .waiting: nil
            case .staying: staying(reading).map(Fact.shelterReport)
            case .cases:
                .healthReport(HealthReport(place: place, cases: disease.map { [$0: value] } ?? [:]))
            }
        return fact.map {
            Draft($0, about: about, author: Author(person: "inject", seat: AgencyPlayer.seat), source: source)
        }
    }

    private func crossings(_ direction: Direction) -> CheckpointReport {
        CheckpointReport(
            checkpoint: CheckpointID(place), direction: direction, mode: .all, persons: Persons(value))
    }

    private func staying(_ reading: SituationReading) -> ShelterReport? {
        guard let known = reading.shelters.first(where: { $0.id.rawValue == place }) else { return nil }
        return ShelterReport(
            shelter: known.id, openBeds: known.openBeds.value, reserveBeds: known.reserveBeds.value,
            occupied: Beds(value))
    }
}
