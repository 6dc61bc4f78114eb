import Situation
import Testing

@testable import Reference

@Suite("Shelters and standards")
struct ShelterTests {
    let reference: Reference

    init() throws {
        reference = try Shipped.reference.get()
    }

    @Test func `each region with a land border has two sites with open and reserve beds`() {
        let border = reference.regions.filter { !$0.borders.isEmpty }
        #expect(border.count == 14)
        for region in border {
            let sites = reference.shelters(in: region.id).compactMap(\.capacity)
            #expect(
                sites.filter { $0.openBeds.value > 0 && $0.reserveBeds.value > 0 }.count >= 2, "\(region.id)")
        }
    }

    @Test func `measure 22 names seven places, and their centres have no beds`() {
        let centres = reference.shelters.filter(\.isPlannedCentre)
        // Akmola, Aktobe, Pavlodar, Zhetisu regions; Almaty, Astana, Shymkent cities.
        #expect(
            Set(centres.map(\.region)) == ["KZ-11", "KZ-15", "KZ-55", "KZ-33", "KZ-75", "KZ-71", "KZ-79"])
        #expect(centres.count == 7)
        for centre in centres {
            guard case .plannedRehabilitationCentre(let plan) = centre.facility else { continue }
            #expect(plan.measure.value == 22)
            #expect(plan.due.description == "2027-12-31")
            #expect(centre.capacity == nil)
        }
    }

    @Test func `only what somebody stated is not illustrative`() {
        let stated = reference.shelters.filter { $0.capacity?.openBeds.isIllustrative == false }
        // Camp staff on 26 September 2022: 100 places.
        #expect(stated.map(\.id) == ["oral-atameken"])
        #expect(stated.first?.capacity?.openBeds.value == 100)
        #expect(reference.shelters.compactMap(\.capacity).allSatisfy { $0.waterLitresPerDay.isIllustrative })
    }

    @Test func `open sites begin within the standards`() {
        for shelter in reference.shelters {
            guard let capacity = shelter.capacity else { continue }
            let beds = Double(capacity.openBeds.value.count + capacity.reserveBeds.value.count)
            #expect(Double(capacity.coveredSquareMetres.value) >= beds * 4.5, "\(shelter.id)")
            #expect(Double(capacity.waterLitresPerDay.value) >= beds * 20, "\(shelter.id)")
            #expect(Double(capacity.toilets.value) * 20 >= beds, "\(shelter.id)")
            #expect(Double(capacity.taps.value) * 100 >= beds, "\(shelter.id)")
        }
    }

    @Test func `names of shelters are unique in each language`() {
        for name in [\LocalName.kk, \.ru, \.en] {
            #expect(Set(reference.shelters.map { $0.name[keyPath: name] }).count == reference.shelters.count)
        }
        #expect(reference.shelter(named: "Орал, 1-пункт") == .one("oral-1"))
        #expect(reference.shelter(named: "camp Атамекен") == .one("oral-atameken"))
    }

    @Test func `the service standards are those published`() throws {
        let standard = { (id: String) in try #require(reference.standards.first { $0.id == id }) }
        // UNHCR WASH 2018: 15 then 20 litres; 50 then 20 to a toilet; crude mortality above 1, 2 and 5 in
        // 10,000 a day.
        let water = try standard("drinking_water")
        #expect(water.emergency == 15 && water.afterEmergency == 20 && water.bound == .atLeast)
        let toilets = try standard("persons_per_toilet")
        #expect(toilets.emergency == 50 && toilets.afterEmergency == 20 && toilets.bound == .atMost)
        #expect(try standard("crude_mortality").steps.map(\.above) == [1, 2, 5])
        #expect(try standard("covered_space_cold").emergency == 4.5)
        #expect(try standard("food").emergency == 2_100)
        #expect(reference.standards.count == 14)
    }
}
