import Language
import Reference
import Situation
import Terminal

@testable import Console

/// One screen of the console and the way to it.
struct ScreenCase: Sendable, CustomStringConvertible {
    let name: String
    let open: @Sendable (inout Sitting) throws -> Void

    var description: String { name }

    /// Every screen there is.
    static let all: [ScreenCase] = tabs + details + overlays

    private static func tab(_ name: String, _ key: Character) -> ScreenCase {
        ScreenCase(name: name) { $0.press(.character(key)) }
    }

    private static func detail(_ name: String, _ destination: Destination) -> ScreenCase {
        ScreenCase(name: name) { sitting in
            sitting.model.navigation.show(destination)
            sitting.tell(.policyLoaded(try Shipped.policy()))
        }
    }

    private static let tabs = [
        ScreenCase(name: "overview") { sitting in
            sitting.press(.character("1"))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
        tab("checkpoints", "2"), tab("shelters", "3"),
        ScreenCase(name: "indicators") { sitting in
            sitting.press(.character("4"))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
        ScreenCase(name: "measures") { sitting in
            sitting.press(.character("4"), .character("M"))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
        tab("playbooks", "5"), tab("alarms", "D"), tab("log", "8"),
    ]

    private static let details: [ScreenCase] = [
        detail("section", .section("ru-west")),
        detail("alarm", .alarm(AlarmID(rule: "region-hours-to-full", subject: "KZ-27"))),
        detail("checkpoint", .checkpoint("syrym")), detail("region", .region("KZ-27")),
        detail("shelter", .shelter("oral-1")),
        ScreenCase(name: "indicator") { sitting in
            guard let number = IndicatorNumber(14) else { return }
            sitting.model.navigation.show(.indicator(number))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
        ScreenCase(name: "measure") { sitting in
            guard let number = MeasureNumber(31) else { return }
            sitting.model.navigation.show(.measure(number))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
        detail("playbook", .playbook("mass-influx")),
        ScreenCase(name: "entry") { sitting in
            let corrected = sitting.model.log.corrections.keys.first ?? EntryID(station: "none", number: 1)
            sitting.model.navigation.show(.entry(corrected))
            sitting.tell(.policyLoaded(try Shipped.policy()))
        },
    ]

    private static let overlays = [
        ScreenCase(name: "help") { $0.press(.character("?")) },
        ScreenCase(name: "palette") { sitting in
            sitting.press(.character(":"))
            sitting.type("сыр")
        },
        ScreenCase(name: "quit") { $0.press(.character("q")) },
        ScreenCase(name: "note") { sitting in
            sitting.press(.character("n"))
            sitting.type("Ә Ғ Қ Ң Ө Ұ Ү Һ І")
        },
        ScreenCase(name: "shelve") { sitting in
            sitting.model.navigation.show(.alarm(AlarmID(rule: "post-wait", subject: "syrym")))
            sitting.press(.character("z"))
        },
        ScreenCase(name: "level-decide") { sitting in
            sitting.model.navigation.show(.section("ru-west"))
            sitting.press(.character("c"))
        },
        ScreenCase(name: "moment") { sitting in
            sitting.press(.character("T"), .left)
            sitting.type("22.11 2")
        },
        ScreenCase(name: "filter") { sitting in
            sitting.press(.character("2"), .character("/"))
            sitting.type("сыр")
        },
        ScreenCase(name: "held") { $0.press(.character("p")) },
        ScreenCase(name: "welcome") { sitting in
            sitting.tell(.journalOpened(sitting.model.context))
            sitting.tell(.pictureArrived(PictureUpdate(picture: Picture())))
        },
    ]
}

extension Size {
    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
    ]

    var name: String { "\(columns)x\(rows)" }
}
