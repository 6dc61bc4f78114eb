import Foundation
import FoundationXML
import Language
import Planning
import Reference
import Situation
import Support
import Testing

@testable import Briefing

/// A picture with a figure of each kind, an alarm that stands and a level that was confirmed.
struct ExchangeCase {
    let subject: StatusSubject
    let reference: Reference
    static let alarm = AlarmID(rule: "section-influx", subject: "ru-west")
    static let hostile = "Border, \"West\" & Co <x>\u{1}"

    init(_ nature: JournalNature) throws {
        reference = try ReferenceLoader(folder: SourceTree.folder("Sources/Reference/Resources")).core()
        var build = EntryBuilder()
        var entries = (0..<24).map {
            build.report(100, from: .at($0), to: .at($0 + 1), source: SourceID(Self.hostile))
        }
        entries.append(
            build.entry(
                .shelterReport(
                    ShelterReport(shelter: "oral-1", openBeds: 250, reserveBeds: 400, occupied: 211)),
                about: .moment(.at(12)), known: .at(12)))
        entries.append(
            build.entry(
                .indicatorValue(
                    IndicatorValue(
                        indicator: try #require(IndicatorNumber(4)),
                        period: try #require(ReportingPeriod("2022-H1")), value: 2.9)),
                about: .moment(.at(12)), known: .at(12)))
        entries.append(
            build.entry(
                .alarm(
                    AlarmEvent(
                        Self.alarm,
                        .raised(.init(value: 5.5, limit: 1.25, priority: .critical, cause: "influx/ru-west")))
                ),
                about: .moment(.at(20)), known: .at(20)))
        entries.append(
            build.entry(
                .level(LevelEvent("ru-west", .confirmed(.high, reason: "Queues <to the river> & on"))),
                about: .moment(.at(21)), known: .at(21)))
        let picture = Picture.folding(entries)
        subject = StatusSubject(
            picture: picture,
            reading: SituationReading(
                picture, places: reference.places, targets: reference.targets, now: .at(23, 59)),
            journal: JournalIdentity(id: "j 1", nature: nature, scenario: "drill"), contested: [],
            asKnownAt: nil, asRecordedAt: nil)
    }

    static func catalog(_ language: Language) throws -> Catalog {
        try CatalogFolder(path: SourceTree.folder("Sources/Language/Resources").path).catalog(language)
    }

    func table(_ kind: HXLExport.Kind, _ language: Language = .en) throws -> HXLTable {
        HXLExport(subject, reference: reference, catalog: try Self.catalog(language)).table(kind)
    }

    func draft() throws -> CAPDraft {
        let scenarios = SourceTree.folder("Scenarios")
        let levels = scenarios.appendingPathComponent("levels.yaml")
        return CAPDraft(
            subject, reference: reference,
            rules: AlarmRuleFolder.load(scenarios.appendingPathComponent("alarms")).rules,
            levels: try LevelReader.read(text: try PlanFile.text(of: levels), file: "levels.yaml"),
            catalogs: try Language.allCases.map(Self.catalog), sender: "hq, of <Oral>", isPublic: false)
    }
}

struct HXLTests {
    @Test(arguments: HXLExport.Kind.allCases)
    func `every table has its tags in the second row and as many fields in each`(kind: HXLExport.Kind) throws
    {
        for language in Language.allCases {
            let table = try ExchangeCase(.live).table(kind, language)
            #expect(!table.rows.isEmpty)
            #expect(Set(table.tags).count == table.tags.count)
            let isTag = try Regex("#[a-z][a-z0-9]*([+][a-z][a-z0-9_]*)*")
            for tag in table.tags { #expect(tag.wholeMatch(of: isTag) != nil, "\(tag)") }
            #expect(table.rows.allSatisfy { $0.count == table.tags.count })
            #expect(!table.headings.contains { $0.contains("⟨") })
            #expect(table.breaches == [])
        }
    }

    @Test func `figures stand under their tags and what is not known is empty`() throws {
        let live = try ExchangeCase(.live)
        func row(_ table: HXLTable, _ tag: String, _ value: String) throws -> [String: String] {
            let column = try #require(table.tags.firstIndex(of: tag))
            let row = try #require(table.rows.first { $0[column] == value })
            return Dictionary(zip(table.tags, row)) { first, _ in first }
        }
        let posts = try live.table(.posts)
        let syrym = try row(posts, "#loc+code", "syrym")
        #expect(syrym["#indicator+crossings_in+num"] == "2400")
        #expect(syrym["#indicator+crossings_out+num"] == "")
        #expect(syrym["#date+end"] == "2022-09-25T00:00:00+05:00")
        #expect(try row(posts, "#loc+code", "dostyk")["#indicator+crossings_in+num"] == "")
        #expect(
            try row(live.table(.regions), "#adm1+code+v_iso3166_2", "KZ-27")["#reached+beds+num"] == "211")
        #expect(try row(live.table(.sections), "#loc+code", "ru-west")["#severity+code"] == "high")
        let value = try row(live.table(.indicators), "#indicator+code", "4")
        #expect(value["#indicator+value+num"] == "2.9")
        #expect(value["#date+start"] == "2022-01-01T00:00:00+05:00")
        #expect(try row(live.table(.indicators), "#indicator+code", "5")["#indicator+value+num"] == "")
    }

    @Test(arguments: HXLExport.Kind.allCases)
    func `every row of an exercise says that it is one, and no row of the live watch`(
        kind: HXLExport.Kind
    ) throws {
        let drill = try ExchangeCase(.exercise).table(kind)
        let column = try #require(drill.tags.firstIndex(of: "#meta+exercise"))
        #expect(drill.rows.allSatisfy { $0[column] == "EXERCISE drill" })
        #expect(try !ExchangeCase(.live).table(kind).tags.contains("#meta+exercise"))
    }

    @Test func `a row with more people in a smaller set is found`() {
        let table = HXLTable(
            headings: ["", "", "", ""], tags: ["#adm1", "#affected+num", "#inneed", "#reached+beds"],
            rows: [["KZ-27", "100", "80", "80"], ["KZ-11", "100", "120", ""], ["KZ-10", "", "5", "6"]])
        #expect(
            table.breaches == [
                .init(row: 1, larger: "#affected+num", smaller: "#inneed"),
                .init(row: 2, larger: "#inneed", smaller: "#reached+beds"),
            ])
    }
}

/// Texts of elements by their names, read by the library's parser.
private final class Elements: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    private var text = ""

