extension Picture {
    /// The version of the packed form. A cache of another version is passed over and made anew.
    public static let snapshotForm = 9

    /// The whole picture in a few hundred kilobytes.
    public func packed() -> [UInt8] {
        var writer = SnapshotWriter()
        writer.put(head == nil ? 0 : 1)
        if let head { writer.put(head) }
        writer.put(entryCount)
        writer.put(unreadCount)
        writer.put(lastReported.map { Int($0.milliseconds) })
        writer.list(checkpoints.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.rawValue)
            writer.put(pair.value.incoming)
            writer.put(pair.value.outgoing)
            writer.list(pair.value.states.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(shelters.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.rawValue)
            writer.list(pair.value.reports.statements) { $0.put($1) { $0.put($1) } }
            writer.list(pair.value.facilities.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(totals.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.code)
            writer.list(pair.value.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(indicators.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.value)
            writer.list(pair.value.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(sources.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.rawValue)
            writer.put(pair.value.lastKnown)
            writer.put(pair.value.lastAbout)
            writer.put(pair.value.entryCount)
            writer.list(pair.value.gaps) { $0.put(Int($1.milliseconds)) }
        }
        writer.put(exercise.packed)
        writer.list(resources.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.description)
            writer.list(pair.value.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(health.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key)
            writer.list(pair.value.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.list(incidents.statements) { $0.put($1) { $0.put($1) } }
        writer.list(restatements.statements) { $0.put($1) { $0.put($1) } }
        writer.list(measures.sorted { $0.key < $1.key }) { writer, pair in
            writer.put(pair.key.value)
            writer.list(pair.value.statements) { $0.put($1) { $0.put($1) } }
        }
        writer.put(register.packed)
        writer.put(watch.packed)
        return writer.packed()
    }

    /// Unpacks what ``packed()`` made; `nil` when the bytes are damaged.
    public init?(packed bytes: [UInt8]) {
        do {
            var reader = try SnapshotReader(bytes)
            self.init()
            try read(&reader)
            guard reader.atEnd else { return nil }
        } catch {
            return nil
        }
    }

    private mutating func read(_ reader: inout SnapshotReader) throws(SnapshotReader.Damaged) {
        head = try reader.number() == 0 ? nil : try reader.foldKey()
        entryCount = try reader.integer()
        unreadCount = try reader.integer()
        lastReported = try reader.optionalInteger().map { Instant(milliseconds: Int64($0)) }
        for _ in 0..<(try reader.count()) {
            let id = CheckpointID(try reader.text())
            checkpoints[id] = CheckpointPicture(
                incoming: try reader.ledger(), outgoing: try reader.ledger(),
                states: try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                    try reader.checkpointState()
                })
        }
        for _ in 0..<(try reader.count()) {
            let id = ShelterID(try reader.text())
            shelters[id] = ShelterPicture(
                reports: try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                    try reader.shelterReport()
                },
                facilities: try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                    try reader.facility()
                })
        }
        for _ in 0..<(try reader.count()) {
            let area = Area(code: try reader.text())
            totals[area] = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                try reader.statedTotal()
            }
        }
        for _ in 0..<(try reader.count()) {
            guard let number = IndicatorNumber(try reader.integer()) else { throw SnapshotReader.Damaged() }
            indicators[number] = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                try reader.indicatorValue()
            }
        }
        for _ in 0..<(try reader.count()) {
            let id = SourceID(try reader.text())
            sources[id] = SourcePicture(
                lastKnown: try reader.instant(), lastAbout: try reader.instant(),
                entryCount: try reader.integer())
            for _ in 0..<(try reader.count()) {
                sources[id]?.gaps.append(Span(milliseconds: Int64(try reader.integer())))
            }
        }
        guard let played = ExercisePicture(packed: try reader.text()) else { throw SnapshotReader.Damaged() }
        exercise = played
        for _ in 0..<(try reader.count()) {
            guard let pool = ReservePool(try reader.text()) else { throw SnapshotReader.Damaged() }
            resources[pool] = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                try reader.resourceReport()
            }
        }
        for _ in 0..<(try reader.count()) {
            let place = try reader.text()
            health[place] = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                try reader.healthReport()
            }
        }
        incidents = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
            try reader.incident()
        }
        restatements = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
            try reader.restatement()
        }
        for _ in 0..<(try reader.count()) {
            guard let number = MeasureNumber(try reader.integer()) else { throw SnapshotReader.Damaged() }
            measures[number] = try reader.timeline { (reader) throws(SnapshotReader.Damaged) in
                try reader.measureState()
            }
        }
        guard let decisions = DecisionRegister(packed: try reader.text()) else {
            throw SnapshotReader.Damaged()
        }
        register = decisions
        guard let stored = WatchPicture(packed: try reader.text()) else { throw SnapshotReader.Damaged() }
        watch = stored
    }
}
