import Situation
import Testing

@testable import Reference

@Suite("Regions, sections and posts")
struct BorderTests {
    let reference: Reference

    init() throws {
        reference = try Shipped.reference.get()
    }

    private var road: [Checkpoint] { reference.checkpoints.filter { $0.kind == .road } }

    @Test func `there are 17 regions and 3 cities, one of them the capital`() {
        #expect(reference.regions.filter { $0.kind == .oblys }.count == 17)
        #expect(reference.regions.filter { $0.kind == .city }.map(\.id) == ["KZ-71", "KZ-75", "KZ-79"])
        #expect(reference.regions.filter(\.isCapital).map(\.id) == ["KZ-71"])
    }

    @Test func `the 52 road posts stand in their order, 30 to Russia`() {
        #expect(road.compactMap(\.number) == Array(1...52))
        // Counted in the compiled list: 1-30 Russia, 31-35 China, 36-43 Uzbekistan, 44 Turkmenistan, 45-52
        // Kyrgyzstan.
        let counts = Dictionary(grouping: road.compactMap(\.neighbour)) { $0 }.mapValues(\.count)
        #expect(counts == [.russia: 30, .china: 5, .uzbekistan: 8, .turkmenistan: 1, .kyrgyzstan: 8])
    }

    @Test func `a post's section runs along its region and has its neighbour`() throws {
        for post in reference.checkpoints {
            let section = try #require(reference.section(post.section))
            #expect(section.neighbour == post.neighbour, "\(post.id)")
            #expect(section.regions.contains(post.region) || !section.isOnLand, "\(post.id)")
            #expect(reference.region(post.region) != nil, "\(post.id)")
        }
        #expect(reference.checkpoints.filter { $0.kind == .air }.allSatisfy { $0.section == "air" })
        #expect(reference.checkpoints.filter { $0.kind != .air }.allSatisfy { $0.section != "air" })
    }

    @Test func `sections cover each region's borders and no others`() {
        for region in reference.regions {
            let along = Set(
                reference.sections.filter { $0.regions.contains(region.id) }.compactMap(\.neighbour))
            #expect(along == Set(region.borders), "\(region.id)")
        }
    }

    @Test func `every post lies inside the country's bounding box`() {
        // Kazakhstan spans 40.56–55.45° N and 46.49–87.32° E.
        for post in reference.checkpoints {
            #expect((40.5...55.5).contains(post.coordinates.latitude), "\(post.id)")
            #expect((46.4...87.4).contains(post.coordinates.longitude), "\(post.id)")
            #expect(post.coordinates.withinKilometres >= 1)
        }
    }

    /// Towns on either side of a crossing, from the GeoNames gazetteer (CC BY), with how far off the post may
    /// be.
    static let towns: [(post: CheckpointID, latitude: Double, longitude: Double, kilometres: Double)] = [
        ("taskala", 51.20, 49.73, 25), ("aksai", 51.53, 53.38, 15), ("zhanybek", 49.42, 46.85, 10),
        ("alimbet", 51.23, 58.49, 35), ("zhaisan", 51.00, 55.62, 45), ("kairak", 54.09, 61.57, 30),
        ("ubagan", 54.45, 64.85, 15), ("zhana-zhol", 55.07, 67.90, 20), ("karakoga", 54.91, 71.27, 25),
        ("kyzyl-zhar", 55.65, 69.23, 40), ("bidaik", 54.22, 72.97, 25), ("urlitobe", 54.15, 74.81, 35),
        ("kosak", 53.74, 78.04, 40), ("sharbakty", 52.56, 78.94, 35), ("naiza", 53.00, 78.65, 40),
        ("koyanbai", 51.68, 79.78, 25), ("auyl", 51.29, 81.11, 20), ("zhezkent", 51.00, 81.47, 10),
        ("uba", 50.63, 81.91, 20), ("nur-zholy", 44.22, 80.39, 12), ("dostyk", 45.17, 82.57, 10),
        ("bakhty", 46.75, 82.96, 25), ("maikapshagai", 47.50, 85.62, 15), ("zhibek-zholy", 41.48, 69.36, 10),
        ("kaplanbek", 41.46, 69.17, 15), ("konysbayev", 40.94, 68.76, 20), ("atameken", 40.50, 68.78, 30),
        ("syrdarya", 40.84, 68.66, 10), ("tazhen", 44.75, 56.08, 20), ("temir-baba", 41.54, 52.57, 35),
        ("kordai", 43.04, 74.71, 10), ("sortobe", 42.84, 75.30, 10), ("sypatai-batyr", 42.82, 73.68, 20),
        ("aisha-bibi", 42.90, 71.37, 25), ("kegen", 43.01, 79.23, 30),
    ]

