import Situation

extension Reference {
    /// What the picture needs to know of places: which post and site lies where, and the planning values.
    /// Planned centres are left out, since they have no beds.
    public var places: Places {
        Places(
            posts: checkpoints.map { post in
                Places.Post(
                    id: post.id, section: post.section, region: post.region,
                    lanesIn: Figure(post.planning.lanesIn), lanesOut: Figure(post.planning.lanesOut),
                    personsPerLaneHour: Figure(post.planning.personsPerLaneHour),
                    usualIn: Figure(post.planning.usualIn))
            },
            sites: shelters.compactMap { shelter in
                shelter.capacity.map { capacity in
                    Places.Site(
                        id: shelter.id, region: shelter.region, openBeds: Figure(capacity.openBeds),
                        reserveBeds: Figure(capacity.reserveBeds), leadHours: Figure(capacity.leadHours))
                }
            },
            sections: sections.map(\.id), regions: regions.map(\.id))
    }

    /// What each indicator is held against.
    public var targets: [IndicatorTargets] {
        indicators.map { indicator in
            IndicatorTargets(
                number: indicator.number, part6: indicator.part6.byYear, plan: indicator.plan.byYear,
                better: indicator.better == .lower ? .lower : .higher)
        }
    }
}

extension Figure {
    /// A planning value as a figure that keeps its mark.
    fileprivate init(_ planned: Planned<Value>) {
        self.init(planned.value, planned.isIllustrative ? .illustrative : .reference)
    }
}

extension TargetSeries {
    fileprivate var byYear: [Int: Double] {
        Dictionary(years.compactMap { year in self[year].map { (year, $0) } }) { first, _ in first }
    }
}
