import Situation

extension Picture {
    /// Whether the figures of a case that is not found any more are gone: an entry was retracted, or its source said
    /// something else in its place. An entry that the picture no longer keeps because it is old is not gone.
    func hasMoved(on finding: ContradictionEvent.Finding) -> Bool {
        [finding.first, finding.second].contains { figure in
            guard figure.nature == .stated || figure.nature == .sum && finding.variant == "copy" else {
                return false
            }
            // Of a place whose every word was retracted nothing is left.
            guard let kept = kept(of: finding.subject, at: figure) else { return true }
            guard let claim = kept.claims.first(where: { $0.provenance.entry == figure.entry }) else {
                return kept.isAll
            }
            // The same entry of a copy with another number was corrected.
            return finding.variant == "copy" && figure.nature == .stated && claim.value != figure.value
        }
    }

    /// What is kept of the place of a case, and whether it is everything that was said of the figure's time.
    private func kept(
        of subject: String, at figure: ContradictionEvent.Figure
    ) -> (claims: [Claim], isAll: Bool)? {
        let to = figure.to ?? Instant(milliseconds: 0)
        var claims = restatements.statements.filter { $0.body.series.subject == subject }.map {
            Claim(
                .count, about: $0.about, value: $0.body.earlier.value, precision: $0.body.earlier.precision,
                provenance: $0.body.origin)
        }
        let hasAllRestated = restatements.statements.count < Self.keptRestatements
        if let post = checkpoints[CheckpointID(subject)] {
            claims += Claims.of(post.incoming) + Claims.of(post.outgoing)
            let isLong = figure.from.map { to - $0 > .days(1) } ?? false
            let isAll = [post.incoming, post.outgoing].allSatisfy {
                isLong ? !$0.hasDroppedLong : $0.rolledUpTo.map { to > $0 } ?? true
            }
            return (claims, isAll && hasAllRestated)
        }
        if let shelter = shelters[ShelterID(subject)] {
            claims += Claims.of(shelter.reports)
            let isRecent = lastKnown.map { to >= $0 - ShelterPicture.keptReports } ?? true
            return (claims, isRecent && hasAllRestated)
        }
        if let total = totals[Area(code: subject)] {
            claims += Claims.of(total)
            return (claims, total.statements.count < Self.keptTotals && hasAllRestated)
        }
        if let pool = ReservePool(subject), let reports = resources[pool] {
            claims += Claims.of(reports)
            return (claims, reports.statements.count < Self.keptReports && hasAllRestated)
        }
        if let number = Int(subject.dropFirst("indicator-".count)).flatMap(IndicatorNumber.init),
            let values = indicators[number]
        {
            claims += Claims.of(values)
            return (claims, hasAllRestated)
        }
        return nil
    }
}
