import Foundation
import Testing

/// `ahual simulate flee` on a case made by hand: one town in conflict, two camps, five days.
@Suite struct `Playing a case of Flee` {
    private static let files = [
        "input_csv/sim_period.csv": "StartDate,2020-01-01\nlength,5\n",
        "input_csv/locations.csv": """
        #"name",region,country,lat,lon,location_type,conflict_date,"pop/cap"
        A,r,home,1,2,conflict_zone,0,1000
        near,r,abroad,1,2,camp,,500
        far,r,abroad,1,2,camp,,500

        """,
        "input_csv/routes.csv": "#name1,name2,distance,forced_redirection\nA,near,100,0\nA,far,150,0\n",
        "input_csv/closures.csv": "#closure_type,name1,name2,closure_start,closure_end\n",
        "source_data/data_layout.csv": "total,refugees.csv\nnear,near.csv\nfar,far.csv\n",
        "source_data/refugees.csv": "Date,count\n2020-01-01,0\n2020-01-05,80\n",
        "source_data/near.csv": "Date,count\n2020-01-01,0\n2020-01-05,50\n",
        "source_data/far.csv": "Date,count\n2020-01-01,0\n2020-01-05,30\n",
    ]

    private func folder(_ program: Program, without missing: String? = nil) throws -> String {
        let folder = program.scratch.file("case")
        for (name, text) in Self.files where name != missing {
            let file = URL(fileURLWithPath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return folder
    }

    @Test func `a case is scored, and its days go to a file`() throws {
        let program = try Program()
        let folder = try folder(program)
        let out = program.scratch.file("days.csv")
        let result = try program.run("simulate", "flee", folder, "--out", out)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("5 days from 2020-01-01, 2 camps"))
        #expect(result.output.contains("Error (rescaled)") && !result.output.contains("⟨"))
        let rows = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
        #expect(rows.count == 6 && rows[0].contains("near") && rows[0].contains("far"))
        func json() throws -> [String: Any] {
            let text = try program.run("simulate", "flee", folder, "--json", "--seed", "3").output
            return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        }
        let (first, second) = (try json(), try json())
        #expect(first["days"] as? Int == 5)
        #expect(first["errorNormal"] as? Double == second["errorNormal"] as? Double)
    }

    @Test func `a case that lacks a file, and settings that are none, are refused with words`() throws {
        let program = try Program()
        let folder = try folder(program, without: "input_csv/routes.csv")
        let missing = try program.run("simulate", "flee", folder)
        #expect(missing.code == 1 && missing.output.isEmpty && missing.errors.contains("routes.csv"))
        #expect(try program.run("simulate", "flee", folder, "--settings", "best").code != 0)
        #expect(try program.run("simulate", "flee").code == 2)
        #expect(try program.run("simulate", "flee", "/nowhere").code == 1)
    }
}
