import Support
import Testing

@testable import DelimitedText

/// CSV after RFC 4180, whatever the pieces it comes in.
struct CSVRecordsTests {
    private func records(_ text: String, piece: Int = 1 << 16) -> [[String]] {
        var reader = CSVRecords()
        var found: [[String]] = []
        let bytes = Array(text.utf8)
        func take(_ record: borrowing CSVRecords.Record) {
            let fields = record.ends.indices.map { String(decoding: record.field($0), as: UTF8.self) }
            found.append(record.problem == nil ? fields : ["!\(record.line)"])
        }
        for start in stride(from: 0, to: bytes.count, by: piece) {
            reader.read(Array(bytes[start..<min(start + piece, bytes.count)]), take)
        }
        reader.finish(take)
        return found
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `quotes, commas, line breaks and both line ends are read in pieces of any size`(piece: Int) {
        let text = "a,b,c\r\n\"x, y\",\"he said \"\"no\"\"\",\"two\nlines\"\n,,\nlast,\"\",Қ"
        #expect(
            records(text, piece: piece) == [
                ["a", "b", "c"], ["x, y", "he said \"no\"", "two\nlines"], ["", "", ""], ["last", "", "Қ"],
            ])
    }

    @Test func `blank lines are passed over and a missing last line end is no fault`() {
        #expect(records("a\n\n\nb") == [["a"], ["b"]])
        #expect(records("") == [])
    }

    @Test func `a quote that is never closed is one fault that names the line it began on`() {
        #expect(records("a,b\n1,2\n3,\"open\n4,5\n") == [["a", "b"], ["1", "2"], ["!3"]])
    }

    @Test func `an endless record is given up without keeping it in memory, and reading goes on`() {
        let endless = "x,\"" + String(repeating: "y", count: CSVRecords.longestRecord + 10) + "\n"
        #expect(records("a,b\n" + endless + "1,2\n") == [["a", "b"], ["!2"], ["1", "2"]])
    }

    @Test func `what any writer quotes comes back the same, over seeded texts`() {
        var random = Seeded(4)
        let letters = Array("ab,\"\n\r;қ ")
        for _ in 0..<300 {
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<3).map { _ in
                    String(
                        (0..<Int.random(in: 0...6, using: &random)).map { _ in
                            letters.randomElement(using: &random) ?? "a"
                        })
                }
            }
            let text = rows.map { row in
                row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            #expect(records(text, piece: Int.random(in: 1...9, using: &random)) == rows)
        }
    }
}
