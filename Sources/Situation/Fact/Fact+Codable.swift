// The body of an entry is one JSON object; the kind and the version of its form stand in the envelope.
// Corrections hold a whole fact inside, with its kind and version beside it.

extension Fact {
    /// Encodes the body alone, without its kind.
    public func encodeBody(to encoder: any Encoder) throws {
        switch self {
        case .checkpointReport(let body): try body.encode(to: encoder)
        case .checkpointState(let body): try body.encode(to: encoder)
        case .statedTotal(let body): try body.encode(to: encoder)
        case .shelterReport(let body): try body.encode(to: encoder)
        case .facility(let body): try body.encode(to: encoder)
        case .indicatorValue(let body): try body.encode(to: encoder)
        case .measureState(let body): try body.encode(to: encoder)
        case .decision(let body): try body.encode(to: encoder)
        case .resource(let body): try body.encode(to: encoder)
        case .healthReport(let body): try body.encode(to: encoder)
        case .incident(let body): try body.encode(to: encoder)
        case .note(let body): try body.encode(to: encoder)
        case .significance(let body): try body.encode(to: encoder)
        case .alarm(let body): try body.encode(to: encoder)
        case .level(let body): try body.encode(to: encoder)
        case .playbook(let body): try body.encode(to: encoder)
        case .task(let body): try body.encode(to: encoder)
        case .reserve(let body): try body.encode(to: encoder)
        case .shift(let body): try body.encode(to: encoder)
        case .contradiction(let body): try body.encode(to: encoder)
        case .act(let body): try body.encode(to: encoder)
        case .crossings(let body): try body.encode(to: encoder)
        case .exercise(let body): try body.encode(to: encoder)
        case .correction(let body): try body.encode(to: encoder)
        case .unread(let fact):
            throw EncodingError.invalidValue(
                fact.kindName,
                .init(codingPath: encoder.codingPath, debugDescription: "an unread body is stored as it is"))
        }
    }

    /// Decodes the body of `kindName` in its first version.
    ///
    /// - Returns: `nil` when this program does not read that kind or version; the caller keeps the bytes.
    public init?(kindName: String, bodyVersion: Int, from decoder: any Decoder) throws {
        guard bodyVersion == 1, let kind = FactKind(rawValue: kindName) else { return nil }
        switch kind {
        case .checkpointReport: self = .checkpointReport(try CheckpointReport(from: decoder))
        case .checkpointState: self = .checkpointState(try CheckpointState(from: decoder))
        case .statedTotal: self = .statedTotal(try StatedTotal(from: decoder))
        case .shelterReport: self = .shelterReport(try ShelterReport(from: decoder))
        case .facility: self = .facility(try Facility(from: decoder))
        case .indicatorValue: self = .indicatorValue(try IndicatorValue(from: decoder))
        case .measureState: self = .measureState(try MeasureState(from: decoder))
        case .decision: self = .decision(try DecisionEvent(from: decoder))
        case .resource: self = .resource(try ResourceReport(from: decoder))
        case .healthReport: self = .healthReport(try HealthReport(from: decoder))
        case .incident: self = .incident(try Incident(from: decoder))
        case .note: self = .note(try Note(from: decoder))
        case .significance: self = .significance(try SignificanceEvent(from: decoder))
        case .alarm: self = .alarm(try AlarmEvent(from: decoder))
        case .level: self = .level(try LevelEvent(from: decoder))
        case .playbook: self = .playbook(try PlaybookEvent(from: decoder))
        case .task: self = .task(try TaskEvent(from: decoder))
        case .reserve: self = .reserve(try ReserveEvent(from: decoder))
        case .shift: self = .shift(try ShiftEvent(from: decoder))
        case .contradiction: self = .contradiction(try ContradictionEvent(from: decoder))
        case .act: self = .act(try OrderEvent(from: decoder))
        case .crossings: self = .crossings(try CrossingEvent(from: decoder))
        case .exercise: self = .exercise(try ExerciseEvent(from: decoder))
        case .correction: self = .correction(try Correction(from: decoder))
        }
    }
}

extension Correction: Codable {
    private enum CodingKeys: String, CodingKey {
        case target, reason, replacement, kind, version
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        target = try container.decode(EntryID.self, forKey: .target)
        reason = try container.decode(String.self, forKey: .reason)
        guard let kind = try container.decodeIfPresent(String.self, forKey: .kind) else {
            change = .retract
            return
        }
        let version = try container.decode(Int.self, forKey: .version)
        let body = try container.superDecoder(forKey: .replacement)
        guard let fact = try Fact(kindName: kind, bodyVersion: version, from: body) else {
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: container, debugDescription: "cannot read a replacement of kind \(kind)")
        }
        change = .supersede(fact)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(target, forKey: .target)
        try container.encode(reason, forKey: .reason)
        guard case .supersede(let fact) = change else { return }
        try container.encode(fact.kindName, forKey: .kind)
        try container.encode(fact.bodyVersion, forKey: .version)
        try fact.encodeBody(to: container.superEncoder(forKey: .replacement))
    }
}
