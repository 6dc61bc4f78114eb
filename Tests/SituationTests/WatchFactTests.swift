import Foundation
import Support
import Testing

@testable import Situation

struct WatchFactTests {
    private struct Body: Encodable {
        let fact: Fact
        func encode(to encoder: any Encoder) throws { try fact.encodeBody(to: encoder) }
    }

    private struct Read: DecodableWithConfiguration {
        let fact: Fact?
        init(from decoder: any Decoder, configuration kind: String) throws {
            fact = try Fact(kindName: kind, bodyVersion: 1, from: decoder)
        }
    }

    @Test func `every event of the watch is read back as it was written`() throws {
        for fact in WatchSample.facts {
            let body = try JSONEncoder().encode(Body(fact: fact))
            let read = try JSONDecoder().decode(Read.self, from: body, configuration: fact.kindName)
            #expect(read.fact == fact)
        }
    }

    @Test func `a picture of the watch unpacks to what was packed, after every entry`() {
        var build = EntryBuilder(station: "w")
        var picture = Picture()
        for (index, fact) in WatchSample.facts.enumerated() {
            let at = Instant.at(0) + .minutes(index)
            picture.apply(build.entry(fact, about: .moment(at), known: at))
            #expect(Picture(packed: picture.packed()) == picture, "\(fact)")
        }
        #expect(!picture.watch.seats.isEmpty && !picture.health.isEmpty && !picture.resources.isEmpty)
    }

    @Test func `what people and the watch say is a line of the log, feeds' figures are none`() {
        for fact in WatchSample.facts { #expect(fact.searchText != nil, "\(fact)") }
        var build = EntryBuilder()
        let report = build.report(5, from: .at(1), to: .at(2))
        #expect(report.searchText == nil)
        let told = build.report(5, from: .at(1), to: .at(2), source: .telephone(from: "Marat"))
        #expect(told.searchText == "Marat")
    }
}
