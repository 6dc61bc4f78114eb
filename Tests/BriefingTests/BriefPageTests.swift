import Foundation
import Language
import Support
import Testing

@testable import Briefing

/// The packs as HTML: whole, alone, and fit to be read by everybody.
struct BriefPageTests {
    private func pages() throws -> [String] {
        let sample = try PackSample()
        return try Language.allCases.flatMap { language in
            try [BriefAudience.council, .shift, .agency("MIA"), .region("KZ-27")].map {
                try sample.brief(sample.seal($0, language, .html, comparing: true), .exercise).written()
            }
        }
    }

    @Test func `every tag is closed in its turn`() throws {
        for page in try pages() {
            var open: [Substring] = []
            for match in page.matches(of: /<(\/?)([a-zA-Z][a-z0-9]*)[^>]*?(\/?)>/) {
                let (name, isEnd, isEmpty) = (
                    match.output.2, !match.output.1.isEmpty, !match.output.3.isEmpty
                )
                if isEmpty || ["meta", "br"].contains(name) { continue }
                guard isEnd else {
                    open.append(name)
                    continue
                }
                #expect(open.popLast() == name)
            }
            #expect(open.isEmpty)
        }
    }

    @Test func `nothing is loaded and nothing runs`() throws {
        for page in try pages() {
            for foreign in ["http", "<script", "<link", "<img", "url(", "@import", "src=", "javascript"] {
                #expect(!page.contains(foreign), "\(foreign)")
            }
            #expect(page.contains("Bulletin &lt;4&gt;") || !page.contains("Bulletin"))
        }
    }

    @Test func `it prints on A4, and no row is cut`() throws {
        for page in try pages() {
            #expect(page.contains("size: A4"))
            #expect(page.contains(".rows tr { break-inside: avoid; }"))
            #expect(page.contains("table-header-group"))
            #expect(page.components(separatedBy: "<div class=\"mark\">").count == 3)
        }
    }

    @Test func `headings follow one another in order, and the page names its language`() throws {
        for (place, page) in try pages().enumerated() {
            let levels = page.matches(of: /<h([1-6])>/).compactMap { Int($0.output.1) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
            for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
            #expect(page.contains("<html lang=\"\(Language.allCases[place / 4].rawValue)\">"))
        }
    }

    @Test func `every drawing is told in words and stands beside its table`() throws {
        let sample = try PackSample()
        let page = try sample.brief(sample.seal(.council, .en, .html)).written()
        let drawings = page.components(separatedBy: "<svg ").dropFirst()
        #expect(drawings.count == 14)
        for drawing in drawings {
            #expect(drawing.contains("<title id=") && drawing.contains("<desc id=\"indicator-"))
            let rest = drawing.components(separatedBy: "<h3>").first ?? ""
            #expect(rest.contains("<table class=\"rows\">"))
        }
    }

    @Test func `text has a contrast of at least 4.5 to 1`() throws {
        let page = try #require(try pages().first)
        let colours = page.matches(of: /(?:[^-]color: |fill=")#([0-9a-f]{3,6})\b/).map { String($0.output.1) }
        #expect(!colours.isEmpty)
        for colour in Set(colours) {
            for ground in ["fff", "eee"] {
                let (light, dark) = (luminance(ground), luminance(colour))
                #expect((light + 0.05) / (dark + 0.05) >= 4.5, "#\(colour) on #\(ground)")
            }
        }
    }

    /// Relative luminance as WCAG 2 defines it.
    private func luminance(_ colour: String) -> Double {
        let digits = colour.count == 3 ? colour.flatMap { [$0, $0] } : Array(colour)
        let parts = stride(from: 0, to: 6, by: 2).map { place in
            Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
        }.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
