import Crossings
import Reference
import Situation

/// Turns rows into drafts: names become identifiers, texts become numbers and times, and what cannot be so
/// is said.
///
/// Keeps the names it has resolved, since a feed names the same few places again and again.
struct RowReader {
    let reference: Reference
    let author: Author
    /// Now, by the journal's clock: nothing can be reported of later times.
    var now: Instant

    private var checkpoints: [String: CheckpointID] = [:]
    private var shelters: [String: ShelterID] = [:]
    /// Facilities that only reports know: `type=facility` rows of this journal.
    private(set) var reportedFacilities: Set<ShelterID>

    init(reference: Reference, author: Author, now: Instant, reportedFacilities: Set<ShelterID>) {
        self.reference = reference
        self.author = author
        self.now = now
        self.reportedFacilities = reportedFacilities
    }

    /// What a row holds.
    enum Content {
        /// Something for the journal.
        case draft(Draft)
        /// A single crossing, which is kept apart from it.
        case crossing(Crossing, SourceID)
    }

    /// What `row` says.
    mutating func content(of row: FeedRow) throws(RowFault) -> Content {
        let type = try row.required(.type)
        guard let type = FeedType(rawValue: type) else { throw row.fault(.type, .unknownType(type)) }
        let source = SourceID(try row.required(.source))
        if type == .crossing { return .crossing(try crossing(row), source) }
        let (fact, about) = try fact(of: row, type)
        return .draft(Draft(fact, about: about, author: author, source: source, known: try known(row)))
    }

    private mutating func fact(
        of row: FeedRow, _ type: FeedType
    ) throws(RowFault) -> (Fact, About) {
        switch type {
        case .crossing: throw row.fault(.type, .unknownType(type.rawValue))
        case .checkpoint: (.checkpointReport(try checkpointReport(row)), .period(try period(row)))
        case .total: (.statedTotal(try statedTotal(row)), .period(try period(row)))
        case .shelter: (.shelterReport(try shelterReport(row)), .moment(try moment(row)))
        case .post: (.checkpointState(try checkpointState(row)), .moment(try moment(row)))
        case .facility: (.facility(try facility(row)), .moment(try moment(row)))
        case .indicator: try indicatorValue(row)
        case .health: (.healthReport(try healthReport(row)), try momentOrPeriod(row))
        case .resource: (.resource(try resourceReport(row)), .moment(try moment(row)))
        case .incident: (.incident(try incident(row)), .moment(try moment(row)))
        }
    }
}

// MARK: - Times

extension RowReader {
    private func period(_ row: FeedRow) throws(RowFault) -> Period {
        let from = try row.requiredInstant(.from)
        let to = try row.requiredInstant(.to)
        guard let period = Period(from: from, to: to) else { throw row.fault(.to, .emptyPeriod) }
        try refuseFuture(to, row, .to)
        return period
    }

    /// What speaks of a moment has `at`, what speaks of a period `from` and `to`.
    private func momentOrPeriod(_ row: FeedRow) throws(RowFault) -> About {
        let (from, to) = (try row.text(.from), try row.text(.to))
        guard from != nil || to != nil else { return .moment(try moment(row)) }
        guard try row.text(.at) == nil else { throw row.fault(.at, .momentAndPeriod) }
        return .period(try period(row))
    }

    func moment(_ row: FeedRow) throws(RowFault) -> Instant {
        let at = try row.requiredInstant(.at)
        try refuseFuture(at, row, .at)
        return at
    }

    /// When it became known; `nil` for now. Today's date alone means its end, which is still to come, so what is
    /// said to be known today is known now.
    private func known(_ row: FeedRow) throws(RowFault) -> Instant? {
        guard let known = try row.instant(.knownAt) else { return nil }
        if known == (now + .days(1)).startOfDay { return nil }
        try refuseFuture(known, row, .knownAt)
        return known
    }

    /// Clocks differ by some minutes.
    private func refuseFuture(_ instant: Instant, _ row: FeedRow, _ column: FeedColumn) throws(RowFault) {
        guard instant > now + HybridTime.tolerance else { return }
        throw row.fault(column, .inFuture(try row.required(column)))
    }
}

// MARK: - Kinds

extension RowReader {
    private mutating func checkpointReport(_ row: FeedRow) throws(RowFault) -> CheckpointReport {
        CheckpointReport(
            checkpoint: try checkpoint(row),
            direction: try row.requiredWord(.direction, Direction.self),
            mode: try row.requiredWord(.mode, TravelMode.self),
            persons: Persons(try row.requiredCount(.persons)),
            vehicles: try row.count(.vehicles).map(Vehicles.init),
            waitingPersons: try row.count(.waitingPersons).map(Persons.init),
            waitingVehicles: try row.count(.waitingVehicles).map(Vehicles.init),
            wait: try row.count(.waitMinutes, in: 0...525_600).map(Minutes.init),
            lanesOpen: try row.count(.lanesOpen, in: 0...1000).map(Lanes.init),
            category: try row.text(.category))
    }

    private mutating func checkpointState(_ row: FeedRow) throws(RowFault) -> CheckpointState {
        let state = CheckpointState(
            checkpoint: try checkpoint(row),
            status: try row.word(.status, CheckpointStatus.self),
            reason: try row.text(.reason),
            lanesIn: try row.count(.lanesIn, in: 0...1000).map(Lanes.init),
            lanesOut: try row.count(.lanesOut, in: 0...1000).map(Lanes.init),
            booths: try row.count(.booths, in: 0...10_000),
            staff: try row.count(.staff, in: 0...100_000),
            until: try row.instant(.until))
        if state == CheckpointState(checkpoint: state.checkpoint) {
            throw RowFault(line: row.line, column: nil, problem: .nothingSaid)
        }
        return state
    }

