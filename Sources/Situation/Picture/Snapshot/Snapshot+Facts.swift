// How each kind of statement is packed and unpacked. Writer and reader of a kind stand together, since they
// must agree field by field; a test packs and unpacks every kind.

extension SnapshotWriter {
    mutating func put(_ key: FoldKey) {
        put(key.known.bits)
        put(key.recorded.bits)
        put(key.id.station.rawValue)
        put(key.id.number)
    }

    mutating func put<Body>(_ statement: Statement<Body>, _ write: (inout SnapshotWriter, Body) -> Void) {
        switch statement.about {
        case .moment(let instant):
            put(Span.zero)
            put(instant)
        case .period(let period):
            put(period.length)
            put(period.to)
        }
        put(statement.provenance.entry.station.rawValue)
        put(statement.provenance.entry.number)
        put(statement.provenance.source.rawValue)
        put(statement.provenance.known - statement.at)
        put(statement.provenance.confidence.rawValue)
        write(&self, statement.body)
    }

    mutating func put(_ ledger: FlowLedger) {
        list(ledger.statements) { $0.put($1) { $0.put($1) } }
        list(ledger.longStatements) { $0.put($1) { $0.put($1) } }
        list([ledger.newest].compactMap(\.self)) { $0.put($1) { $0.put($1) } }
        put(ledger.hours.start)
        list(ledger.hours.cells) { writer, cell in
            // One number for the two that nearly always are 60 and false.
            writer.put((60 - cell.coveredMinutes) << 1 | (cell.isSpread ? 1 : 0))
            writer.put(cell.persons)
        }
        list(ledger.days) { writer, day in
            writer.put(day.day)
            writer.put(day.persons)
        }
    }
}

extension SnapshotReader {
    mutating func foldKey() throws(Damaged) -> FoldKey {
        FoldKey(
            known: HybridTime(bits: try number()), recorded: HybridTime(bits: try number()),
            id: EntryID(station: StationID(try text()), number: try number()))
    }

    mutating func statement<Body>(
        _ body: (inout SnapshotReader) throws(Damaged) -> Body
    ) throws(Damaged) -> Statement<Body> {
        let length = try span()
        let end = try instant()
        let about = Period(from: end - length, to: end).map(About.period) ?? .moment(end)
        let entry = EntryID(station: StationID(try text()), number: try number())
        let source = SourceID(try text())
        let known = end + (try span())
        let provenance = Provenance(
            entry: entry, source: source, known: known, confidence: try named(Confidence.self))
        return Statement(try body(&self), about: about, provenance: provenance)
    }

    mutating func timeline<Body>(
        _ body: (inout SnapshotReader) throws(Damaged) -> Body
    ) throws(Damaged) -> Timeline<Body> {
        Timeline(try list { (reader) throws(Damaged) in try reader.statement(body) })
    }

    mutating func ledger() throws(Damaged) -> FlowLedger {
        let statements = try list { (reader) throws(Damaged) in
            try reader.statement { (reader) throws(Damaged) in try reader.checkpointReport() }
        }
        let long = try list { (reader) throws(Damaged) in
            try reader.statement { (reader) throws(Damaged) in try reader.checkpointReport() }
        }
        let newest = try list { (reader) throws(Damaged) in
            try reader.statement { (reader) throws(Damaged) in try reader.checkpointReport() }
        }
        let start = try instant()
        let cells = try list { (reader) throws(Damaged) in
            let packed = try reader.integer()
            return HourCell(
                persons: try reader.integer(), coveredMinutes: 60 - packed >> 1, isSpread: packed & 1 == 1)
        }
        let days = try list { (reader) throws(Damaged) in
            FlowLedger.DayTotal(day: try reader.instant(), persons: try reader.integer())
        }
        return FlowLedger(
            statements: statements, longStatements: long, newest: newest.first,
            hours: HourSeries(start: start, cells: cells),
            days: days)
    }
}

// MARK: - Bodies

extension SnapshotWriter {
    mutating func put(_ report: CheckpointReport) {
        put(report.checkpoint.rawValue)
        put(report.direction.rawValue)
        put(report.mode.rawValue)
        put(report.persons.count)
        put(report.vehicles?.count)
        put(report.waitingPersons?.count)
        put(report.waitingVehicles?.count)
        put(report.wait?.count)
        put(report.lanesOpen?.count)
        put(report.category)
    }

