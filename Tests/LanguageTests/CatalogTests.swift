import StrictYAML
import Testing

@testable import Language

struct CatalogTests {
    private func catalog(_ yaml: String, _ language: Language = .ru) throws -> Catalog {
        try Catalog(language: language, yaml: yaml, file: "test.yaml")
    }

    @Test func `placeholders are filled, and one without a value keeps its braces`() throws {
        let words = try catalog("a: {b: 'в {place} — {count}'}")
        #expect(words.say("a.b", ["place": "Сырым", "count": 16_862]) == "в Сырым — 16\u{00A0}862")
        #expect(words.say("a.b", ["place": "Сырым"]) == "в Сырым — {count}")
    }

    // Forms after the CLDR plural rules for Russian whole numbers.
    @Test(arguments: [
        (1, "место"), (2, "места"), (5, "мест"), (11, "мест"), (21, "место"), (112, "мест"), (0, "мест"),
    ])
    func `Russian numbers choose their form`(count: Int, form: String) throws {
        let words = try catalog("beds: {one: место, few: места, many: мест, other: места}")
        #expect(words.say("beds", ["count": .number(count)]) == form)
    }

    @Test func `a missing key is shown as itself and not as nothing`() throws {
        #expect(try catalog("a: b").say("no.such") == "⟨no.such⟩")
    }

    @Test func `a catalog with a list in it is refused with its line`() {
        #expect(throws: YAMLFault.self) { try catalog("a: b\nc: [1, 2]") }
    }

    @Test func `large numbers are grouped and small ones are not`() {
        #expect(Catalog.grouped(4999) == "4999")
        #expect(Catalog.grouped(50_928) == "50\u{00A0}928")
        #expect(Catalog.grouped(-1_234_567) == "−1\u{00A0}234\u{00A0}567")
    }
}
