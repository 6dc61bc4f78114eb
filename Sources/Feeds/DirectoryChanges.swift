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

/// Tells whether a file in a directory can be taken in.
public enum FeedFile {
    /// Whether it is a file with an end: no folder, pipe or device, which could be waited on for ever.
    public static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether some process has the file open for writing. The kernel refuses a read lease on such a file; where it
    /// gives no leases at all, a file that was changed in the last two seconds counts as being written.
    public static func isOpenForWriting(_ path: String, now: Date) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if fcntl(descriptor, leaseCommand, F_RDLCK) == 0 {
            _ = fcntl(descriptor, leaseCommand, F_UNLCK)
            return false
        }
        if errno == EAGAIN { return true }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        return now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec) < 2
    }

    /// `F_SETLEASE`, which Linux numbers from `F_LINUX_SPECIFIC_BASE`; the importer does not show it to Swift.
    private static let leaseCommand: Int32 = 1024
}
