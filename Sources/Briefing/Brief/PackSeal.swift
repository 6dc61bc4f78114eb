import Foundation
import Situation

/// What a pack carries so that it can be proved: the journal's position and hash it was made from, and everything else
/// that decides what stands in it. The same seal over the same journal and program gives the same bytes.
public struct PackSeal: Hashable, Sendable {
    public var journal: String
    /// How many entries the journal held.
    public var entries: Int
    /// The hash of the last of them, as hexadecimal digits.
    public var hash: String
    /// The moment by the journal's clock that the pack was made at: ages and what is overdue are counted from it.
    public var made: Instant
    public var audience: BriefAudience
    /// The code of its language.
    public var language: String
    public var format: BriefFormat
    public var asKnownAt: Instant?
    public var asRecordedAt: Instant?
    public var comparedWith: Instant?
    /// The version of the program that made it; another one may word things otherwise.
    public var program: String

    public init(
        journal: String, entries: Int, hash: String, made: Instant, audience: BriefAudience, language: String,
        format: BriefFormat, asKnownAt: Instant? = nil, asRecordedAt: Instant? = nil,
        comparedWith: Instant? = nil, program: String
    ) {
        self.journal = journal
        self.entries = entries
        self.hash = hash
        self.made = made
        self.audience = audience
        self.language = language
        self.format = format
        self.asKnownAt = asKnownAt
        self.asRecordedAt = asRecordedAt
        self.comparedWith = comparedWith
        self.program = program
    }
}

/// Whom a pack is for.
public enum BriefAudience: Hashable, Sendable {
    /// The coordination council: indicators, measures, decisions.
    case council
    /// Those who take over: the situation of the whole country.
    case shift
    /// One agency: the situation and what it has to do.
    case agency(AgencyKey)
    /// One region: the situation there.
    case region(RegionCode)
}

/// The form of a pack.
public enum BriefFormat: String, CaseIterable, Sendable {
    case html, text, csv, json
}

// MARK: - Its one line

extension PackSeal {
    private static let front = "ahual-pack/1 "
    private static let end = " /ahual-pack"

    /// The seal as one line. It needs no escaping in HTML, JSON or CSV.
    public var text: String {
        let fields: [(String, String?)] = [
            ("journal", journal), ("entries", "\(entries)"), ("hash", hash), ("made", made.iso8601),
            ("for", audience.text), ("lang", language), ("format", format.rawValue),
            ("known", asKnownAt?.iso8601), ("recorded", asRecordedAt?.iso8601),
            ("compared", comparedWith?.iso8601), ("program", program),
        ]
        let words = fields.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
        return Self.front + words.joined(separator: " ") + Self.end
    }

    /// The seal in a pack as it was written; `nil` when there is none.
    ///
    /// Text that a feed or a person wrote may look like a seal: in HTML, CSV and JSON the first counts, which stands
    /// before all of that; in plain text the last, which stands after.
    public init?(in pack: String) {
        let isText = !(pack.hasPrefix("<!DOCTYPE") || pack.hasPrefix("{") || pack.hasPrefix("section,"))
        guard
            let front = pack.range(of: Self.front, options: isText ? .backwards : []),
            let end = pack.range(of: Self.end, range: front.upperBound..<pack.endIndex)
        else { return nil }
        self.init(words: pack[front.upperBound..<end.lowerBound])
    }

    private init?(words: Substring) {
        var fields: [String: String] = [:]
        for word in words.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = String(parts[1]).removingPercentEncoding else { return nil }
            fields[String(parts[0])] = value
        }
        // A moment that is there has to be one.
        var moments: [String: Instant] = [:]
        for name in ["made", "known", "recorded", "compared"] {
            guard let text = fields[name] else { continue }
            guard let moment = Instant(iso8601: text) else { return nil }
            moments[name] = moment
        }
        guard let journal = fields["journal"], let entries = fields["entries"].flatMap({ Int($0) }),
            let hash = fields["hash"], let made = moments["made"], let language = fields["lang"],
            let audience = fields["for"].flatMap(BriefAudience.init),
            let format = fields["format"].flatMap(BriefFormat.init), let program = fields["program"]
        else { return nil }
        self.init(
            journal: journal, entries: entries, hash: hash, made: made, audience: audience,
            language: language, format: format, asKnownAt: moments["known"],
            asRecordedAt: moments["recorded"], comparedWith: moments["compared"], program: program)
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._:+#")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

extension BriefAudience {
    /// `council`, `shift`, `agency:MIA`, `region:KZ-27`.
    public var text: String {
        switch self {
        case .council: "council"
        case .shift: "shift"
        case .agency(let key): "agency:\(key.rawValue)"
        case .region(let code): "region:\(code.rawValue)"
        }
    }

    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("council", 1): self = .council
        case ("shift", 1): self = .shift
        case ("agency", 2): self = .agency(AgencyKey(parts[1]))
        case ("region", 2): self = .region(RegionCode(parts[1]))
        default: return nil
        }
    }
}
