import Planning
import Situation
import Testing

@Suite struct SpanTextTests {
    @Test(
        "lengths of time are read with their units",
        arguments: [
            ("90m", 90), ("4h", 4 * 60), ("2d", 2 * 24 * 60), ("1h30m", 90), ("1d12h", 36 * 60), ("0m", 0),
            ("1d1h1m", 1440 + 60 + 1),
        ])
    func read(text: String, minutes: Int) {
        #expect(Span(text: text) == .minutes(minutes))
    }

    @Test(
        "anything else is refused",
        arguments: [
            "1:30", "90", "", "h", "m90", "1.5h", "-1h", "30m1h", "1h1h", "1H", "1 h", "١h", "123456m",
        ])
    func refuse(text: String) {
        #expect(Span(text: text) == nil)
    }
}