    @Test(arguments: towns)
    func `a post lies near the town it is reached from`(
        town: (post: CheckpointID, latitude: Double, longitude: Double, kilometres: Double)
    ) throws {
        let post = try #require(reference.checkpoint(town.post))
        let place = Coordinates(latitude: town.latitude, longitude: town.longitude, withinKilometres: 1)
        #expect(post.coordinates.kilometres(to: place) <= town.kilometres)
    }

    @Test func `distances are those of the sphere`() {
        // A degree along a meridian: 6,371 km · π / 180 = 111.195 km; along the 60th parallel half of it.
        let origin = Coordinates(latitude: 60, longitude: 70, withinKilometres: 1)
        let north = Coordinates(latitude: 61, longitude: 70, withinKilometres: 1)
        let east = Coordinates(latitude: 60, longitude: 71, withinKilometres: 1)
        #expect(abs(origin.kilometres(to: north) - 111.195) < 0.001)
        #expect(abs(origin.kilometres(to: east) - 55.597) < 0.01)
    }

    @Test func `identifiers are short, plain and of one post each`() {
        let plain = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
        for post in reference.checkpoints {
            #expect(post.id.rawValue.count <= 15 && post.id.rawValue.allSatisfy(plain.contains), "\(post.id)")
        }
        #expect(Set(reference.checkpoints.map(\.id)).count == reference.checkpoints.count)
        for name in [\LocalName.kk, \.ru, \.en] {
            #expect(
                Set(reference.checkpoints.map { $0.name[keyPath: name] }).count == reference.checkpoints.count
            )
        }
    }

    @Test func `programme lists hold the posts they were published with`() {
        let posts = { (programme: Modernisation.Programme) in
            Set(road.filter { $0.modernisation.programmes.contains(programme) }.map(\.id.rawValue))
        }
        #expect(posts(.firstSix) == ["taskala", "syrym", "alimbet", "zhana-zhol", "urlitobe", "kosak"])
        #expect(posts(.nextFive2025) == ["kurmangazy", "taskala", "aksai", "kairak", "urlitobe"])
        let syrym = reference.checkpoint("syrym")?.modernisation
        #expect(syrym?.status == .underWorks)
        #expect(syrym?.until == "2026-12-31")
        #expect(syrym?.lanes == Modernisation.Change(before: 6, after: 14))
    }

    @Test func `usual days of the Russian road posts add up to the stated 28,000 persons`() {
        let russian = road.filter { $0.neighbour == .russia }.map(\.planning)
        #expect(russian.map { $0.usualIn.value.count + $0.usualOut.value.count }.reduce(0, +) == 28_000)
        #expect(russian.allSatisfy { $0.usualIn.isIllustrative })
    }

    @Test func `no planning value passes for stated without its source`() throws {
        for planning in reference.checkpoints.map(\.planning) {
            #expect(planning.hasIllustrativeValues)
            #expect(!planning.lanesIn.source.isEmpty)
        }
        let kordai = try #require(reference.checkpoint("kordai")).planning
        // Border service, 2021: 42 passport booths, 21 each way; 8 vehicle positions, 4 each way.
        #expect(kordai.lanesIn.value == 4 && !kordai.lanesIn.isIllustrative)
        #expect(kordai.booths.value == 42 && !kordai.booths.isIllustrative)
        #expect(kordai.staff.isIllustrative)
        // Khabar 24: about 24,900 a day in both directions; the halves are ours.
        let zhibek = try #require(reference.checkpoint("zhibek-zholy")).planning
        #expect(zhibek.usualIn.value + zhibek.usualOut.value == 24_900)
        #expect(zhibek.usualIn.isIllustrative)
    }

    @Test func `a usual day fits through the lanes of every post`() {
        for post in reference.checkpoints {
            let planning = post.planning
            let hourly = planning.lanesIn.value.count * planning.personsPerLaneHour.value.count
            #expect(planning.usualIn.value.count <= hourly * 24, "\(post.id)")
        }
    }
}
