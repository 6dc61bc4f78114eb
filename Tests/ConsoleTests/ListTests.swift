import Language
import Situation
import Terminal
import Testing

@testable import Console

/// Lists: filter, order, selection, and coming back to them.
@Suite struct ListTests {
    @Test("the filter narrows as it is typed, tells the number, and Esc takes it away")
    func filter() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("2"))
        let all = sitting.items.count
        sitting.press(.character("/"))
        sitting.type("syrym")
        #expect(sitting.items == [.checkpoint("syrym")])
        #expect(sitting.text.contains("1 match"))
        sitting.press(.escape)
        #expect(sitting.items.count == all)
    }

    @Test("an exclamation mark turns the filter round")
    func invertedFilter() throws {
        var sitting = try Sitting(language: .en)
        sitting.press(.character("2"))
        let all = sitting.items.count
        sitting.press(.character("/"))
        sitting.type("!syrym")
        #expect(sitting.items.count == all - 1)
        #expect(!sitting.items.contains(.checkpoint("syrym")))
    }

    @Test("the selection follows the item through sorting")
    func selectionFollows() throws {
        var sitting = try Sitting()
        sitting.press(.character("2"), .down, .down, .down)
        let selected = try #require(sitting.selected)
        let before = sitting.items.firstIndex(of: selected)
        for _ in 0..<3 {
            sitting.press(.character("s"))
            #expect(sitting.selected == selected)
        }
        #expect(sitting.items.firstIndex(of: selected) != before)
        #expect(sitting.lines.contains { $0.contains("▲") || $0.contains("▼") })
    }

    @Test("every column that can be sorted by is sorted both ways, and what is missing comes last")
    func sorting() throws {
        var sitting = try Sitting()
        sitting.press(.character("2"))
        let reading = try #require(sitting.model.reading)
        func queues() -> [Int?] {
            sitting.items.compactMap { item -> Int?? in
                guard case .destination(.checkpoint(let id)) = item else { return nil }
                return .some(reading.checkpoint(id)?.incoming.queue?.persons?.count)
            }
        }
        let listing = try #require(Look(sitting.model).page.list(.main)?.listing)
        let queue = try #require(listing.columns.firstIndex { $0.title == "Кезек" })
        while sitting.model.view.sort?.column != queue { sitting.press(.character("s")) }
        let falling = queues()
        #expect(falling.compactMap(\.self) == falling.compactMap(\.self).sorted(by: >))
        #expect(falling.last == .some(nil), "China is silent and comes last")
        sitting.press(.character("S"))
        let rising = queues()
        #expect(rising.compactMap(\.self) == rising.compactMap(\.self).sorted())
        #expect(rising.last == .some(nil), "and stays last the other way round")
    }

    @Test("names are sorted by the Kazakh alphabet")
    func alphabet() {
        let sorted = ["Ұзын", "Үржар", "Шаған", "Ақсай", "Әлімбет", "Қордай", "Курчум", "Б"].sorted {
            SortKey.word($0).comes(before: .word($1), ascending: true)
        }
        #expect(sorted == ["Ақсай", "Әлімбет", "Б", "Курчум", "Қордай", "Ұзын", "Үржар", "Шаған"])
    }

    @Test("Esc brings the view back as it was left: selection, scroll, order, filter")
    func escapeRestores() throws {
        var sitting = try Sitting()
        sitting.press(.character("2"), .character("/"))
        sitting.type("ресей")
        sitting.press(.enter, .character("s"), .character("s"), .pageDown, .down)
        let left = sitting.model.view
        sitting.press(.enter)
        #expect(sitting.model.view.destination.isDetail)
        sitting.press(.down, .down, .escape)
        #expect(sitting.model.view == left)
        sitting.press(.character("3"), .character("8"), .character("2"))
        #expect(sitting.model.view == left)
    }

    @Test("a section of the overview leads to its page, and from there to its posts")
    func sectionToPosts() throws {
        var sitting = try Sitting()
        sitting.press(.enter)
        #expect(sitting.model.view.destination == .section("ru-west"))
        sitting.press(.enter)
        #expect(sitting.model.view.destination == .tab(.checkpoints))
        let reading = try #require(sitting.model.reading)
        let posts = sitting.items.compactMap { item -> SectionID? in
            guard case .destination(.checkpoint(let id)) = item else { return nil }
            return reading.checkpoint(id)?.section
        }
        #expect(posts.count == 12)
        #expect(Set(posts) == ["ru-west"])
    }

    @Test("the mouse selects, sorts by a head, opens by a double click and runs a hint")
    func mouse() throws {
        var sitting = try Sitting()
        sitting.press(.character("2"))
        sitting.press(.mouse(Mouse(x: 10, y: 6, kind: .press)))
        #expect(sitting.selected == sitting.items[3])
        sitting.press(.mouse(Mouse(x: 8, y: 2, kind: .press)))
        let sort = try #require(sitting.model.view.sort)
        #expect(sort.isAscending, "names begin with A")
        sitting.press(.mouse(Mouse(x: 10, y: 6, kind: .double)))
        #expect(sitting.model.view.destination.isDetail)
        sitting.press(.mouse(Mouse(x: 2, y: 23, kind: .press)))
        // The first hint of a night with alarms shows the worst.
        guard case .alarm = sitting.model.view.destination else {
            Issue.record("the first hint did nothing")
            return
        }
    }

    @Test("the wheel scrolls the list under it")
    func wheel() throws {
        var sitting = try Sitting()
        sitting.press(.character("2"))
        sitting.press(.mouse(Mouse(x: 10, y: 6, kind: .wheelDown, button: 0)))
        #expect(sitting.model.view.list.offset == 3)
    }
}
