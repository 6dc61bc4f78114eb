import Briefing
import Foundation
import Language
import Planning
import Readiness
import Reference
import Simulation
import Situation
import Store

/// Plays scenarios against the capacity there is.
struct ReadinessSession {
    private let surroundings: Surroundings
    private let reference: Reference
    private let loaded: [ScenarioShelf.Loaded]
    private let digests: [String]
    private let responsibility: Responsibility
    private let onHand: CapacityOnHand
    private let inputs: ReadinessTable.Inputs
    private let made: Instant
    private let replications: Int
    private let seed: UInt64?

    /// - Parameters:
    ///   - scenarios: none for all that are shipped or the user's own.
    ///   - journal: `nil` for the live journal, if there is one.
    init(
        _ surroundings: Surroundings, scenarios: [String], journal: String?, replications: Int, seed: UInt64?
    ) throws {
        self.surroundings = surroundings
        self.replications = replications
        self.seed = seed
        let reference = try surroundings.files.reference()
        self.reference = reference
        let shelf = ScenarioShelf(surroundings)
        var known: Set<String> = []
        let wanted = scenarios.isEmpty ? try shelf.all().scenarios.map(\.id.rawValue) : scenarios
        // Two files of one scenario would be one row twice.
        let chosen = try wanted.map { (name: $0, loaded: try shelf.load($0)) }
            .filter { known.insert($0.loaded.scenario.id.rawValue).inserted }
        loaded = chosen.map(\.loaded)
        digests = try chosen.map { Self.digest([Data(try shelf.text(of: $0.name).utf8)]) }
        let playbooks = try surroundings.files.playbooks().playbooks
        responsibility = Responsibility(playbooks.first { $0.id == "mass-influx" })
        let live = try Self.live(surroundings, journal)
        let made = try live.map { try $0.now(wall: surroundings.now()) } ?? surroundings.now()
        self.made = made
        onHand =
            try live.map {
                CapacityOnHand(
                    try $0.picture(at: PictureMoment()).picture, places: reference.places, now: made)
            } ?? CapacityOnHand()
        inputs = ReadinessTable.Inputs(
            reference: Self.digest(try surroundings.files.referenceFiles()),
            journal: try live.map { journal in
                let head = try journal.head()
                return ReadinessTable.Journal(
                    id: journal.header.id, isExercise: journal.header.nature == .exercise,
                    entries: head.entries, head: head.hash.description)
            })
    }

    private static func live(_ surroundings: Surroundings, _ path: String?) throws -> Journal? {
        let isThere = FileManager.default.fileExists(atPath: path ?? surroundings.folders.journal)
        guard path != nil || isThere else { return nil }
        return try surroundings.journal(path, making: false)
    }

    /// SHA-256 of the files, each behind its length, as hexadecimal digits.
    private static func digest(_ files: [Data]) -> String {
        var digest = FeedDigest()
        for file in files {
            withUnsafeBytes(of: UInt64(file.count).littleEndian) { digest.update($0) }
            file.withUnsafeBytes { digest.update($0) }
        }
        return EntryHash(bytes: digest.finalized())?.description ?? ""
    }

    // MARK: - Playing

    /// The scenarios played on both sides; broken off, those complete by then.
    func play() async throws -> (table: ReadinessTable, isComplete: Bool) {
        let basis = CapacityBasis(reference, onHand: onHand)
        let worlds = try loaded.map { try self.worlds($0) }
        let session = EnsembleSession(surroundings)
        return try await session.watching(label: "readiness.progress") { bar in
            var rows: [ReadinessRow] = []
            var played: [ReadinessTable.Scenario] = []
            for (index, worlds) in worlds.enumerated() {
                let plan = self.plan(loaded[index].scenario)
                var results: [EnsembleResult] = []
                for (side, world) in [worlds.asItStands, worlds.reservesOpened].enumerated() {
                    guard !Task.isCancelled else { break }
                    let before = Double(index * 2 + side)
                    let result = try await Ensemble(world: world, plan: plan).play {
                        bar.show((before + Double($0.done) / Double($0.total)) / Double(loaded.count * 2))
                    }
                    if result.isComplete { results.append(result) }
                }
                // Two sides that do not rest on the same runs are not set side by side.
                guard results.count == 2 else { break }
                rows +=
                    ReadinessAssessment(
                        worlds, basis: basis, responsibility: responsibility, asItStands: results[0],
                        withReserves: results[1]
                    ).rows
                played.append(scenario(index, results[0], worlds.asItStands.length))
            }
            guard !played.isEmpty || loaded.isEmpty else { throw EnsembleFault.nothingComplete }
            let table = ReadinessTable(made: made.iso8601, inputs: inputs, scenarios: played, rows: rows)
            return (table, played.count == loaded.count)
        }
    }

    private func worlds(_ loaded: ScenarioShelf.Loaded) throws -> ReadinessWorlds {
        do throws(WorldFault) {
            return try ReadinessWorlds(loaded.world, onHand: onHand)
        } catch {
            throw Failure.found(
                "\(loaded.scenario.id.rawValue): \(surroundings.catalog.say(error.phrase))")
        }
    }

    private func plan(_ scenario: Scenario) -> EnsemblePlan {
        EnsemblePlan(
            replications: replications, seed: seed ?? scenario.seed,
            threads: ProcessInfo.processInfo.activeProcessorCount)
    }

    private func scenario(
        _ index: Int, _ result: EnsembleResult, _ length: Span
    ) -> ReadinessTable.Scenario {
        ReadinessTable.Scenario(
            id: loaded[index].scenario.id.rawValue, digest: digests[index], seed: result.seed,
            replications: result.replications, replicationsAsked: result.replicationsAsked,
            hours: length.inHours)
    }

    /// What says the table in the reader's words.
    func text() throws -> ReadinessText {
        ReadinessText(
            reference: reference, policy: try surroundings.files.policy(), catalog: surroundings.catalog,
            scenarios: Dictionary(loaded.map { ($0.scenario.id.rawValue, $0.scenario.name) }) { first, _ in
                first
            })
    }
}