    private func statedTotal(_ row: FeedRow) throws(RowFault) -> StatedTotal {
        let name = try row.required(.area)
        let area: Area
        switch reference.area(named: name) {
        case .one(let found): area = found
        case .ambiguous(let areas): throw row.fault(.area, .ambiguousName(name, areas.map(\.code)))
        case .none: throw row.fault(.area, .unknownName(name))
        }
        return StatedTotal(
            area: area,
            direction: try row.requiredWord(.direction, Direction.self),
            mode: try row.word(.mode, TravelMode.self) ?? .all,
            persons: Persons(try row.requiredCount(.persons)),
            precision: try row.word(.precision, Precision.self) ?? .exact,
            category: try row.text(.category))
    }

    private mutating func shelterReport(_ row: FeedRow) throws(RowFault) -> ShelterReport {
        ShelterReport(
            shelter: try shelter(row),
            openBeds: Beds(try row.requiredCount(.openBeds)),
            reserveBeds: Beds(try row.requiredCount(.reserveBeds)),
            occupied: Beds(try row.requiredCount(.occupied)),
            arrived: try row.count(.arrived).map(Persons.init),
            departed: try row.count(.departed).map(Persons.init))
    }

    /// A facility may be one the reference data does not have yet. It is introduced with a name or kind, so that
    /// a slip in a known one's name does not make a second one.
    private mutating func facility(_ row: FeedRow) throws(RowFault) -> Facility {
        let facility = Facility(
            facility: try facilityID(row), region: try region(row, required: true) ?? "",
            name: try row.text(.name), kind: try row.text(.kind),
            openBeds: try row.count(.openBeds).map(Beds.init),
            reserveBeds: try row.count(.reserveBeds).map(Beds.init),
            leadHours: try row.count(.leadHours, in: 0...8760),
            coveredSquareMetres: try row.count(.coveredSquareMetres),
            waterLitresADay: try row.count(.waterLitresADay),
            taps: try row.count(.taps), toilets: try row.count(.toilets),
            showers: try row.count(.showers), staff: try row.count(.staff))
        reportedFacilities.insert(facility.facility)
        return facility
    }

    private func facilityID(_ row: FeedRow) throws(RowFault) -> ShelterID {
        let name = try row.required(.facility)
        switch reference.shelter(named: name) {
        case .one(let id):
            guard reference.shelter(id)?.isPlannedCentre != true else {
                throw row.fault(.facility, .plannedCentre(name))
            }
            return id
        case .ambiguous(let ids):
            throw row.fault(.facility, .ambiguousName(name, ids.map(\.rawValue)))
        case .none:
            let (given, kind) = (try row.text(.name), try row.text(.kind))
            guard given != nil || kind != nil || reportedFacilities.contains(ShelterID(name)) else {
                throw row.fault(.facility, .newWithoutName(name))
            }
            return ShelterID(name)
        }
    }

    private func indicatorValue(_ row: FeedRow) throws(RowFault) -> (Fact, About) {
        let name = try row.required(.indicator)
        let digits = name.drop { !$0.isNumber }
        guard let number = Int(digits).flatMap(IndicatorNumber.init) else {
            throw row.fault(.indicator, .unknownName(name))
        }
        let text = try row.required(.period)
        guard let period = ReportingPeriod(text) else { throw row.fault(.period, .notAPeriod(text)) }
        let value = IndicatorValue(
            indicator: number, period: period, value: try row.requiredNumber(.value),
            region: try region(row, required: false), document: try row.text(.document))
        return (.indicatorValue(value), .period(period.period))
    }
}

// MARK: - Names

extension RowReader {
    mutating func checkpoint(_ row: FeedRow) throws(RowFault) -> CheckpointID {
        let name = try row.required(.checkpoint)
        if let known = checkpoints[name] { return known }
        let id = try resolve(reference.checkpoint(named: name), name, row, .checkpoint)
        checkpoints[name] = id
        return id
    }

    mutating func shelter(_ row: FeedRow) throws(RowFault) -> ShelterID {
        let name = try row.required(.shelter)
        if let known = shelters[name] { return known }
        if reportedFacilities.contains(ShelterID(name)) { return ShelterID(name) }
        let id = try resolve(reference.shelter(named: name), name, row, .shelter)
        if reference.shelter(id)?.isPlannedCentre == true { throw row.fault(.shelter, .plannedCentre(name)) }
        shelters[name] = id
        return id
    }

    func region(_ row: FeedRow, required: Bool) throws(RowFault) -> RegionCode? {
        guard let name = try row.text(.region) else {
            if required { throw row.fault(.region, .missing) }
            return nil
        }
        return try resolve(reference.region(named: name), name, row, .region)
    }

    func resolve<ID: Identifier>(
        _ match: NameMatch<ID>, _ name: String, _ row: FeedRow, _ column: FeedColumn
    ) throws(RowFault) -> ID {
        switch match {
        case .one(let id): return id
        case .ambiguous(let ids): throw row.fault(column, .ambiguousName(name, ids.map(\.rawValue)))
        case .none: throw row.fault(column, .unknownName(name))
        }
    }
}
