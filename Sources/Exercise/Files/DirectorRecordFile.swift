import Drill
import Foundation
import Situation

/// The director's record on the disk: a line of JSON for what the exercise is, then a line for each thing ordered.
///
/// Only ever appended to, and readable by its owner alone. Hiding it from a determined reader needs Unix users of
/// their own for trainees.
public final class DirectorRecordFile: Sendable {
    public let path: String

    /// What the exercise is, so that whoever takes over needs no other file.
    public struct Opening: Hashable, Codable, Sendable {
        /// The id of the journal it belongs to.
        public var journal: String
        /// The exercise as it was written.
        public var exercise: String
        /// The name of its file, for messages.
        public var exerciseFile: String
        /// The scenario as it was written.
        public var scenario: String
        public var scenarioFile: String

        public init(
            journal: String, exercise: String, exerciseFile: String, scenario: String, scenarioFile: String
        ) {
            self.journal = journal
            self.exercise = exercise
            self.exerciseFile = exerciseFile
            self.scenario = scenario
            self.scenarioFile = scenarioFile
        }
    }

    private init(path: String) { self.path = path }

    /// Makes a new record.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)``.
    public static func create(_ path: String, _ opening: Opening) throws(ExerciseFault) -> DirectorRecordFile
    {
        let file = DirectorRecordFile(path: path)
        try file.write(try encode(opening, path), flags: O_WRONLY | O_CREAT | O_EXCL)
        return file
    }

    /// Opens a record.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)`` when there is none or it cannot be read.
    public static func open(_ path: String) throws(ExerciseFault) -> DirectorRecordFile {
        let file = DirectorRecordFile(path: path)
        _ = try file.opening()
        return file
    }

    /// What the exercise is.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)``.
    public func opening() throws(ExerciseFault) -> Opening {
        guard let first = try lines(from: 0).lines.first else { throw refused("it is empty") }
        do {
            return try JSONDecoder().decode(Opening.self, from: Data(first.utf8))
        } catch {
            throw refused("its first line is no opening: \(error.localizedDescription)")
        }
    }

    /// Appends lines; when it returns they are on the disk.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)``.
    public func append(_ entries: [DirectorEntry]) throws(ExerciseFault) {
        guard !entries.isEmpty else { return }
        var text = ""
        for entry in entries { text += try Self.encode(entry, path) }
        try write(text, flags: O_WRONLY | O_APPEND)
    }

    /// The entries after `offset`, and where reading goes on. A last line that is not finished is left for then; one that
    /// cannot be read is passed over and counted.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)``.
    public func entries(
        from offset: UInt64
    ) throws(ExerciseFault) -> (entries: [DirectorEntry], next: UInt64, damaged: Int) {
        let read = try lines(from: offset)
        let body = offset == 0 ? Array(read.lines.dropFirst()) : read.lines
        let entries = body.map(DirectorEntry.init(line:))
        return (entries.compactMap(\.self), read.next, entries.count { $0 == nil })
    }

    /// Every whole line as it stands, for the journal when the exercise is over.
    ///
    /// - Throws: ``ExerciseFault/record(path:reason:)``.
    public func allLines() throws(ExerciseFault) -> [String] { try lines(from: 0).lines }

    private func lines(from offset: UInt64) throws(ExerciseFault) -> (lines: [String], next: UInt64) {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            try handle.seek(toOffset: offset)
            let data = try handle.readToEnd() ?? Data()
            guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return ([], offset) }
            let whole = data[data.startIndex...end]
            let lines = whole.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
            return (lines, offset + UInt64(whole.count))
        } catch {
            throw refused(error.localizedDescription)
        }
    }

    private func write(_ text: String, flags: Int32) throws(ExerciseFault) {
        let file = Foundation.open(path, flags | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refused(String(cString: strerror(errno))) }
        defer { close(file) }
        // Two writers never mix their lines.
        guard flock(file, LOCK_EX) == 0 else { throw refused(String(cString: strerror(errno))) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw refused(String(cString: strerror(errno))) }
            bytes = bytes.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw refused(String(cString: strerror(errno))) }
    }

    private static func encode(_ value: some Encodable, _ path: String) throws(ExerciseFault) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw .record(path: path, reason: error.localizedDescription)
        }
    }

    private func refused(_ reason: String) -> ExerciseFault { .record(path: path, reason: reason) }
}