    mutating func put(_ state: CheckpointState) {
        put(state.checkpoint.rawValue)
        put(state.status?.rawValue)
        put(state.reason)
        put(state.lanesIn?.count)
        put(state.lanesOut?.count)
        put(state.booths)
        put(state.staff)
        put(state.until.map { Int($0.milliseconds) })
    }

    mutating func put(_ total: StatedTotal) {
        put(total.area.code)
        put(total.direction.rawValue)
        put(total.mode.rawValue)
        put(total.persons.count)
        put(total.precision.rawValue)
        put(total.category)
    }

    mutating func put(_ report: ShelterReport) {
        put(report.shelter.rawValue)
        put(report.openBeds.count)
        put(report.reserveBeds.count)
        put(report.occupied.count)
        put(report.arrived?.count)
        put(report.departed?.count)
    }

    mutating func put(_ facility: Facility) {
        put(facility.facility.rawValue)
        put(facility.region.rawValue)
        put(facility.name)
        put(facility.kind)
        put(facility.openBeds?.count)
        put(facility.reserveBeds?.count)
        put(facility.leadHours)
        put(facility.coveredSquareMetres)
        put(facility.waterLitresADay)
        put(facility.taps)
        put(facility.toilets)
        put(facility.showers)
        put(facility.staff)
    }

    mutating func put(_ value: IndicatorValue) {
        put(value.indicator.value)
        put(value.period.description)
        put(value.value)
        put(value.region?.rawValue)
        put(value.document)
        put(value.published?.description)
    }
}

extension SnapshotReader {
    mutating func checkpointReport() throws(Damaged) -> CheckpointReport {
        CheckpointReport(
            checkpoint: CheckpointID(try text()), direction: try named(Direction.self),
            mode: try named(TravelMode.self), persons: Persons(try integer()),
            vehicles: try optionalInteger().map(Vehicles.init),
            waitingPersons: try optionalInteger().map(Persons.init),
            waitingVehicles: try optionalInteger().map(Vehicles.init),
            wait: try optionalInteger().map(Minutes.init),
            lanesOpen: try optionalInteger().map(Lanes.init), category: try optionalText())
    }

    mutating func checkpointState() throws(Damaged) -> CheckpointState {
        CheckpointState(
            checkpoint: CheckpointID(try text()), status: try optionalText().flatMap(CheckpointStatus.init),
            reason: try optionalText(), lanesIn: try optionalInteger().map(Lanes.init),
            lanesOut: try optionalInteger().map(Lanes.init), booths: try optionalInteger(),
            staff: try optionalInteger(),
            until: try optionalInteger().map { Instant(milliseconds: Int64($0)) })
    }

    mutating func statedTotal() throws(Damaged) -> StatedTotal {
        StatedTotal(
            area: Area(code: try text()), direction: try named(Direction.self),
            mode: try named(TravelMode.self), persons: Persons(try integer()),
            precision: try named(Precision.self), category: try optionalText())
    }

    mutating func shelterReport() throws(Damaged) -> ShelterReport {
        ShelterReport(
            shelter: ShelterID(try text()), openBeds: Beds(try integer()), reserveBeds: Beds(try integer()),
            occupied: Beds(try integer()), arrived: try optionalInteger().map(Persons.init),
            departed: try optionalInteger().map(Persons.init))
    }

    mutating func facility() throws(Damaged) -> Facility {
        Facility(
            facility: ShelterID(try text()), region: RegionCode(try text()), name: try optionalText(),
            kind: try optionalText(), openBeds: try optionalInteger().map(Beds.init),
            reserveBeds: try optionalInteger().map(Beds.init), leadHours: try optionalInteger(),
            coveredSquareMetres: try optionalInteger(), waterLitresADay: try optionalInteger(),
            taps: try optionalInteger(), toilets: try optionalInteger(), showers: try optionalInteger(),
            staff: try optionalInteger())
    }

    mutating func indicatorValue() throws(Damaged) -> IndicatorValue {
        guard let number = IndicatorNumber(try integer()), let period = ReportingPeriod(try text()) else {
            throw Damaged()
        }
        return IndicatorValue(
            indicator: number, period: period, value: try double(),
            region: try optionalText().map(RegionCode.init(rawValue:)),
            document: try optionalText(), published: try optionalText().flatMap(CalendarDay.init(_:)))
    }
}
