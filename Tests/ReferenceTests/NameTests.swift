import Situation
import Testing

@testable import Reference

@Suite("Names people write")
struct NameTests {
    let reference: Reference

    init() throws {
        reference = try Shipped.reference.get()
    }

    @Test(
        arguments: [
            ("syrym", "syrym"), ("Сырым", "syrym"), ("СЫРЫМ", "syrym"), (" Сырым/Маштаково ", "syrym"),
            ("Жәнібек", "zhanybek"), ("ЖАНЫБЕК", "zhanybek"), ("Zhibek Zholy", "zhibek-zholy"),
            ("ҚОРДАЙ", "kordai"), ("Темир-Баба", "temir-baba"), ("темир баба", "temir-baba"),
            ("Сарыағаш", "saryagash-rail"), ("ALA", "air-almaty"), ("Аксай/Илек", "aksai"),
            ("Нур жолы", "nur-zholy"), ("Хоргос", "nur-zholy"),
            // As the published figures of autumn 2022 name them.
            ("Таскала", "taskala"), ("Аксай", "aksai"), ("Шаган", "shagan"), ("Орда", "orda"),
            ("Жибек жолы", "zhibek-zholy"), ("Карасу", "karasu"),
        ] as [(String, CheckpointID)])
    func `a post is found by any of its names`(name: String, id: CheckpointID) {
        #expect(reference.checkpoint(named: name) == .one(id))
    }

    @Test func `a name typed with combining marks is the same name`() {
        // и + U+0306 is й: Кайрак as some systems store it.
        #expect(reference.checkpoint(named: "Каи\u{0306}рак") == .one("kairak"))
    }

    @Test func `a name that two posts bear is reported with both`() {
        #expect(reference.checkpoint(named: "Достык") == .ambiguous(["dostyk", "dostyk-rail"]))
        #expect(reference.checkpoint(named: "Нигде") == .none)
        // A spelling nobody listed is not guessed.
        #expect(reference.checkpoint(named: "Темір Баба") == .none)
    }

    @Test(
        arguments: [
            ("KZ-27", "KZ-27"), ("27", "KZ-27"), ("kz-27", "KZ-27"), ("ZAP", "KZ-27"), ("KZ-ZAP", "KZ-27"),
            ("Батыс Қазақстан облысы", "KZ-27"), ("ЗКО", "KZ-27"), ("West Kazakhstan region", "KZ-27"),
            ("VOS", "KZ-63"), ("YUZ", "KZ-61"), ("ALA", "KZ-75"), ("ALM", "KZ-19"),
            ("область Жетісу", "KZ-33"),
        ] as [(String, RegionCode)])
    func `a region is found by code, former code and name`(name: String, code: RegionCode) {
        #expect(reference.region(named: name) == .one(code))
    }

    @Test func `Almaty alone may be the region or the city`() {
        #expect(reference.region(named: "Алматы") == .ambiguous(["KZ-19", "KZ-75"]))
        #expect(reference.region(named: "Алматы қаласы") == .one("KZ-75"))
    }

    @Test func `an area is the country, a region or a section`() {
        #expect(reference.area(named: "KZ") == .one(.country))
        #expect(reference.area(named: "Қазақстан") == .one(.country))
        #expect(reference.area(named: "KZ-75") == .one(.region("KZ-75")))
        #expect(reference.area(named: "ru-west") == .one(.section("ru-west")))
        #expect(reference.area(named: "Китай") == .one(.section("cn")))
        #expect(reference.area(named: "XX") == .none)
    }

    @Test func `each region that has one keeps its former code`() {
        // ISO 3166-2:KZ before 2022 had 14 regions and 3 cities besides Baikonur.
        let codes = reference.regions.flatMap(\.formerCodes)
        #expect(codes.count == 17 && Set(codes).count == 17)
        #expect(reference.regions.filter(\.formerCodes.isEmpty).map(\.id) == ["KZ-10", "KZ-33", "KZ-62"])
    }

    @Test func `a name is given in the language asked for, else in Kazakh`() throws {
        let name = try #require(reference.region("KZ-27")).centre
        #expect(["kk", "ru", "en", "fr"].map(name.text) == ["Орал", "Уральск", "Oral", "Орал"])
    }

    @Test func `every name in the data leads back to its thing`() {
        for post in reference.checkpoints {
            for name in post.name.all + post.aliases {
                switch reference.checkpoint(named: name) {
                case .one(let id): #expect(reference.checkpoint(id) != nil)
                case .ambiguous(let ids): #expect(ids.contains(post.id), "\(name)")
                case .none: Issue.record("\(name) of \(post.id) is not found")
                }
            }
        }
    }
}
