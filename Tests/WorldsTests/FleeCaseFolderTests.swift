import Simulation
import Support
import Testing

@testable import Worlds

/// Case folders as Flee's users write them, sound and broken.
struct FleeCaseFolderTests {
    @Test func `every feature of the format is read`() throws {
        let folder = try FleeFolder()
        let flee = try FleeCaseFolder(path: folder.path).read().flee
        #expect(flee.days == 5)
        #expect(flee.date(of: 0) == "2020-01-01")
        #expect(flee.places.map(\.kind) == [.conflict, .town, .camp, .marker, .conflict])
        #expect(flee.places.map(\.population) == [1000, 0, 0, 0, 200])
        #expect(flee.places.map(\.capacity) == [nil, nil, 500, nil, nil])
        #expect(flee.places[0].conflictIntensity == 0.5)
        #expect(flee.places[2].initialPeople == 7)
        #expect(flee.places[4].conflictDay == 3)
        // The first way twice, the third with its ends swapped.
        #expect(flee.routes.map(\.from) == [0, 0, 1, 1, 4])
        #expect(flee.routes.map(\.to) == [1, 1, 2, 3, 3])
        #expect(flee.routes[2].kilometres == 50.5)
        #expect(flee.routes[2].maxMoveSpeed == 80)
        #expect(flee.routes[2].walkProbability == 0.25)
        #expect(
            flee.closures == [
                FleeClosure(.border("home", "abroad"), from: 1, to: -1),
                FleeClosure(.place(1), from: 2, to: 3),
                FleeClosure(.camp(2, isIDP: false), from: 1, to: 2),
            ])
        #expect(flee.conflicts?.map(\.intensity) == [[1, 1, 0.5, 0, 0], [0, 0, 0, 1, 1]])
        #expect(flee.kindChanges == [.init(place: 1, kind: .idpCamp, day: 2)])
        #expect(flee.camps[0].rows == [.init(0, 15), .init(3, 48)])
        #expect(flee.corrections == [.init(series: 1, day: 3)])
    }

    @Test(
        arguments: [
            ("input_csv/sim_period.csv", "StartDate,2020-02-30\nLength,5\n", 1, "StartDate"),
            ("input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,99999999999999999999\n", 2, "Length"),
            ("input_csv/routes.csv", "A,Nowhere,10\n", 1, "name2"),
            ("input_csv/routes.csv", "A,B,-5\n", 1, "distance"),
            ("input_csv/routes.csv", "A,B,nan\n", 1, "distance"),
            ("input_csv/routes.csv", "A,A,5\n", 1, "name2"),
            ("input_csv/routes.csv", "A,B\n", 1, "distance"),
            ("input_csv/locations.csv", "A,r,home,1,2,castle,0,5\n", 1, "location_type"),
            ("input_csv/locations.csv", "A,r,home,1,2,town,0,-5\n", 1, "pop/cap"),
            ("input_csv/locations.csv", "A,r,home,1,2,town,0,1e30\n", 1, "pop/cap"),
            ("input_csv/closures.csv", "location,Nowhere,-,1,2\n", 1, "name1"),
            ("input_csv/conflicts.csv", "#Day,A\n0,x\n1,0\n2,0\n3,0\n4,0\n", 2, "A"),
            ("source_data/c.csv", "2020-01-01,many\n", 1, "count"),
            ("source_data/c.csv", "2020-01-01,1\n2020-13-01,5\n", 2, "Date"),
            ("input_csv/registration_corrections.csv", "\"C, camp\",2020-01-03\n", 1, "date"),
        ] as [(String, String, Int, String)])
    func `a fault names file, line and column`(file: String, text: String, line: Int, column: String) throws {
        let folder = try FleeFolder([file: text])
        let fault = #expect(throws: FleeCaseFault.self) {
            _ = try FleeCaseFolder(path: folder.path).read()
        }
        #expect(fault?.file == file)
        #expect(fault?.line == line)
        #expect(fault?.column == column)
    }

    @Test func `missing files, open quotes, too few days and camps without counts are faults`() throws {
        func problem(_ changes: [String: String?]) throws -> FleeCaseFault.Problem? {
            let folder = try FleeFolder(changes)
            let fault = #expect(throws: FleeCaseFault.self) {
                _ = try FleeCaseFolder(path: folder.path).read()
            }
            return fault?.problem
        }
        #expect(try problem(["input_csv/routes.csv": "A,\"B,10\n"]) == .openQuote)
        #expect(
            try problem(["input_csv/conflicts.csv": "#Day,A\n0,1\n1,1\n"])
                == .tooFewDays(found: 2, needed: 5))
        #expect(
            try problem([
                "source_data/data_layout.csv": "total,refugees.csv\n",
                "input_csv/registration_corrections.csv": nil,
            ]) == .campWithoutCounts("C, camp"))
        guard case .unreadable = try problem(["input_csv/locations.csv": nil]) else {
            Issue.record("a missing file is read")
            return
        }
    }

    @Test func `what has no effect is told and does not stop the case`() throws {
        let folder = try FleeFolder([
            "input_csv/closures.csv": "country,home,Atlantis,1,2\nriver,A,B,1,2\n",
            "input_csv/conflicts.csv": "#Day,A,Gone\n0,1,0\n1,1,0\n2,1,0\n3,1,0\n4,1,0\n",
        ])
        let remarks = try FleeCaseFolder(path: folder.path).read().remarks.map(\.problem)
        #expect(
            remarks == [.unknownCountry("Atlantis"), .unknownClosure("river"), .unknownPlace("Gone")])
    }

    /// Seeded damage: a file cut off, bytes changed, numbers made huge or negative. Whatever comes of it, it is
    /// a case that plays or a fault. `AHUAL_SOAK` asks for many.
    @Test func `damaged cases end in a fault or an answer`() throws {
        var random = Seeded(11)
        let rounds = Soak.isAsked ? 20_000 : 150
        let names = FleeFolder.sound.keys.sorted()
        for _ in 0..<rounds {
            guard let name = names.randomElement(using: &random), let text = FleeFolder.sound[name] ?? nil
            else { continue }
            let folder = try FleeFolder([name: Damage.some(to: text, using: &random)])
            do {
                let flee = try FleeCaseFolder(path: folder.path).read().flee
                guard flee.days <= 400, flee.total.rows.allSatisfy({ $0.count < 1e6 }) else { continue }
                _ = try flee.play(.baseline, seed: 1)
            } catch is FleeCaseFault {
            } catch is DisplacementFault {
            }
        }
    }
}

/// What can happen to a file.
private enum Damage {
    static func some(to text: String, using random: inout Seeded) -> String {
        var bytes = Array(text.utf8)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
        case 1:
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
        case 2:
            let numbers = [
                "-1", "999999999999999999999", "1e308", "-0.0", "nan", "inf", "0", "", "4611686018427387904",
            ]
            let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
            if let place = digits.randomElement(using: &random) {
                bytes.replaceSubrange(
                    place...place, with: Array((numbers.randomElement(using: &random) ?? "").utf8))
            }
        default:
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let line = Int.random(in: 0..<lines.count, using: &random)
            lines.insert(lines[line], at: Int.random(in: 0..<lines.count, using: &random))
            bytes = Array(lines.joined(separator: "\n").utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
