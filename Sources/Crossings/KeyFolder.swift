import Crypto
import Foundation

/// The keys beside the file of crossings, each in a small file of its own that is overwritten and unlinked to destroy it.
///
/// What that is worth on a disk that writes elsewhere than it was told is said in `docs/people.md`.
struct KeyFolder: Sendable {
    let path: String

    enum Name: Hashable, CustomStringConvertible {
        /// Turns pseudonyms into tokens, the same for all days, so that people can be known again across days.
        case link
        /// Seals all that is kept of one day.
        case day(CrossingDay)
        /// Turns tokens into what the sketches of one year are made of.
        case sketch(year: Int)

        var description: String {
            switch self {
            case .link: "link.key"
            case .day(let day): "day\(day.number).key"
            case .sketch(let year): "sketch\(year).key"
            }
        }

        init?(_ file: String) {
            guard file.hasSuffix(".key") else { return nil }
            let stem = file.dropLast(4)
            if stem == "link" {
                self = .link
            } else if stem.hasPrefix("day"), let number = Int(stem.dropFirst(3)) {
                self = .day(CrossingDay(number: number))
            } else if stem.hasPrefix("sketch"), let year = Int(stem.dropFirst(6)) {
                self = .sketch(year: year)
            } else {
                return nil
            }
        }
    }

    private static let size = 32

    init(path: String) throws(CrossingFault) {
        self.path = path
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.refusal(path) }
    }

    /// The key of that name; `nil` when there is none.
    func key(_ name: Name) throws(CrossingFault) -> SymmetricKey? {
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.refusal(file)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.size + 1)
        guard read(descriptor, &bytes, bytes.count) == Self.size else {
            throw .refused(path: file, reason: "it is no key of \(Self.size) bytes")
        }
        return SymmetricKey(data: bytes.prefix(Self.size))
    }

    /// The key of that name, made when there is none. It is on the disk before anything is sealed with it.
    func keyOrNew(_ name: Name) throws(CrossingFault) -> SymmetricKey {
        if let known = try key(name) { return known }
        let made = SymmetricKey(size: .bits256)
        let file = "\(path)/\(name)"
        let draft = "\(file).making-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let bytes = made.withUnsafeBytes { Array($0) }
        try Self.write(bytes, to: draft, flags: O_CREAT | O_EXCL)
        defer { try? Self.destroy(draft) }
        // A link fails when the name is taken, so of two first processes one wins and both read its key.
        if link(draft, file) != 0, errno != EEXIST { throw Self.refusal(file) }
        try settle()
        guard let key = try key(name) else { throw .refused(path: file, reason: "it cannot be read back") }
        return key
    }

    /// The names of all keys there are.
    func names() throws(CrossingFault) -> [Name] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).compactMap { Name($0) }
        } catch {
            throw .refused(path: path, reason: error.localizedDescription)
        }
    }

    /// Overwrites the key with random bytes, waits for the disk, and unlinks it. A key that is not there is destroyed.
    func destroy(_ name: Name) throws(CrossingFault) {
        try Self.destroy("\(path)/\(name)")
        try settle()
    }

    private static func destroy(_ file: String) throws(CrossingFault) {
        // A draft and its key are one file under two names; overwriting is only right for the last name.
        var status = stat()
        guard stat(file, &status) == 0 else {
            if errno == ENOENT { return }
            throw refusal(file)
        }
        if status.st_nlink == 1 {
            try write((0..<size).map { _ in UInt8.random(in: .min ... .max) }, to: file, flags: 0)
        }
        guard unlink(file) == 0 || errno == ENOENT else { throw refusal(file) }
    }

    private static func write(_ bytes: [UInt8], to file: String, flags: Int32) throws(CrossingFault) {
        let descriptor = open(file, O_WRONLY | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { throw refusal(file) }
        defer { close(descriptor) }
        guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw refusal(file)
        }
    }

    /// Waits until the folder's names are on the disk.
    private func settle() throws(CrossingFault) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.refusal(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.refusal(path) }
    }

    private static func refusal(_ path: String) -> CrossingFault {
        .refused(path: path, reason: String(cString: strerror(errno)))
    }
}
