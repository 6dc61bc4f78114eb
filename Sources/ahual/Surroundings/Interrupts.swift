import Dispatch
import Foundation

/// Ctrl-C while something takes long: the first time it is asked to end, the second time the program ends at
/// once.
final class Interrupts: Sendable {
    private let source: any DispatchSourceSignal & Sendable

    /// - Parameter first: what to do the first time; called on a queue of its own.
    init(_ first: @escaping @Sendable () -> Void) {
        // The default would end the program before anybody is asked.
        signal(SIGINT, SIG_IGN)
        let queue = DispatchQueue(label: "ahual.interrupts")
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
        let asked = OnceOnly()
        source.setEventHandler {
            // Two signals that come together are seen as one event that counts both.
            if asked.raise() || source.data > 1 { _exit(130) }
            first()
        }
        source.activate()
        self.source = source
    }

    /// Ctrl-C ends the program again as it does everywhere.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
