import Situation
import Store
import Support
import Testing

@testable import Feeds

/// Health, resources and incidents.
struct ReportFeedTests {
    @Test func `health is read by place, for a moment or a period, and bad rows are named`() throws {
        let fixture = try FeedFixture()
        let (outcome, faults) = try fixture.take(
            """
            type,source,place,at,from,to,cases,deaths,under_five_deaths,consultations
            health,clinic,oral-1,2026-10-04T20:00+05:00,,,"measles=2; Cholera=1",1,0,80
            health,clinic,Сырым,,2026-10-04T08:00+05:00,2026-10-04T20:00+05:00,,,,12
            health,clinic,Батыс Қазақстан облысы,2026-10-04,,,measles=0,,,
            health,clinic,oral-1,2026-10-04,2026-10-03,2026-10-04,measles=1,,,
            health,clinic,oral-1,2026-10-04,,,measles,,,
            health,clinic,oral-1,2026-10-04,,,measles=1;measles=2,,,
            health,clinic,oral-1,2026-10-04,,,measles=-1,,,
            health,clinic,oral-1,2026-10-04,,,,,,
            health,clinic,oral-1,2026-10-04,,,,1,2,
            health,clinic,Атлантида,2026-10-04,,,measles=1,,,
            health,clinic,oral-1,,,,measles=1,,,
            health,clinic,oral-1,,2026-10-03,,measles=1,,,
            """)
        #expect(outcome.stored == 3)
        #expect(
            faults == [
                "5:at moment-and-period", "6:cases not-cases", "7:cases not-cases", "8:cases not-cases",
                "9:- nothing-said", "10:under_five_deaths out-of-range", "11:place unknown-name",
                "12:at missing",
                "13:to missing",
            ])
        let health = try fixture.picture().health
        #expect(health.keys.sorted() == ["KZ-27", "oral-1", "syrym"])
        let oral = try #require(health["oral-1"]?.latest)
        #expect(oral.body.cases == ["measles": 2, "cholera": 1])
        #expect(oral.body.deaths == 1 && oral.body.underFiveDeaths == 0 && oral.body.consultations == 80)
        #expect(health["syrym"]?.latest?.about.start == Instant(year: 2026, month: 10, day: 4, hour: 8))
    }

    @Test func `resources are read by region, and no more is committed than there is`() throws {
        let fixture = try FeedFixture()
        let (outcome, faults) = try fixture.take(
            """
            type,source,kind,region,at,count,committed
            resource,akimat,Buses,ZAP,2026-10-04,10,4
            resource,akimat,tents,KZ-27,2026-10-04,40,
            resource,akimat,buses,KZ-27,2026-10-04,3,4
            resource,akimat,,KZ-27,2026-10-04,3,
            resource,akimat,buses,,2026-10-04,3,
            resource,akimat,buses,KZ-27,2026-10-06T12:00+05:00,3,
            resource,akimat,buses,KZ-27,2026-10-04,,
            """)
        #expect(outcome.stored == 2)
        #expect(
            faults == [
                "4:committed out-of-range", "5:kind missing", "6:region missing", "7:at in-future",
                "8:count missing",
            ])
        let resources = try fixture.picture().resources
        #expect(
            resources[ReservePool(kind: "buses", place: "KZ-27")]?.latest?.body
                == ResourceReport(kind: "buses", region: "KZ-27", count: 10, committed: 4))
        #expect(resources[ReservePool(kind: "tents", place: "KZ-27")]?.latest?.body.count == 40)
    }

    @Test func `incidents are read with their words, and the same from CSV and NDJSON`() throws {
        let fixture = try FeedFixture()
        let (outcome, faults) = try fixture.take(
            """
            type,source,place,at,kind,persons,text
            incident,patrol,ru-west,2026-10-04T03:00+05:00,between_posts,12,"Through the steppe, on foot"
            incident,patrol,syrym,2026-10-04T03:00+05:00,Refusal,,No visa
            incident,patrol,syrym,2026-10-04T03:00+05:00,ufo,,x
            incident,patrol,syrym,2026-10-04T03:00+05:00,sensor,,
            incident,patrol,,2026-10-04T03:00+05:00,sensor,,x
            """)
        #expect(outcome.stored == 2)
        #expect(faults == ["4:kind not-one-of", "5:text missing", "6:place missing"])
        #expect(try fixture.journal.search(LogSearch("степь"), limit: 5).isEmpty)
        #expect(try fixture.journal.search(LogSearch("steppe", place: "ru-west"), limit: 5).count == 1)
        let second = try FeedFixture()
        _ = try second.take(
            #"{"type":"incident","source":"patrol","place":"ru-west","at":"2026-10-04T03:00+05:00","#
                + #""kind":"between_posts","persons":12,"text":"Through the steppe, on foot"}"#,
            name: "x.ndjson")
        #expect(
            try second.journal.entries().first?.entry.fact == fixture.journal.entries().first?.entry.fact)
    }
}
