import GRDB
import Situation
import Support
import Testing

@testable import Store

struct LogSearchTests {
    private func note(
        _ text: String, place: String? = nil, by person: PersonName = "Aliya", known: Instant? = nil
    ) -> Draft {
        Draft(
            .note(Note(text: text, place: place)), about: .moment(.at(12)),
            author: Author(person: person, seat: "duty-officer"), source: "desk", known: known)
    }

    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        let lines = [
            note("Құйық жолы жабық, кезек 300 көлік", place: "syrym"),
            note("Автобусы в Орал отправлены: ещё шесть", place: "KZ-27", by: "Dina"),
            note("Buses arrived in Oral", place: "KZ-27"),
            note("автобусов нет", place: "taskala"),
        ]
        for (hour, line) in lines.enumerated() {
            _ = try fixture.journal.append([line], at: .at(10 + hour))
        }
        _ = try fixture.journal.append([StoreFixture.report(7)], at: .at(15))
        return fixture
    }

    private func texts(_ entries: [StoredEntry]) -> [String] {
        entries.map { if case .note(let note) = $0.entry.fact { note.text } else { $0.entry.fact.kindName } }
    }

    private func found(_ fixture: StoreFixture, _ search: LogSearch) throws -> [Int64] {
        try fixture.journal.search(search, limit: 100).map(\.entry.id.number)
    }

    @Test(
        arguments: [
            ("куиык", [1]), ("ҚҰЙЫҚ", [1]), ("автобус", [4, 2]), ("автобус орал", []), ("еще", [2]),
            ("орал автобусы", [2]), ("\"жолы жабык\"", [1]), ("\"жабык жолы\"", []), ("«buses arrived»", [3]),
            ("автобусы ", [2]), ("автобу ", []), ("300", [1]), ("oral", [3]), ("zzz", []),
        ] as [(String, [Int64])])
    func `words are found whatever their letters, the newest first`(text: String, expected: [Int64]) throws {
        #expect(try found(try filled(), LogSearch(text)) == expected)
    }

    @Test func `filters by place, person, kind and time`() throws {
        let fixture = try filled()
        #expect(try found(fixture, LogSearch()) == [4, 3, 2, 1])
        #expect(try found(fixture, LogSearch(place: "KZ-27")) == [3, 2])
        #expect(try found(fixture, LogSearch(person: "Dina")) == [2])
        #expect(try found(fixture, LogSearch("oral", person: "Dina")) == [])
        #expect(try found(fixture, LogSearch(kinds: ["note"])) == [4, 3, 2, 1])
        #expect(try found(fixture, LogSearch(kinds: ["alarm", "level"])) == [])
        #expect(try found(fixture, LogSearch(from: .at(11), to: .at(12))) == [3, 2])
        #expect(try found(fixture, LogSearch("автобус", from: .at(12))) == [4])
        #expect(try found(fixture, LogSearch(person: "din")) == [])
    }

    @Test func `what is typed is never taken for a language of its own`() throws {
        let fixture = try filled()
        let evil = [
            "\"", "\"\"\"", "*", "a*b", "NEAR(", "AND OR NOT", "words:", "{words kind} : x", "^a", "a + b",
            "-a",
            "'; DROP TABLE entry; --", "(", ")", "\u{0}", "автобус\"", "«", "a\"b c\"d", "%", "\u{301}", "😀",
            "col:x*", "rank", "\\", "x\u{202E}y",
        ]
        for text in evil { _ = try fixture.journal.search(LogSearch(text), limit: 5) }
        var random = Seeded(8)
        let alphabet = Array("ab\"*():{}^+-AND NEAR,'«»қ\\\u{0}\n")
        for _ in 0..<500 {
            let text = String((0..<12).compactMap { _ in alphabet.randomElement(using: &random) })
            _ = try fixture.journal.search(
                LogSearch(text, place: text, person: PersonName(text), kinds: [text]), limit: 5)
        }
        #expect(try fixture.journal.verify().fault == nil)
        #expect(try fixture.journal.search(LogSearch("!!!"), limit: 5).isEmpty)
    }

    @Test func `pages follow one another without a gap or a double`() throws {
        let fixture = try StoreFixture()
        let drafts = (0..<57).map { note("line \($0)") }
        // All in one millisecond or two.
        _ = try fixture.journal.append(drafts, at: .at(12))
        var seen: [Int64] = []
        var key: FoldKey?
        while true {
            let page = try fixture.journal.search(LogSearch("line"), before: key, limit: 10)
            guard let last = page.last else { break }
            seen += page.map(\.entry.id.number)
            key = last.entry.foldKey
        }
        #expect(seen == Array((1...57).reversed()))
    }

    @Test func `a line loaded late stands at the time it was known`() throws {
        let fixture = try filled()
        _ = try fixture.journal.append([note("кеш келген автобус", known: .at(11, 30))], at: .at(20))
        #expect(try found(fixture, LogSearch("автобус")) == [4, 6, 2])
        let known = PictureMoment(asKnownAt: .at(12))
        #expect(try found(fixture, LogSearch("автобус", moment: known)) == [6, 2])
        let recorded = PictureMoment(asRecordedAt: .at(12))
        #expect(try found(fixture, LogSearch("автобус", moment: recorded)) == [2])
    }

    @Test func `made anew from the record it finds the same, and a false line is found by verify`() throws {
        let fixture = try filled()
        _ = try fixture.journal.append(
            WatchSample.facts.filter { if case .significance = $0 { false } else { true } }.map {
                Draft($0, about: .moment(.at(16)), author: .system("watch"), source: "watch")
            }, at: .at(16))
        let before = try found(fixture, LogSearch())
        let buses = try found(fixture, LogSearch("buses"))
        #expect(buses.count > 2)
        #expect(try fixture.journal.verify().fault == nil)
        try fixture.write("UPDATE log_line SET words = 'nothing' WHERE seq = 1")
        #expect(try fixture.journal.verify().fault?.kind == .derived)
        try fixture.write("DELETE FROM log_line WHERE seq = 2")
        _ = try fixture.journal.rebuildDerived()
        #expect(try fixture.journal.verify().fault == nil)
        #expect(try found(fixture, LogSearch()) == before)
        #expect(try found(fixture, LogSearch("buses")) == buses)
        #expect(try found(fixture, LogSearch("куиык")) == [1])
    }

    @Test func `a journal made before there was an index gets one when it is opened`() throws {
        let fixture = try filled()
        try fixture.write("DROP TABLE log_word; DROP TABLE log_line; DROP INDEX amendment_target")
        try fixture.write("DELETE FROM grdb_migrations WHERE identifier = '2: duty log'")
        try fixture.journal.close()
        let again = try Journal.open(fixture.journal.path, station: "st-test")
        #expect(texts(try again.search(LogSearch("oral"), limit: 5)) == ["Buses arrived in Oral"])
        #expect(try again.verify().fault == nil)
        let head = try again.head()
        #expect(head.entries == 5)
        #expect(head.hash == (try again.verify().head))
    }

    @Test func `corrections are found by what they correct`() throws {
        let fixture = try filled()
        let first = EntryID(station: "st-test", number: 1)
        let change = Correction.Change.supersede(.note(Note(text: "кезек 200 көлік", place: "syrym")))
        _ = try fixture.journal.append(
            [
                Draft(
                    .correction(Correction(target: first, change: change, reason: "miscounted")),
                    about: .moment(.at(16)), author: .system("test"), source: "desk")
            ], at: .at(16))
        #expect(try found(fixture, LogSearch("кезек")) == [6, 1])
        let corrections = try fixture.journal.corrections(of: [first, EntryID(station: "st-test", number: 2)])
        #expect(corrections.mapValues { $0.map(\.entry.id.number) } == [first: [6]])
    }

    @Test func `only what is in the journal can be promoted`() throws {
        let fixture = try filled()
        func promote(_ number: Int64) -> Draft {
            let id = EntryID(station: "st-test", number: number)
            return Draft(
                .significance(SignificanceEvent(id, .proposed(reason: "r"))), about: .moment(.at(16)),
                author: .system("test"), source: "desk", place: .after(nil))
        }
        #expect(throws: StoreError.noSuchEntry(EntryID(station: "st-test", number: 99))) {
            try fixture.journal.append([promote(99)], at: .at(16))
        }
        #expect(try fixture.journal.append([promote(1)], at: .at(16)).stored.count == 1)
    }
}

extension StoreFixture {
    fileprivate func write(_ sql: String) throws { try journal.pool.write { try $0.execute(sql: sql) } }
}
