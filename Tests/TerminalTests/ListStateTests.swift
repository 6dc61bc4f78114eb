import Terminal
import Testing

@Suite struct ListStateTests {
    private let letters = ["a", "b", "c", "d", "e", "f", "g", "h"]

    @Test func `the selection follows the item when the order changes`() {
        var state = ListState<String>()
        state.settle(in: letters, height: 3)
        #expect(state.selected == "a")
        state.move(by: 2, in: letters, height: 3)
        let reversed = Array(letters.reversed())
        state.settle(in: reversed, height: 3)
        #expect(state.selected == "c")
        #expect(state.index(in: reversed) == 5)
        #expect(state.offset == 3)  // rows 3, 4, 5 are in view
    }

    @Test func `when the item is gone its neighbour is selected`() {
        var state = ListState<String>()
        state.select("c", in: letters, height: 3)
        state.settle(in: ["a", "b", "d"], height: 3)
        #expect(state.selected == "d")
        state.settle(in: ["a"], height: 3)
        #expect(state.selected == "a")
        state.settle(in: [], height: 3)
        #expect(state.selected == nil)
    }

    @Test func `moving stops at the ends, pages overlap by a row`() {
        var state = ListState<String>()
        state.page(by: 1, in: letters, height: 4)
        #expect(state.selected == "d")
        state.move(by: .max, in: letters, height: 4)
        #expect(state.selected == "h")
        #expect(state.offset == 4)
        state.page(by: .min, in: letters, height: 4)
        #expect(state.selected == "a")
        #expect(state.offset == 0)
        state.moveToBottom(in: letters, height: 0)
        #expect(state.selected == "h")
    }

    @Test func `the wheel scrolls and takes the selection along only at the edge`() {
        var state = ListState<String>()
        state.select("b", in: letters, height: 4)
        state.scroll(by: 1, in: letters, height: 4)
        #expect(state.offset == 1)
        #expect(state.selected == "b")
        state.scroll(by: 3, in: letters, height: 4)
        #expect(state.offset == 4)
        #expect(state.selected == "e")
    }

    @Test func `choosing the sorted column again turns the order round`() {
        var sort = SortOrder("flow", ascending: false)
        sort.choose("flow")
        #expect(sort == SortOrder("flow", ascending: true))
        sort.choose("wait", ascending: false)
        #expect(sort == SortOrder("wait", ascending: false))
    }
}
