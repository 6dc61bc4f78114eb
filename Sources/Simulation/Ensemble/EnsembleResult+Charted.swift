import Situation

extension EnsembleResult {
    /// The series worth a chart: the country's, those of the section that waits longest and of the region that
    /// lacks most beds, as far as in most runs anything is to be seen on them.
    public var charted: [FanSeries] {
        let series = [
            fan(.countryArrivalsHour), fan(.countryQueuePersons), worst(.sectionWaitMinutes),
            fan(.countryBedsFree), fan(.countryWithoutBed), worst(.regionWithoutBed),
        ]
        return series.compactMap(\.self).filter { ($0.highest ?? 0) > 0 }
    }

    /// The place at which a metric rises highest; the first of equals.
    private func worst(_ metric: Metric) -> FanSeries? {
        fans.filter { $0.key.metric == metric }.reduce(nil as FanSeries?) { worst, series in
            (series.highest ?? 0) > (worst?.highest ?? 0) ? series : worst ?? series
        }
    }
}
