import Dispatch
import Language
import Terminal

/// The console at a terminal: takes events and messages, keeps the model, shows its view.
///
/// A key is answered at once. What comes from outside is shown at most thirty times a second, and of several
/// pictures or clock readings that wait for one frame only the last is worked out.
@MainActor
public final class ConsoleProgram {
    /// The shortest time between two frames that no key asked for.
    private static let frameTime = DispatchTimeInterval.milliseconds(33)

    private var model: Model
    private weak var host: (any ConsoleHost)?
    private var session: TerminalSession?
    private var waiting = WaitingMessages()
    private var lastFrame = DispatchTime(uptimeNanoseconds: 0)
    private var frameIsDue = false
    private var shown: Int?
    private var title: String?
    private var exit: ConsoleExit?
    private var waiter: CheckedContinuation<ConsoleExit, Never>?

    /// Takes the terminal.
    /// - Throws: `TerminalError` when that cannot be; the terminal is then as it was.
    public init(context: ConsoleContext, options: ScreenOptions, host: any ConsoleHost) throws {
        model = Model(context: context)
        self.host = host
        let session = try TerminalSession(
            options: options, onEvent: { [weak self] event in self?.answer(event) },
            onDrained: { [weak self] in self?.draw() })
        self.session = session
        model.usesMouse = session.screen.usesMouse
        take(.resized(session.screen.size))
    }

    /// Tells the console something from outside.
    public func send(_ message: Message) {
        guard exit == nil else { return }
        waiting.add(message)
        scheduleFrame()
    }

    /// Runs until the user or a signal ends it, then gives the terminal back.
    public func run() async -> ConsoleExit {
        draw()
        session?.start()
        if let exit { return exit }
        return await withCheckedContinuation { waiter = $0 }
    }

    // MARK: Messages

    private func answer(_ event: TerminalEvent) {
        guard exit == nil else { return }
        switch event {
        case .key(let key): take(.key(key))
        case .resized(let size): take(.resized(size))
        case .resumed: shown = nil
        case .terminate(let signal): end(.signal(signal))
        }
    }

    private func take(_ message: Message) {
        for effect in update(&model, message) { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .quit: end(.quit)
        case .suspend: session?.suspend()
        case .redraw: wash()
        case .ring: session?.screen.bell()
        case .copyToClipboard(let text):
            let isAsked = session?.screen.copy(text) ?? false
            send(.told(Phrase(isAsked ? "console.told.copied" : "console.told.cannot-copy")))
        case .setMouse(let isOn): session?.screen.setMouse(isOn)
        default: host?.perform(effect) { [weak self] message in self?.send(message) }
        }
    }

    private func end(_ reason: ConsoleExit) {
        guard exit == nil else { return }
        exit = reason
        session?.stop()
        session = nil
        waiter?.resume(returning: reason)
        waiter = nil
    }

    // MARK: Frames

    private func scheduleFrame() {
        guard !frameIsDue else { return }
        frameIsDue = true
        // The first picture is shown as soon as it is there.
        let time = model.picture == nil ? .now() : max(lastFrame + Self.frameTime, .now())
        DispatchQueue.main.asyncAfter(deadline: time) { [weak self] in
            MainActor.assumeIsolated {
                self?.frameIsDue = false
                self?.draw()
            }
        }
    }

    private func draw() {
        for message in waiting.takeAll() { take(message) }
        guard let session, shown != model.revision else { return }
        shown = model.revision
        lastFrame = .now()
        let glyphs = session.screen.glyphs
        session.screen.present(view(model, glyphs: glyphs))
        name(session)
    }

    /// Makes the terminal take every cell anew, by showing a picture that differs in all of them first.
    private func wash() {
        guard let session else { return }
        var blank = Frame(size: session.screen.size)
        blank.fill(blank.size.bounds, with: "+", style: .muted)
        session.screen.present(blank)
        shown = nil
    }

    private func name(_ session: TerminalSession) {
        // A title that was never set is left alone; one that was is not left with alarms that are long over.
        guard model.context.usesTitle || title != nil else { return }
        let wanted = windowTitle(of: model)
        if wanted != title { session.screen.setTitle(wanted) }
        title = wanted
    }
}
