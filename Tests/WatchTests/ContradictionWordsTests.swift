import Language
import Support
import Testing
import Watch

/// Every rule and every comparison of it has a name and an explanation in each language.
struct ContradictionWordsTests {
    @Test(arguments: Language.allCases)
    func `every rule and comparison has its words`(language: Language) throws {
        let folder = CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path)
        let catalog = try folder.catalog(language)
        for rule in ContradictionRule.allCases {
            for name in ["name"] + rule.variants {
                let key = "watch.rule.\(rule.rawValue).\(name)"
                #expect(catalog.entries[key] != nil, "\(key)")
            }
        }
    }
}
