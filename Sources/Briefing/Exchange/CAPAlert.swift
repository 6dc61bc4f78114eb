import Situation

/// A message after the Common Alerting Protocol 1.2 (OASIS, 1 July 2010), as far as this program drafts it.
public struct CAPAlert: Hashable, Sendable {
    public static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"

    public var identifier: String
    public var sender: String
    public var sent: Instant
    public var status: Status
    public var source: String
    /// Whom a restricted message is for; `nil` makes it public.
    public var restriction: String?
    public var note: String?
    /// The same in one language each.
    public var infos: [Info]

    public enum Status: String, Sendable { case actual = "Actual", exercise = "Exercise", draft = "Draft" }
    public enum Category: String, Sendable {
        case security = "Security", rescue = "Rescue", health = "Health", transport = "Transport"
        case infrastructure = "Infra", other = "Other"
    }
    public enum Urgency: String, Sendable {
        case immediate = "Immediate", expected = "Expected", future = "Future"
    }
    public enum Severity: String, Sendable {
        case extreme = "Extreme", severe = "Severe", moderate = "Moderate", minor = "Minor"
    }
    public enum Certainty: String, Sendable { case observed = "Observed", likely = "Likely" }

    /// What is the matter, in one language.
    public struct Info: Hashable, Sendable {
        public var language: String
        public var category: Category
        public var event: String
        public var urgency: Urgency
        public var severity: Severity
        public var certainty: Certainty
        public var onset: Instant?
        public var headline: String
        public var description: String
        public var instruction: String
        public var parameters: [Named]
        public var area: Area
    }

    /// A value with the name of what it is a value of.
    public struct Named: Hashable, Sendable {
        public var name: String
        public var value: String
    }

    public struct Area: Hashable, Sendable {
        public var description: String
        /// Latitude, longitude and kilometres around.
        public var circle: String?
        public var geocodes: [Named]
    }

    /// The message as XML. Elements stand in the order that the schema wants.
    public var xml: String {
        var writer = XMLText()
        writer.element("alert", namespace: Self.namespace) { alert in
            alert.text("identifier", identifier)
            alert.text("sender", sender)
            alert.text("sent", Self.time(sent))
            alert.text("status", status.rawValue)
            alert.text("msgType", "Alert")
            alert.text("source", source)
            alert.text("scope", restriction == nil ? "Public" : "Restricted")
            if let restriction { alert.text("restriction", restriction) }
            if let note { alert.text("note", note) }
            for info in infos { Self.write(info, to: &alert) }
        }
        return writer.document
    }

    private static func write(_ info: Info, to writer: inout XMLText) {
        writer.element("info") { writer in
            writer.text("language", info.language)
            writer.text("category", info.category.rawValue)
            writer.text("event", info.event)
            writer.text("urgency", info.urgency.rawValue)
            writer.text("severity", info.severity.rawValue)
            writer.text("certainty", info.certainty.rawValue)
            if let onset = info.onset { writer.text("onset", time(onset)) }
            writer.text("headline", info.headline)
            writer.text("description", info.description)
            if !info.instruction.isEmpty { writer.text("instruction", info.instruction) }
            for parameter in info.parameters { write(parameter, as: "parameter", to: &writer) }
            writer.element("area") { writer in
                writer.text("areaDesc", info.area.description)
                if let circle = info.area.circle { writer.text("circle", circle) }
                for code in info.area.geocodes { write(code, as: "geocode", to: &writer) }
            }
        }
    }

    private static func write(_ named: Named, as element: String, to writer: inout XMLText) {
        writer.element(element) {
            $0.text("valueName", named.name)
            $0.text("value", named.value)
        }
    }

    /// To the second, with a numeric offset: CAP allows neither fractions nor `Z`.
    static func time(_ instant: Instant) -> String { Instant(seconds: instant.seconds).iso8601 }

    /// A name without what CAP forbids in identifiers and senders: spaces, commas, `<` and `&`.
    public static func name(_ text: String) -> String {
        String(text.map { $0.isWhitespace || ",<&".contains($0) ? "-" : $0 })
    }
}