    static func of(_ xml: String) throws -> [String: [String]] {
        let elements = Elements()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = elements
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
        return elements.texts
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) { text = "" }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { texts[name, default: []].append(text) }
}

struct CAPTests {
    @Test func `an alarm that stands becomes a draft in three languages`() throws {
        let alert = try #require(try ExchangeCase(.live).draft().alert(ExchangeCase.alarm))
        let read = try Elements.of(alert.xml)
        #expect(read["status"] == ["Draft"])
        #expect(read["sent"] == ["2022-09-24T23:59:00+05:00"])
        #expect(read["onset"] == Array(repeating: "2022-09-24T20:00:00+05:00", count: 3))
        #expect(read["language"] == ["kk-KZ", "ru-KZ", "en"])
        #expect(read["severity"] == ["Extreme", "Extreme", "Extreme"])
        #expect(read["scope"] == ["Restricted"])
        #expect(read["areaDesc"]?.last == "Russia, west")
        #expect(read["value"]?.contains("5.5") == true)
        #expect(read["headline"]?.last == "Arrivals on the section above the usual: Russia, west")
        // CAP forbids spaces, commas, < and & in identifier and sender.
        #expect(read["sender"] == ["hq--of--Oral>"])
        #expect(read["identifier"]?.first?.contains(" ") == false)
    }

    @Test func `a confirmed level becomes a message with the officer's reason, escaped`() throws {
        let alert = try #require(try ExchangeCase(.live).draft().alert(SectionID("ru-west")))
        let read = try Elements.of(alert.xml)
        #expect(read["description"]?.first == "Queues <to the river> & on")
        #expect(read["event"]?.last == "Impact level: high")
        #expect(alert.xml.contains("Queues &lt;to the river&gt; &amp; on"))
    }

    @Test func `from a drill the status is Exercise and every text begins and ends with the word`() throws {
        let draft = try ExchangeCase(.exercise).draft()
        let alerts = [try #require(draft.alert(ExchangeCase.alarm)), try #require(draft.alert("ru-west"))]
        for alert in alerts {
            #expect(alert.status == .exercise)
            for (info, word) in zip(alert.infos, ["ОҚУ-ЖАТТЫҒУ", "УЧЕНИЕ", "EXERCISE"]) {
                for text in [info.headline, info.description] {
                    #expect(text.hasPrefix(word) && text.hasSuffix(word))
                }
            }
        }
    }

    @Test func `an alarm that does not stand and a level nobody confirmed give no message`() throws {
        let draft = try ExchangeCase(.live).draft()
        #expect(draft.alert(AlarmID(rule: "section-influx", subject: "cn")) == nil)
        #expect(draft.alert(AlarmID(rule: "no-such-rule", subject: "ru-west")) == nil)
        #expect(draft.alert(SectionID("cn")) == nil)
    }

    @Test func `times have a numeric offset and no fraction`() {
        let instant = Instant(milliseconds: 1_664_031_600_123)
        #expect(CAPAlert.time(instant) == "2022-09-24T20:00:00+05:00")
    }

    @Test func `any text survives the way through XML`() throws {
        var random = Seeded(11)
        for _ in 0..<200 {
            let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x500)) }
            let text = String(String.UnicodeScalarView(scalars))
            var writer = XMLText()
            writer.element("a") { $0.text("b", text) }
            let shown = String(
                String.UnicodeScalarView(
                    scalars.map { $0.value >= 0x20 || "\n\t\r".unicodeScalars.contains($0) ? $0 : "\u{FFFD}" }
                ))
            #expect(
                try Elements.of(writer.document)["b"]?.first?.unicodeScalars.elementsEqual(
                    shown.unicodeScalars) == true)
        }
    }
}
