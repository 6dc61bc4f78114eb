import Foundation

/// Gives the bytes of a file or a pipe piece by piece.
public protocol ByteSource {
    /// The next bytes; empty at the end.
    mutating func next() throws(FeedFault) -> [UInt8]
}

/// An open file, or standard input.
public struct FileBytes: ByteSource {
    private let handle: FileHandle
    private let name: String
    static let pieceSize = 1 << 20

    /// Opens the file at `path`; `-` is standard input.
    public init(path: String) throws(FeedFault) {
        name = path
        if path == "-" {
            handle = .standardInput
        } else if let handle = FileHandle(forReadingAtPath: path) {
            self.handle = handle
        } else {
            throw .unreadable(file: path, reason: String(cString: strerror(errno)))
        }
    }

    /// What is there to read: a pipe gives what has been written so far and does not wait for more.
    public mutating func next() throws(FeedFault) -> [UInt8] {
        let descriptor = handle.fileDescriptor
        while true {
            var problem: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                problem = got < 0 ? errno : 0
                count = max(0, got)
            }
            if problem == EINTR { continue }
            guard problem == 0 else {
                throw .unreadable(file: name, reason: String(cString: strerror(problem)))
            }
            return piece
        }
    }
}

/// Bytes at hand.
public struct GivenBytes: ByteSource {
    private var pieces: [[UInt8]]

    /// - Parameter pieceSize: how many bytes to give at a time.
    public init(_ text: String, pieceSize: Int = 1 << 16) {
        let bytes = Array(text.utf8)
        pieces = stride(from: 0, to: bytes.count, by: max(1, pieceSize)).reversed().map {
            Array(bytes[$0..<min($0 + max(1, pieceSize), bytes.count)])
        }
    }

    public mutating func next() throws(FeedFault) -> [UInt8] { pieces.popLast() ?? [] }
}
