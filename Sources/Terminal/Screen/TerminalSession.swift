import CNcurses
import CTerminalGuard
import Dispatch
import Glibc

/// A program's time at the terminal: the screen, and the events it sleeps between.
///
/// Everything happens on the main queue. The main thread must run it (an `async` main, or `dispatchMain()`).
@MainActor
public final class TerminalSession {
    /// The screen to show pictures on.
    public let screen: Screen

    private let onEvent: @MainActor (TerminalEvent) -> Void
    private let onDrained: @MainActor () -> Void
    private var input: (any DispatchSourceRead)?
    private var signals: [any DispatchSourceSignal] = []
    private var expectsContinue = false

    /// Signals that end the program, and those that it answers.
    private static let ending = [SIGTERM, SIGHUP, SIGINT]
    private static let answered = [SIGWINCH, SIGTSTP, SIGCONT]

    /// Takes the terminal. Events come once `start` was called.
    ///
    /// - Parameters:
    ///   - onEvent: told each event in its order.
    ///   - onDrained: called when all that had arrived was told: the moment to draw one picture for it.
    /// - Throws: the reason when the terminal cannot be taken.
    public init(
        options: ScreenOptions, onEvent: @escaping @MainActor (TerminalEvent) -> Void,
        onDrained: @escaping @MainActor () -> Void = {}
    ) throws(TerminalError) {
        screen = try Screen(options: options)
        self.onEvent = onEvent
        self.onDrained = onDrained
    }

    /// Begins to listen to keys and signals.
    public func start() {
        guard input == nil else { return }
        for number in Self.ending + Self.answered { listen(to: number) }
        let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.readKeys() } }
        source.activate()
        input = source
        // What was typed before is in ncurses' or the kernel's queue already.
        readKeys()
    }

    /// Stops listening and gives the terminal back. Signals do again what they do by default.
    public func stop() {
        input?.cancel()
        input = nil
        for source in signals { source.cancel() }
        signals = []
        screen.close()
        for number in Self.ending + Self.answered { signal(number, SIG_DFL) }
    }

    /// Stops the program as Ctrl-Z does, until the shell lets it go on.
    public func suspend() {
        screen.release()
        expectsContinue = true
        raise(SIGSTOP)
        resume()
    }

    // MARK: Input

    private func readKeys() {
        terminal_guard_cover_thread()
        let keys = screen.drainKeys(now: .now)
        for key in keys {
            onEvent(.key(key))
            if input == nil { break }
        }
        // The other end is gone: reading would say so again and again.
        if keys.isEmpty, nc_is_hung_up(STDIN_FILENO) != 0 {
            input?.cancel()
            onEvent(.terminate(signal: SIGHUP))
        }
        onDrained()
    }

    // MARK: Signals

    /// Dispatch puts a handler of its own in place of the guard's when it has registered the source, a moment
    /// later. Ignoring the signal, as one must elsewhere, would take that handler away or lose signals before.
    private func listen(to number: Int32) {
        let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
        source.setRegistrationHandler { [weak self] in
            MainActor.assumeIsolated { self?.catchUp(with: number) }
        }
        source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.answer(number) } }
        source.activate()
        signals.append(source)
    }

    /// A window that changed its size before its source was heard of by nobody.
    private func catchUp(with number: Int32) {
        if input != nil, number == SIGWINCH { answer(number) }
    }

    private func answer(_ number: Int32) {
        terminal_guard_cover_thread()
        switch number {
        case SIGWINCH: answerResize()
        case SIGTSTP: suspend()
        case SIGCONT: answerContinue()
        default: onEvent(.terminate(signal: number))
        }
        onDrained()
    }

    private func answerResize() {
        if let size = screen.refreshSize() { onEvent(.resized(size)) }
    }

    /// After our own suspension everything is done already; somebody else may have stopped us too.
    private func answerContinue() {
        if expectsContinue {
            expectsContinue = false
        } else {
            screen.release()
            resume()
        }
    }

    private func resume() {
        let former = screen.size
        screen.retake()
        if screen.size != former { onEvent(.resized(screen.size)) }
        onEvent(.resumed)
    }
}
