import Situation

/// One number that somebody stated of a place and a time, in the form in which rules compare it.
struct Claim: Hashable, Sendable {
    /// What is counted.
    let series: ClaimSeries
    let from: Instant
    let to: Instant
    let value: Double
    let precision: Precision
    let bounds: Bounds
    let provenance: Provenance

    init(
        _ series: ClaimSeries, about: About, value: Double, precision: Precision = .exact,
        provenance: Provenance
    ) {
        self.series = series
        from = about.start
        to = about.end
        self.value = value
        self.precision = precision
        bounds = Bounds(value, precision)
        self.provenance = provenance
    }

    var time: ClaimTime { ClaimTime(from: from, to: to) }

    /// Whether the time of `other` lies wholly inside.
    func spans(_ other: Claim) -> Bool { from <= other.from && other.to <= to }

    /// The claim as one side of a case.
    var figure: ContradictionEvent.Figure {
        ContradictionEvent.Figure(
            value: value, precision: precision, entry: provenance.entry, source: provenance.source,
            from: from, to: to)
    }
}

/// The time a claim speaks of.
struct ClaimTime: Hashable, Sendable {
    let from: Instant
    let to: Instant
}

/// What a claim counts at its place.
enum ClaimSeries: Hashable, Sendable {
    case crossings(Direction, TravelMode, Category)
    /// Places taken in a shelter.
    case occupied
    /// Pieces of a resource.
    case count
    /// An indicator's value, of a region or the country.
    case indicator(RegionCode?)

    /// Its part of a case's name.
    var key: String {
        switch self {
        case .crossings(let direction, let mode, let category):
            "\(direction.rawValue)/\(mode.rawValue)/\(category.text)"
        case .occupied: "occupied"
        case .count: "count"
        case .indicator(let region): "indicator/\(region?.rawValue ?? "KZ")"
        }
    }

    var unit: ContradictionEvent.Unit {
        switch self {
        case .crossings: .persons
        case .occupied: .beds
        case .count: .pieces
        case .indicator: .indicator
        }
    }
}
