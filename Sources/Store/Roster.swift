import Foundation
import Situation

/// The people who may sign on at a station: the file `people.json` in its state folder, readable by its owner alone.
///
/// Processes take turns at it by a lock on a file beside it, and it is replaced whole.
public struct Roster: Sendable {
    public let path: String

    /// How many wrong PINs one after the other are let through before the person has to wait.
    public static let tries = 5
    /// How long that is.
    public static let lockTime = Span.minutes(15)
    /// The fewest characters of a PIN.
    public static let shortestPIN = 4

    public init(of folder: StationFolder) { path = folder.path + "/people.json" }

    /// Somebody on the roster.
    public struct Person: Hashable, Sendable, Identifiable {
        public var id: PersonName { name }
        public let name: PersonName
        /// In which roles they may sign on, in the order of ``Role``.
        public let roles: [Role]
        public let hasPIN: Bool
        /// The Unix account that stands for them without a PIN.
        public let account: String?
        /// Until when no PIN is tried, after too many wrong ones.
        public let lockedUntil: Instant?
    }

    /// What a PIN was worth.
    public enum Check: Hashable, Sendable {
        case right(Person)
        case wrong(triesLeft: Int)
        /// Not tried at all.
        case locked(until: Instant)
        /// Nobody of that name, or without a PIN.
        case unknown
    }

    /// Everybody, by name.
    ///
    /// - Throws: ``StoreError/refused(path:reason:)`` when the file cannot be read or others can read it.
    public func people() throws(StoreError) -> [Person] { try read().people.map(Person.init).sorted { $0.name < $1.name } }

    /// Who is on the roster under that name.
    public func person(_ name: PersonName) throws(StoreError) -> Person? { try people().first { $0.name == name } }

    /// Who signs on with that Unix account.
    public func person(account: String) throws(StoreError) -> Person? {
        try people().first { $0.account == account }
    }

    /// Tries a PIN. Wrong ones are counted, whichever console they were typed at.
    ///
    /// - Throws: ``StoreError``.
    public func check(_ name: PersonName, pin: String, at now: Instant) throws(StoreError) -> Check {
        try changing { file in
            guard let index = file.people.firstIndex(where: { $0.name == name }),
                let hash = file.people[index].pin
            else { return .unknown }
            if let until = file.people[index].lockedUntil, now < until { return .locked(until: until) }
            guard try !hash.fits(pin) else {
                file.people[index].wrongPINs = nil
                file.people[index].lockedUntil = nil
                return .right(Person(file.people[index]))
            }
            let wrong = (file.people[index].wrongPINs ?? 0) + 1
            file.people[index].wrongPINs = wrong
            guard wrong >= Self.tries else { return .wrong(triesLeft: Self.tries - wrong) }
            // One more try after the wait, not five.
            file.people[index].lockedUntil = now + Self.lockTime
            return .locked(until: now + Self.lockTime)
        }
    }

    /// Adds somebody, or changes the roles and account of who is there already; their PIN stays.
    ///
    /// - Throws: ``StoreError``.
    public func add(_ name: PersonName, roles: Set<Role>, account: String? = nil) throws(StoreError) {
        let roles = Role.allCases.filter(roles.contains)
        try changing { file in
            if let index = file.people.firstIndex(where: { $0.name == name }) {
                file.people[index].roles = roles
                file.people[index].account = account ?? file.people[index].account
            } else {
                file.people.append(PeopleFile.Person(name: name, roles: roles, account: account))
            }
        }
    }

    /// Gives somebody a new PIN and forgets the wrong tries.
    ///
    /// - Returns: whether there is such a person.
    /// - Throws: ``StoreError``.
    public func setPIN(_ pin: String, of name: PersonName) throws(StoreError) -> Bool {
        try changing { file in
            guard let index = file.people.firstIndex(where: { $0.name == name }) else { return false }
            file.people[index].pin = try PINHash(of: pin)
            file.people[index].wrongPINs = nil
            file.people[index].lockedUntil = nil
            return true
        }
    }

    /// Takes somebody off the roster. What they did stays in the journal.
    ///
    /// - Returns: whether there was such a person.
    /// - Throws: ``StoreError``.
    public func remove(_ name: PersonName) throws(StoreError) -> Bool {
        try changing { file in
            let before = file.people.count
            file.people.removeAll { $0.name == name }
            return file.people.count < before
        }
    }
}

extension Roster.Person {
    fileprivate init(_ person: PeopleFile.Person) {
        self.init(
            name: person.name, roles: person.roles, hasPIN: person.pin != nil, account: person.account,
            lockedUntil: person.lockedUntil)
    }
}

// MARK: - The file

/// What `people.json` holds.
private struct PeopleFile: Codable, Equatable {
    var kind = "people"
    var version = 1
    var people: [Person] = []

    struct Person: Codable, Equatable {
        var name: PersonName
        var roles: [Role]
        var account: String?
        var pin: PINHash?
        /// Wrong PINs since the last right one.
        var wrongPINs: Int?
        var lockedUntil: Instant?
    }
}

extension Roster {
    private func read() throws(StoreError) -> PeopleFile {
        guard FileManager.default.fileExists(atPath: path) else { return PeopleFile() }
        return try Journal.translating(path) {
            var status = stat()
            guard stat(path, &status) == 0 else { throw refusal(String(cString: strerror(errno))) }
            // Somebody may have tried PINs against it: better to stop and be asked.
            guard status.st_mode & 0o077 == 0 else {
                throw refusal("others can read it; chmod 600, and give new PINs")
            }
            let file = try JSONDecoder().decode(PeopleFile.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            guard file.kind == "people", file.version == 1 else { throw refusal("not a list of people of version 1") }
            return file
        }
    }

    /// Reads, changes and writes the file while no other process does.
    private func changing<Result>(_ change: (inout PeopleFile) throws -> Result) throws(StoreError) -> Result {
        try Journal.translating(path) {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard lock >= 0 else { throw refusal(String(cString: strerror(errno))) }
            defer { Foundation.close(lock) }
            guard flock(lock, LOCK_EX) == 0 else { throw refusal(String(cString: strerror(errno))) }
            var file = try read()
            let before = file
            let result = try change(&file)
            if file != before { try write(file) }
            return result
        }
    }

    /// Puts the file in place whole; it never exists in a form that others can read.
    private func write(_ file: PeopleFile) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let draft = path + ".making-\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(String(cString: strerror(errno))) }
        defer { unlink(draft) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: encoder.encode(file))
        try handle.synchronize()
        try handle.close()
        guard rename(draft, path) == 0 else { throw refusal(String(cString: strerror(errno))) }
    }

    private func refusal(_ reason: String) -> StoreError { .refused(path: path, reason: reason) }
}
