// swift-tools-version: 6.1
import PackageDescription

// Rooms and the one direction their dependencies take are explained in docs/architecture.md.

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// The C functions of SQLite, as GRDB links them.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
/// scrypt, for the PINs of the people at a station.
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

/// A test target beside the room of the same name.
func tests(
    for room: String, _ more: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(room)Tests",
        dependencies: [.byName(name: room), "Support"] + more,
        path: "Tests/\(room)Tests",
        exclude: exclude)
}

let package = Package(
    name: "ahual",
    products: [
        .executable(name: "ahual", targets: ["ahual"]),
        // The benchmarks are a package of their own and reach the rooms through these.
        .library(
            name: "AhualRooms",
            targets: [
                "Situation", "Reference", "Planning", "Watch", "Store", "Simulation", "Worlds", "Exercise",
                "Feeds", "Crossings", "Terminal",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // The domain: pure values, no input or output, no clock.
        .target(name: "Situation"),

        // Words for people, and strict reading of YAML: used by many rooms, knowing none of them.
        .target(name: "Language", dependencies: ["StrictYAML"], resources: [.copy("Resources")]),
        .target(name: "StrictYAML", dependencies: [yams]),

        // Strict reading of CSV in pieces: likewise.
        .target(name: "DelimitedText"),

        // Domain values in a reader's words: shared by screens, documents and the command line.
        .target(
            name: "Wording",
            dependencies: [
                "Situation", "Language", "Reference", "Planning", "Watch", "Council", "Simulation",
            ]),

        // What surrounds the domain.
        .target(
            name: "Reference", dependencies: ["Situation", "StrictYAML"],
            resources: [.copy("Resources")]),
        .target(name: "Planning", dependencies: ["Situation", "StrictYAML", "DelimitedText"]),
        // What follows from the picture and the decree's tables for the coordination council.
        .target(name: "Council", dependencies: ["Situation", "Reference", "Simulation"]),
        // How ready the capacity there is would be for each scenario.
        .target(name: "Readiness", dependencies: ["Situation", "Reference", "Planning", "Simulation"]),
        // What follows from the picture for the officer on duty, and what the officer does about it.
        .target(name: "Watch", dependencies: ["Situation", "Planning"]),
        .target(name: "Store", dependencies: ["Situation", grdb, sqlite, crypto, cryptoExtras]),
        // Single crossings with pseudonyms, beside the journal and never in it.
        .target(name: "Crossings", dependencies: ["Situation", "Store", grdb, crypto]),
        .target(name: "Simulation", dependencies: ["Situation"]),
        // What the simulator runs, made from files and reference data.
        .target(
            name: "Worlds",
            dependencies: [
                "Situation", "Simulation", "Planning", "Reference", "StrictYAML", "DelimitedText", "Language",
            ]),
        // What an exercise is made of, as values: the played world, the director, the score.
        .target(
            name: "Drill",
            dependencies: ["Situation", "Planning", "Reference", "Watch", "Simulation", "Worlds"]),
        // The same with files and clocks.
        .target(
            name: "Exercise",
            dependencies: [
                "Situation", "Planning", "Reference", "Watch", "Simulation", "Worlds", "Drill", "Store",
            ]),
        .target(
            name: "Feeds",
            dependencies: ["Situation", "Reference", "Store", "Crossings", "Language", "DelimitedText"]),
        .target(
            name: "Briefing",
            dependencies: [
                "Situation", "Reference", "Planning", "Watch", "Council", "Language", "Wording", "Simulation",
                "Drill", "Readiness",
                "Terminal",
            ]),

        // The screen.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CTerminalGuard"),
        .target(name: "Terminal", dependencies: ["CNcurses", "CTerminalGuard"]),
        .target(
            name: "Console",
            dependencies: [
                "Situation", "Reference", "Planning", "Watch", "Council", "Simulation", "Drill", "Terminal",
                "Language", "Wording",
            ]),

        // The program.
        .executableTarget(
            name: "ahual",
            dependencies: [
                "Situation", "Language", "Reference", "Planning", "Watch", "Council", "Store", "Simulation",
                "Worlds", "Readiness",
                "Drill", "Exercise", "Feeds", "Crossings", "Briefing", "Terminal", "Console", "Wording",
                "StrictYAML",
                "DelimitedText", arguments,
            ]),

        // A small program on the terminal kit, for the tests that need a real terminal.
        .executableTarget(name: "terminal-probe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),

        // Tests.
        .executableTarget(
            name: "journal-probe", dependencies: ["Store", "Situation"], path: "Tests/JournalProbe"),
        .target(
            name: "Support", dependencies: ["Situation", "Terminal", "Simulation"], path: "Tests/Support"),
        tests(for: "Situation"),
        tests(for: "Language"),
        tests(for: "Reference", ["StrictYAML"]),
        tests(for: "Planning", ["Reference"]),
        tests(for: "Store", ["journal-probe"]),
        tests(for: "Crossings", ["Store", grdb, crypto]),
        tests(for: "Watch", ["Planning", "Reference", "Language", "StrictYAML", "Store"]),
        tests(for: "Council", ["Situation", "Reference"]),
        tests(for: "Readiness", ["Simulation", "Situation", "Reference", "Planning"]),
        tests(for: "DelimitedText"),
        tests(for: "Simulation"),
        tests(for: "Worlds", ["StrictYAML", "Language", "Watch"]),
        tests(for: "Drill", ["Planning", "Reference", "StrictYAML", "Watch", "Worlds"]),
        tests(for: "Exercise", ["StrictYAML", "Worlds", "Planning", "Reference"]),
        tests(for: "Feeds", ["Crossings", "Store", "Situation"]),
        tests(
            for: "Briefing",
            [
                "Council", "Simulation", "Planning", "Reference", "Language", "Wording", "Watch", "Drill",
                "Worlds", "StrictYAML", "Readiness",
            ], exclude: ["Packs"]),
        tests(for: "Terminal"),
        .testTarget(
            name: "ConsoleTests", dependencies: ["Console", "Support"], path: "Tests/ConsoleTests",
            exclude: ["Snapshots"]),
        .testTarget(
            name: "ProgramTests", dependencies: ["Support", "Store", "Situation", "Reference", "ahual"],
            path: "Tests/ProgramTests"),
    ],
    swiftLanguageModes: [.v6]
)
