import CNcurses
import CTerminalGuard
import Glibc

/// The terminal's screen, through ncurses: the only place that calls it, and on the main thread only, since
/// ncurses has one screen and no locks.
@MainActor
public final class Screen {
    /// The window's size now.
    public private(set) var size: Size
    /// The characters this terminal can show.
    public let glyphs: Glyphs
    /// How many colours are used.
    public let depth: ColourDepth
    /// Whether clicks and the wheel come to the program.
    public private(set) var usesMouse: Bool

    let capability: TerminalCapability
    let isUnicode: Bool
    var decoder = KeyDecoder()
    var doublePress = DoublePress()
    private var painter: ScreenPainter
    private var isHeld = true
    private var cursorIsShown = false
    private var title: String?

    /// Takes the terminal.
    /// - Throws: the reason when that cannot be; the terminal is then as it was.
    public init(options: ScreenOptions) throws(TerminalError) {
        capability = try .probe(
            environment: options.environment, inputIsTerminal: isatty(STDIN_FILENO) == 1,
            outputIsTerminal: isatty(STDOUT_FILENO) == 1)
        isUnicode = Locale.takeFromEnvironment()
        try Self.open(capability)
        depth = Self.startColours(options)
        let repertoire = options.repertoire ?? capability.repertoire(isUnicode: isUnicode)
        glyphs = .for(isUnicode ? repertoire : .ascii)
        usesMouse = options.usesMouse
        painter = ScreenPainter(palette: Palette(depth: depth), isUnicode: isUnicode)
        size = Self.currentSize()
        prepare()
    }

    /// Shows a picture. Only what differs from the last one is sent, nothing when nothing does.
    ///
    /// - Parameter cursor: where the cursor stands, instead of where the picture has it.
    public func present(_ frame: Frame, cursor: Point? = nil) {
        guard isHeld else { return }
        let hasDrawn = painter.paint(frame)
        let hasMoved = place(cursor ?? frame.cursor)
        if hasDrawn || hasMoved { wrefresh(nc_stdscr()) }
    }

    /// Sounds or flashes as the terminal is set to.
    public func bell() { if isHeld { beep() } }

    /// Names the terminal's window. Where the terminal can, its former name comes back at the end.
    public func setTitle(_ title: String) {
        self.title = title
        guard isHeld, capability.isLikeXterm else { return }
        let safe = TextCells(title).map(\.text).joined()
        send("\u{1B}]2;\(safe)\u{7}")
    }

    /// Asks the terminal to put a text on the user's clipboard (OSC 52). Many terminals do so only when their user
    /// has allowed it, and none says whether it did.
    ///
    /// - Returns: whether this terminal can be asked at all.
    public func copy(_ text: String) -> Bool {
        guard isHeld, capability.isLikeXterm else { return false }
        let visible = TextCells(text).map(\.text).joined()
        send("\u{1B}]52;c;\(Base64.encode(Array(visible.utf8)))\u{7}")
        return true
    }

    /// Lets clicks come to the program, or leaves them to the terminal.
    public func setMouse(_ isOn: Bool) {
        usesMouse = isOn
        mousemask(isOn ? nc_mouse_mask() : 0, nil)
    }

    /// Gives the terminal back. Nothing is shown after that.
    public func close() { release() }

    // MARK: Taking and giving back

    /// Gives the terminal back for a while.
    func release() {
        guard isHeld else { return }
        isHeld = false
        if capability.isLikeXterm { send(ControlSequence.pasteOff) }
        if ControlSequence.keepsTitle(capability) { send(ControlSequence.titlePop) }
        mousemask(0, nil)
        endwin()
        terminal_guard_hold(0)
    }

    /// Takes the terminal again and forgets what it showed.
    func retake() {
        terminal_guard_hold(1)
        isHeld = true
        refreshSize()
        painter.forget()
        clearok(nc_stdscr(), true)
        wrefresh(nc_stdscr())
        prepareModes()
    }

    /// Takes over the window's size.
    /// - Returns: the new size if it changed.
    @discardableResult
    func refreshSize() -> Size? {
        let now = Self.currentSize()
        guard now != size else { return nil }
        size = now
        resizeterm(Int32(max(1, now.rows)), Int32(max(1, now.columns)))
        painter.forget()
        return now
    }

    private static func open(_ capability: TerminalCapability) throws(TerminalError) {
        var problem: Int32 = 0
        guard setupterm(capability.name, STDOUT_FILENO, &problem) == OK else {
            throw .unknownTerminal(name: capability.name)
        }
        let undo = ControlSequence.undoingAll(capability)
        guard undo.withCString({ terminal_guard_arm(STDOUT_FILENO, $0, strlen($0)) }) == 0 else {
            throw .refused(name: capability.name)
        }
        terminal_guard_hold(1)
        set_escdelay(25)
        guard nc_open() != nil else {
            terminal_guard_hold(0)
            throw .refused(name: capability.name)
        }
    }

    private static func startColours(_ options: ScreenOptions) -> ColourDepth {
        guard has_colors() else { return .none }
        start_color()
        use_default_colors()
        return .choose(
            options.colour, colours: Int(nc_colors()), isDirect: nc_flag("RGB") == 1,
            environment: options.environment)
    }

    private func prepare() {
        cbreak()
        noecho()
        nonl()
        keypad(nc_stdscr(), true)
        nodelay(nc_stdscr(), true)
        mouseinterval(0)
        leaveok(nc_stdscr(), true)
        definePasteKeys()
        freeFlowControlKeys()
        resizeterm(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
        prepareModes()
    }

    private func prepareModes() {
        curs_set(cursorIsShown ? 1 : 0)
        setMouse(usesMouse)
        if capability.isLikeXterm { send(ControlSequence.pasteOn) }
        if ControlSequence.keepsTitle(capability) { send(ControlSequence.titlePush) }
        if let title { setTitle(title) }
    }

    /// Ctrl-S and Ctrl-Q come to the program instead of stopping the output.
    private func freeFlowControlKeys() {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
        modes.c_iflag &= ~tcflag_t(IXON)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        def_prog_mode()
    }

    private static func currentSize() -> Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        if nc_window_size(STDOUT_FILENO, &columns, &rows) == 0 {
            return Size(columns: Int(columns), rows: Int(rows))
        }
        // A serial line tells no size: what terminfo says, else the size terminals had.
        (columns, rows) = (tigetnum("cols"), tigetnum("lines"))
        return columns > 0 && rows > 0
            ? Size(columns: Int(columns), rows: Int(rows)) : Size(columns: 80, rows: 24)
    }

    /// - Returns: whether the terminal's cursor has to change.
    private func place(_ cursor: Point?) -> Bool {
        let wanted = cursor.flatMap { size.bounds.contains($0) ? $0 : nil }
        let isNew = wanted != painter.cursor
        painter.cursor = wanted
        if let wanted { wmove(nc_stdscr(), Int32(wanted.y), Int32(wanted.x)) }
        if cursorIsShown != (wanted != nil) {
            cursorIsShown = wanted != nil
            leaveok(nc_stdscr(), !cursorIsShown)
            curs_set(cursorIsShown ? 1 : 0)
        }
        return isNew
    }

    /// Sends what ncurses knows nothing of. Between pictures its buffer is empty, so the order is kept.
    private func send(_ sequence: String) {
        let bytes = Array(sequence.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            sent += count
        }
    }
}
