import Foundation
import Support

/// A case folder made for a test, gone with it.
final class FleeFolder {
    let path: String

    /// - Parameter changes: files that replace those of the sound case; `nil` removes one.
    init(_ changes: [String: String?] = [:]) throws {
        path = NSTemporaryDirectory() + "flee-\(UUID().uuidString)"
        for folder in ["input_csv", "source_data"] {
            try FileManager.default.createDirectory(
                atPath: path + "/" + folder, withIntermediateDirectories: true)
        }
        for (name, text) in Self.sound.merging(changes, uniquingKeysWith: { $1 }) {
            if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name)) }
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A case with every feature of the format.
    static let sound: [String: String?] = [
        "input_csv/sim_period.csv": "StartDate,2020-01-01\nlength,5\n",
        "input_csv/locations.csv": """
        #"name",region,country,lat,lon,location_type,conflict_date,"pop/cap",conflict_intensity,initial_idps
        A,r,home,1,2,conflict_zone,0,1000,0.5,
        B,,home,,,town,,,,
        "C, camp",r,abroad,1,2,camp,,500,,7
        M,r,home,1,2,marker,,,,
        D,r,home,1,2,conflict_zone,3,200,,

        """,
        "input_csv/routes.csv": """
        #name1,name2,distance,forced_redirection,max_move_speed,walk_probability
        A,B,100,1,,
        B,"C, camp",50.5,,80,0.25
        M,B,10,2
        D,M,30

        """,
        "input_csv/closures.csv": """
        #closure_type,name1,name2,closure_start,closure_end
        country,home,abroad,1,-1
        location,B,-,2,3
        camp,"C, camp",-,1,2
        link,A,B,0,9
        remove_forced_redirection,A,B,0,9

        """,
        "input_csv/conflicts.csv": "#Day, A, D,\n0,1,0,\n1,1,0,\n2,0.5,0,\n3,0,1,\n4,0,1,\n",
        "input_csv/registration_corrections.csv": "\"C, camp\",2020-01-04,normalize\n",
        "input_csv/location_changes.csv": "#name,type,day\nB,idpcamp,2\n",
        "input_csv/demographics_age.csv": "age,Default,A\n20,0.5,0.5\n",
        "source_data/data_layout.csv": "total,refugees.csv\n\"C, camp\",c.csv,more.csv\n",
        "source_data/refugees.csv": "Date,count\n2019-12-01,10\n2020-01-05,60\n",
        "source_data/c.csv": "DateTime,count\n2020-01-01,10\n2020-01-02,\n2020-01-04,40\n",
        "source_data/more.csv": "2020-01-01,5\n2020-01-04,8\n",
    ]
}
