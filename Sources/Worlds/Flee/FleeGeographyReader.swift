import Simulation

/// Reads the map: places, ways, what closes, where there is conflict.
struct FleeGeographyReader {
    private(set) var places: [FleePlace] = []
    private(set) var routes: [FleeRoute] = []
    private(set) var names: [String: Int] = [:]
    private(set) var remarks: [FleeCaseFault] = []

    /// The longest way and the highest speed, in kilometres.
    private static let distances = 0.0...1e6

    mutating func readPlaces(_ table: CaseTable) throws(FleeCaseFault) {
        let columns = Self.columns(table.header, after: 8)
        for row in table.rows {
            let name = try row.text(0, "name")
            guard names.updateValue(places.count, forKey: name) == nil else {
                throw row.fault("name", .repeatedPlace(name))
            }
            places.append(try place(name, row, columns))
        }
        guard !places.isEmpty else { throw FleeCaseFault(file: table.file, .noRows) }
    }

    private func place(
        _ name: String, _ row: CaseRow, _ columns: [String: Int]
    ) throws(FleeCaseFault) -> FleePlace {
        let written = try row.text(5, "location_type")
        guard let kind = PlaceKind(written: written) else {
            throw row.fault("location_type", .unknownKind(written))
        }
        let people = try row.whole(7, "pop/cap", in: FleeCaseFolder.counts, empty: 0)
        var place = FleePlace(
            name, country: row.optional(2) ?? "unknown", kind: kind, population: kind.isCamp ? 0 : people,
            capacity: kind.isCamp ? people : nil)
        if kind == .conflict {
            place.conflictDay = try row.whole(6, "conflict_date", in: FleeCaseFolder.days, empty: 0)
        }
        func column(_ name: String) -> Int { columns[name] ?? row.fields.count }
        place.conflictIntensity = try row.number(
            column("conflict_intensity"), "conflict_intensity", in: 0...1000, empty: 1)
        place.capacityPerDay = try row.whole(
            column("capacity_per_day"), "capacity_per_day", in: 0...1_000_000_000, empty: 0)
        place.initialPeople = try row.whole(
            column("initial_idps"), "initial_idps", in: FleeCaseFolder.counts, empty: 0)
        place.deactivationProbability = try row.number(
            column("deactivation_probability"), "deactivation_probability", in: 0...1, empty: 0)
        return place
    }

    mutating func readRoutes(_ table: CaseTable) throws(FleeCaseFault) {
        let columns = Self.columns(table.header, after: 4)
        for row in table.rows {
            let from = try row.place(0, "name1", names)
            let to = try row.place(1, "name2", names)
            guard from != to else { throw row.fault("name2", .wayToItself(places[from].name)) }
            var route = FleeRoute(
                from, to, kilometres: try row.number(2, "distance", in: Self.distances))
            let speed = columns["max_move_speed"] ?? row.fields.count
            if row.optional(speed) != nil {
                route.maxMoveSpeed = try row.number(speed, "max_move_speed", in: Self.distances)
            }
            route.walkProbability = try row.number(
                columns["walk_probability"] ?? row.fields.count, "walk_probability", in: 0...1, empty: 0)
            add(route, redirection: try row.whole(3, "forced_redirection", in: 0...2, empty: 0))
        }
    }

    /// Forced redirection has one effect that Flee's users meet: 1 makes the way twice, 2 swaps its ends.
    private mutating func add(_ route: FleeRoute, redirection: Int) {
        var route = route
        if redirection == 1 { routes.append(route) }
        if redirection == 2 { (route.from, route.to) = (route.to, route.from) }
        routes.append(route)
    }

    mutating func closures(_ table: CaseTable) throws(FleeCaseFault) -> [FleeClosure] {
        var closures: [FleeClosure] = []
        for row in table.rows {
            let start = try row.whole(3, "closure_start", in: FleeCaseFolder.days)
            let end = try row.whole(4, "closure_end", in: FleeCaseFolder.days)
            if let subject = try subject(row) { closures.append(FleeClosure(subject, from: start, to: end)) }
        }
        return closures
    }

    private mutating func subject(_ row: CaseRow) throws(FleeCaseFault) -> FleeClosure.Subject? {
        let type = try row.text(0, "closure_type")
        switch type {
        case "country":
            for (index, column) in [(1, "name1"), (2, "name2")] {
                let country = try row.text(index, column)
                if !places.contains(where: { $0.country == country }) {
                    remarks.append(row.fault(column, .unknownCountry(country)))
                }
            }
            return .border(row.fields[1], row.fields[2])
        case "location": return .place(try row.place(1, "name1", names))
        case "camp": return .camp(try row.place(1, "name1", names), isIDP: false)
        case "idpcamp": return .camp(try row.place(1, "name1", names), isIDP: true)
        case "link", "remove_forced_redirection": return nil
        default:
            remarks.append(row.fault("closure_type", .unknownClosure(type)))
            return nil
        }
    }

    mutating func conflicts(
        _ table: CaseTable, days: Int
    ) throws(FleeCaseFault) -> [FleeCase.ConflictColumn] {
        var columns: [(index: Int, column: FleeCase.ConflictColumn)] = []
        for (index, name) in table.header.enumerated().dropFirst() where !name.isEmpty {
            guard let place = names[name] else {
                remarks.append(FleeCaseFault(file: table.file, line: 1, column: name, .unknownPlace(name)))
                continue
            }
            columns.append((index, FleeCase.ConflictColumn(place: place, intensity: [])))
        }
        guard table.rows.count >= days else {
            throw FleeCaseFault(file: table.file, .tooFewDays(found: table.rows.count, needed: days))
        }
        for row in table.rows.prefix(days) {
            for index in columns.indices {
                let name = table.header[columns[index].index]
                columns[index].column.intensity.append(
                    try row.number(columns[index].index, name, in: 0...1000))
            }
        }
        return columns.map(\.column)
    }

    func changes(_ table: CaseTable) throws(FleeCaseFault) -> [FleeCase.KindChange] {
        var changes: [FleeCase.KindChange] = []
        for row in table.rows {
            let place = try row.place(0, "name", names)
            let written = try row.text(1, "location_type")
            guard let kind = PlaceKind(written: written) else {
                throw row.fault("location_type", .unknownKind(written))
            }
            let day = try row.whole(2, "day", in: FleeCaseFolder.days)
            changes.append(.init(place: place, kind: kind, day: day))
        }
        return changes
    }

    /// Further columns by the names in the header.
    private static func columns(_ header: [String], after known: Int) -> [String: Int] {
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated().dropFirst(known) where columns[name] == nil {
            columns[name] = index
        }
        return columns
    }
}
