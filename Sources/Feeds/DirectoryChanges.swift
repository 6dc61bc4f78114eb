import Foundation

/// Waits for files to be finished in a directory, without polling (inotify).
public final class DirectoryChanges {
    private let descriptor: Int32

    /// - Throws: ``FeedFault/badDirectory(_:reason:)`` when the directory cannot be watched.
    public init(_ path: String) throws(FeedFault) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC))
        let finished = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_ONLYDIR)
        guard descriptor >= 0, inotify_add_watch(descriptor, path, finished) >= 0 else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { Foundation.close(descriptor) }
            throw .badDirectory(path, reason: reason)
        }
    }

    deinit { Foundation.close(descriptor) }

    /// Sleeps until something was finished or moved in. Which file it was does not matter: the caller looks.
    public func wait() {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        _ = read(descriptor, &buffer, buffer.count)
    }
}
