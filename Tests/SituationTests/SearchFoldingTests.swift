import Situation
import Support
import Testing

struct SearchFoldingTests {
    /// What a person types for what stands in the log, both written by hand.
    @Test(arguments: [
        ("Қызылорда", "кызылорда"), ("Ғимарат", "гимарат"), ("Теңіз", "тениз"), ("Әкімдік", "акимдик"),
        ("Өткізу пункті", "откизу пункти"), ("Ұлы Үй", "улы уи"), ("Шаһар", "шахар"),
        ("Ёлка ещё", "елка еще"), ("Аксай", "аксаи"), ("КӨШІ-ҚОН", "коши-кон"),
        ("Köken Şağan", "koken sagan"), ("Čeština", "cestina"), ("Straße", "strasse"), ("Łódź", "lodz"),
        ("Queue at Syrym", "queue at syrym"), ("Iсtanbul ı", "iсtanbul i"),
    ])
    func `a word and what is typed for it fold alike`(written: String, typed: String) {
        #expect(SearchFolding.fold(written) == typed)
        #expect(SearchFolding.fold(written) == SearchFolding.fold(typed))
    }

    @Test func `composed and decomposed letters are the same`() {
        #expect(SearchFolding.fold("\u{0438}\u{0306}") == SearchFolding.fold("\u{0439}"))
        #expect(SearchFolding.fold("\u{0435}\u{0308}") == SearchFolding.fold("ё"))
    }

    @Test func `folding twice is folding once`() {
        var random = Seeded(4)
        for _ in 0..<2000 {
            let scalars = (0..<8).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0x20...0x2FFF, using: &random))
            }
            let once = SearchFolding.fold(String(String.UnicodeScalarView(scalars)))
            #expect(SearchFolding.fold(once) == once)
        }
    }

    @Test func `words are runs of letters and digits`() {
        #expect(
            SearchFolding.words(of: "Сырым/Маштаково: 120 адам, №4!") == [
                "сырым", "маштаково", "120", "адам", "4",
            ])
        #expect(SearchFolding.words(of: " -- \"' ") == [])
    }

    @Test func `every letter of the Kazakh alphabet beyond the Russian one is folded into the Russian one`() {
        for letter in "әғқңөұүһі" {
            let folded = SearchFolding.fold(String(letter))
            #expect("абвгдежзиклмнопрстуфхцчшщъыьэюя".contains(folded), "\(letter)")
        }
    }
}
