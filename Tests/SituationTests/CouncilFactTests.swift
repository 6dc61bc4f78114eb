import Foundation
import Support
import Testing

@testable import Situation

struct CouncilFactTests {
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

    private func read(_ body: String, as kind: String) throws -> Fact? {
        try JSONDecoder().decode(Read.self, from: Data(body.utf8), configuration: kind).fact
    }

    private func folded(_ facts: [Fact]) -> Picture {
        var build = EntryBuilder(station: "c")
        return Picture.folding(
            facts.enumerated().map { index, fact in
                let at = Instant.at(0) + .hours(index)
                return build.entry(fact, about: .moment(at), known: at)
            })
    }

    @Test func `what is said of measures and questions is read back as it was written`() throws {
        for fact in CouncilSample.facts {
            let body = try JSONEncoder().encode(Body(fact: fact))
            #expect(try read(String(decoding: body, as: UTF8.self), as: fact.kindName) == fact)
        }
    }

    @Test func `bodies have the form that docs-journal gives`() throws {
        let state = try read(
            #"{"agency":"MIA","measure":4,"period":"2026-12","state":{"rescheduled":{"to":"2027-03-31"}}}"#,
            as: "measure_state")
        guard case .measureState(let read) = state else { throw Missing() }
        #expect(read.measure.value == 4)
        #expect(read.period?.description == "2026-12")
        #expect(read.state == .rescheduled(to: CalendarDay(year: 2027, month: 3, day: 31)))
        let decided = try self.read(
            #"{"change":{"decided":{"_0":{"assignments":[],"date":"2026-06-25","number":"3","settles":[{"targets":{"_0":14,"_1":"plan"}}],"text":"x"}}},"question":"target-14"}"#,
            as: "decision")
        guard case .decision(let event) = decided, case .decided(let resolution) = event.change else {
            throw Missing()
        }
        #expect(resolution.settles == [.targets(try #require(IndicatorNumber(14)), .plan)])
    }

    private struct Missing: Error {}

    @Test func `a measure beyond 73 and a day that does not exist are refused`() {
        #expect(throws: DecodingError.self) {
            try read(#"{"measure":74,"state":{"done":{}}}"#, as: "measure_state")
        }
        #expect(throws: DecodingError.self) {
            try read(
                #"{"measure":4,"state":{"rescheduled":{"to":"2027-02-29"}}}"#, as: "measure_state")
        }
    }

    @Test func `an indicator value stored before values had a date of publication reads as it did`() throws {
        let fact = try read(#"{"indicator":3,"period":"2026-H1","value":34}"#, as: "indicator_value")
        guard case .indicatorValue(let value) = fact else { throw Missing() }
        #expect(value.published == nil && value.value == 34)
        let body = try JSONEncoder().encode(Body(fact: .indicatorValue(value)))
        #expect(!String(decoding: body, as: UTF8.self).contains("published"))
    }

    @Test func `a picture unpacks to what was packed, after every entry`() {
        var build = EntryBuilder(station: "c")
        var picture = Picture()
        for (index, fact) in CouncilSample.facts.enumerated() {
            let at = Instant.at(0) + .minutes(index)
            picture.apply(build.entry(fact, about: .moment(at), known: at))
            #expect(Picture(packed: picture.packed()) == picture, "\(fact)")
        }
        #expect(picture.measures.count == 3 && picture.register.questions.count == 1)
    }

    @Test func `a question goes from raised over withdrawn and reopened to decided`() throws {
        let record = try #require(folded(CouncilSample.facts).register.questions["target-14"])
        #expect(record.state == .decided)
        // The second word of the ministry stands in the first one's place.
        #expect(record.positions.map(\.stance) == [.agrees])
        #expect(record.assignments.map(\.isPending) == [true, false])
        #expect(record.assignments[0].due == CalendarDay(year: 2026, month: 10, day: 1))
        // 1 October is in time, 2 October 00:00 in Kazakhstan is not.
        #expect(!record.assignments[0].isOverdue(at: Instant(year: 2026, month: 10, day: 1, hour: 23)))
        #expect(record.assignments[0].isOverdue(at: Instant(year: 2026, month: 10, day: 2)))
        #expect(record.isPending)
    }

    @Test func `a decision settles the series of an indicator until it is opened again`() throws {
        let fourteen = try #require(IndicatorNumber(14))
        let picture = folded(CouncilSample.facts)
        #expect(picture.register.targets(of: fourteen)?.source == .plan)
        #expect(picture.register.targets(of: fourteen)?.number == "3")
        #expect(picture.register.targets(of: try #require(IndicatorNumber(13))) == nil)
        #expect(picture.register.settling(discrepancy: "TARGET-14")?.id == "target-14")
        let reopened = folded(
            CouncilSample.facts + [.decision(DecisionEvent("target-14", .reopened(reason: "again")))])
        #expect(reopened.register.targets(of: fourteen) == nil)
        #expect(reopened.register.settling(discrepancy: "TARGET-14") == nil)
    }

    @Test func `of two decisions on one series the later dated one holds`() throws {
        let fourteen = try #require(IndicatorNumber(14))
        func decide(_ question: QuestionID, _ source: TargetSource, month: Int) -> [Fact] {
            [
                .raised(.init(text: "?", raisedBy: "MLSP")),
                .decided(
                    .init(
                        text: "!", number: "\(month)", date: CalendarDay(year: 2026, month: month, day: 1),
                        settles: [.targets(fourteen, source)])),
            ].map { .decision(DecisionEvent(question, $0)) }
        }
        let picture = folded(decide("b", .part6, month: 12) + decide("a", .plan, month: 6))
        #expect(picture.register.targets(of: fourteen)?.source == .part6)
    }

    @Test func `a word on a question nobody raised leaves no question`() {
        let picture = folded([.decision(DecisionEvent("ghost", .withdrawn(reason: "none")))])
        #expect(picture.register.questions.isEmpty)
    }

    @Test func `a corrected state of a measure is read as corrected, and the first stays in the journal`()
        throws
    {
        var build = EntryBuilder(station: "c")
        let done = build.entry(CouncilSample.facts[1], about: .moment(.at(1)), known: .at(1))
        let retraction = build.correction(of: done, .retract, known: .at(2))
        #expect(Picture.folding([done]).measures.count == 1)
        #expect(Picture.folding([done, retraction]).measures.isEmpty)
    }
}
