import Dispatch
import Foundation
import Synchronization

/// Tells when a journal may have grown: at once where the kernel tells of writes to its `-wal` file (inotify),
/// and by looking at the files' sizes and times once a second, since not every file system tells.
///
/// It only says "look": what is new, and whether anything is, the journal knows.
public final class JournalWatch {
    private let descriptor: Int32
    private let file: String
    private var source: (any DispatchSourceRead)?
    private var timer: (any DispatchSourceTimer)?

    /// - Parameters:
    ///   - path: of the journal.
    ///   - queue: where `onChange` is called.
    public init(_ path: String, queue: DispatchQueue, onChange: @escaping @Sendable () -> Void) {
        let folder = (path as NSString).deletingLastPathComponent
        file = (path as NSString).lastPathComponent + "-wal"
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        if descriptor >= 0 {
            let watched = folder.isEmpty ? "." : folder
            _ = inotify_add_watch(descriptor, watched, UInt32(IN_MODIFY) | UInt32(IN_CREATE))
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source.setEventHandler { [descriptor, file] in
                if Self.drain(descriptor, mentions: file) { onChange() }
            }
            source.activate()
            self.source = source
        }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
        let last = Mutex(Self.mark(of: path))
        timer.setEventHandler {
            let mark = Self.mark(of: path)
            let isNew = last.withLock { last in
                defer { last = mark }
                return mark != last
            }
            if isNew { onChange() }
        }
        timer.activate()
        self.timer = timer
    }

    /// What of the files on the disk changes when an entry is appended: looking at it wakes no other thread and
    /// reads nothing.
    private struct FileMark: Equatable {
        var size: Int64 = 0
        var seconds = 0
        var nanoseconds = 0
    }

    private static func mark(of path: String) -> [FileMark] {
        [path, path + "-wal"].map { name in
            var status = stat()
            guard stat(name, &status) == 0 else { return FileMark() }
            return FileMark(
                size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
                nanoseconds: status.st_mtim.tv_nsec)
        }
    }

    deinit {
        timer?.cancel()
        source?.cancel()
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    /// Takes all notices and says whether any was about the file called `name`.
    private static func drain(_ descriptor: Int32, mentions name: String) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var isMentioned = false
        let wanted = Array(name.utf8)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return isMentioned }
            var offset = 0
            // struct inotify_event: int wd; uint32 mask, cookie, len; char name[len]
            while offset + 16 <= count {
                let length = Int(
                    buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self) })
                guard offset + 16 + length <= count else { break }
                let bytes = buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
                if bytes.elementsEqual(wanted) { isMentioned = true }
                offset += 16 + length
            }
        }
    }
}
