import Language
import Situation

/// Words, numbers and times in the reader's language.
struct Speech: Sendable {
    let catalog: Catalog

    var language: Language { catalog.language }

    /// The words of a key of the catalog.
    func callAsFunction(_ key: String, _ arguments: [String: Phrase.Argument] = [:]) -> String {
        catalog.say(key, arguments)
    }

    /// The words of a phrase.
    func say(_ phrase: Phrase) -> String { catalog.say(phrase) }
}

// MARK: - Numbers

extension Speech {
    /// What stands where a value is not known: never a zero.
    static let none = "–"
    /// Stands before a planning value that no source gives.
    static let illustrativeMark = "~"

    /// A whole number, its thousands set apart.
    func number(_ value: Int?) -> String { value.map(Catalog.grouped) ?? Self.none }

    func number(_ value: (some Quantity)?) -> String { number(value?.count) }

    /// A number with at most `digits` decimals, written as the language writes them.
    func decimal(_ value: Double?, digits: Int = 1) -> String {
        guard let value, value.isFinite, abs(value) < 1e12 else { return Self.none }
        let scale = [1, 10, 100, 1000][min(max(digits, 0), 3)]
        let scaled = Int((value * Double(scale)).rounded())
        let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let sign = scaled < 0 ? "−" : ""
        guard part > 0 else { return sign + Catalog.grouped(Int(whole)) }
        var decimals = String(part + UInt(scale)).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return sign + Catalog.grouped(Int(whole)) + (language == .en ? "." : ",") + decimals
    }

    /// How many times its usual: always one decimal, so that a column can be compared.
    func times(_ value: Double?) -> String {
        guard let value, value.isFinite, value >= 0, value < 1e6 else { return Self.none }
        if value >= 100 { return number(Int(value.rounded())) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)\(language == .en ? "." : ",")\(tenths % 10)"
    }

    /// A share as a percentage.
    func percent(_ share: Double?) -> String {
        guard let share, share.isFinite, abs(share) < 1e6 else { return Self.none }
        return number(Int((share * 100).rounded())) + "\u{00A0}%"
    }

    /// A figure's value with the mark of illustrative ones.
    func figure<Value>(_ figure: Figure<Value>?, _ text: (Value) -> String) -> String {
        guard let figure else { return Self.none }
        return (figure.isIllustrative ? Self.illustrativeMark : "") + text(figure.value)
    }

    /// A count with the mark of illustrative ones.
    func count<Count: Quantity>(_ count: Figure<Count>?) -> String { figure(count) { number($0) } }
}
