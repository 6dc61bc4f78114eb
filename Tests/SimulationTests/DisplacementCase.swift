@testable import Simulation

/// Small cases whose answers can be worked out by hand.
enum DisplacementCase {
    /// Flee's defaults, with camps that nobody leaves.
    static var settings: FleeSettings {
        var settings = FleeSettings()
        settings.campMoveChance = 0
        return settings
    }

    /// One place in conflict, `A`, and camps at given distances from it, abroad. Only the first camp's counts
    /// grow, so that everybody who sets out is in them.
    static func star(
        _ camps: [(name: String, kilometres: Double, capacity: Int?)], counts: [CountSeries.Row], days: Int
    ) -> FleeCase {
        var places = [FleePlace("A", country: "home", kind: .conflict, population: 1000)]
        var routes: [FleeRoute] = []
        for camp in camps {
            routes.append(FleeRoute(0, places.count, kilometres: camp.kilometres))
            places.append(FleePlace(camp.name, country: "abroad", kind: .camp, capacity: camp.capacity))
        }
        let series = camps.enumerated().map { index, camp in
            CountSeries(camp.name, rows: index == 0 ? counts : [.init(0, 0)])
        }
        return FleeCase(
            name: "star", startDay: 0, days: days, places: places, routes: routes,
            total: CountSeries("total", rows: counts), camps: series)
    }

    /// `A` in conflict, the town `B`, the camp `C`, in a row. Nobody goes back to `A`.
    static func chain(_ first: Double, _ second: Double, days: Int) -> FleeCase {
        let counts: [CountSeries.Row] = [.init(0, 0), .init(1, 50), .init(2, 50)]
        return FleeCase(
            name: "chain", startDay: 0, days: days,
            places: [
                FleePlace("A", country: "home", kind: .conflict, population: 1000),
                FleePlace("B", country: "home", kind: .town),
                FleePlace("C", country: "abroad", kind: .camp),
            ],
            routes: [FleeRoute(0, 1, kilometres: first), FleeRoute(1, 2, kilometres: second)],
            total: CountSeries("total", rows: counts), camps: [CountSeries("C", rows: counts)])
    }

    /// Settings under which nobody goes back into conflict and nobody rests in a town.
    static var hurry: FleeSettings {
        var settings = settings
        settings.conflictWeight = 0
        settings.defaultMoveChance = 1
        return settings
    }

    /// Two places in conflict, three towns, three camps of which two fill up: everything the cohorts do.
    static func web(people: Int, days: Int) -> FleeCase {
        let kinds: [(String, PlaceKind, Int)] = [
            ("A", .conflict, 0), ("B", .conflict, 0), ("T", .town, 0), ("U", .town, 0), ("V", .town, 0),
            ("X", .camp, people / 4), ("Y", .camp, people / 3), ("Z", .camp, people * 2),
        ]
        let ways: [(Int, Int, Double)] = [
            (0, 2, 120), (0, 3, 260), (1, 3, 90), (1, 4, 450), (2, 3, 70), (3, 4, 150), (2, 5, 180),
            (3, 6, 210), (4, 6, 130), (4, 7, 500), (2, 7, 640),
        ]
        let counts: [CountSeries.Row] = [.init(0, 0), .init(days * 2 / 3, Double(people))]
        return FleeCase(
            name: "web", startDay: 0, days: days,
            places: kinds.map { name, kind, capacity in
                FleePlace(
                    name, country: kind == .camp ? "abroad" : "home", kind: kind,
                    population: kind == .conflict ? 1000 : 0, capacity: kind == .camp ? capacity : nil)
            },
            routes: ways.map { FleeRoute($0.0, $0.1, kilometres: $0.2) },
            total: CountSeries("total", rows: counts),
            camps: [
                CountSeries("X", rows: counts), CountSeries("Y", rows: [.init(0, 0)]),
                CountSeries("Z", rows: [.init(0, 0)]),
            ])
    }
}
