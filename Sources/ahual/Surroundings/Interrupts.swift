import Dispatch
import Foundation

/// Ctrl-C while something takes long: the first time it is asked to end, the second time the program ends at
/// once.
struct Interrupts {
    private let source: any DispatchSourceSignal

    /// - Parameter first: what to do the first time; called on a queue of its own.
    init(_ first: @escaping @Sendable () -> Void) {
        // The default would end the program before anybody is asked.
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(
            signal: SIGINT, queue: DispatchQueue(label: "ahual.interrupts"))
        let asked = OnceOnly()
        source.setEventHandler { @Sendable in
            if asked.raise() { _exit(130) }
            first()
        }
        source.activate()
    }

    /// Ctrl-C ends the program again as it does everywhere.
    func end() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
