import CNcurses
import Glibc

extension Screen {
    /// Numbers above all of ncurses' own, for the marks around pasted text.
    private static let pasteBegin: Int32 = 0x700
    private static let pasteEnd: Int32 = 0x701

    func definePasteKeys() {
        guard capability.isLikeXterm else { return }
        define_key(ControlSequence.pasteBegin, Self.pasteBegin)
        define_key(ControlSequence.pasteEnd, Self.pasteEnd)
    }

    /// Everything that has arrived, without waiting (an Esc waits 25 ms for what may follow it).
    func drainKeys(now: ContinuousClock.Instant) -> [Key] {
        var keys: [Key] = []
        while let raw = readKey(now: now) { keys += decoder.decode(raw) }
        return keys + decoder.endOfInput()
    }

    private func readKey(now: ContinuousClock.Instant) -> RawKey? {
        var value: wint_t = 0
        switch wget_wch(nc_stdscr(), &value) {
        case OK: return .scalar(value)
        case KEY_CODE_YES: return recognised(Int32(value), now: now)
        default: return nil
        }
    }

    private func recognised(_ code: Int32, now: ContinuousClock.Instant) -> RawKey {
        switch code {
        case Self.pasteBegin: return .pasteBegin
        case Self.pasteEnd: return .pasteEnd
        case KEY_MOUSE: return readMouse(now: now)
        default: break
        }
        if let key = Self.named[code] { return .known(key) }
        let first = nc_key_function(0)
        return (first + 1...first + 63).contains(code) ? .known(.function(Int(code - first))) : .other
    }

    private func readMouse(now: ContinuousClock.Instant) -> RawKey {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return .other }
        let (x, y) = (Int(event.x), Int(event.y))
        switch Int(nc_mouse_button(event.bstate)) {
        case 4: return .known(.mouse(Mouse(x: x, y: y, kind: .wheelUp, button: 0)))
        case 5: return .known(.mouse(Mouse(x: x, y: y, kind: .wheelDown, button: 0)))
        case 0: return .other
        case let button:
            if nc_mouse_is_double(event.bstate) != 0 {
                return .known(.mouse(Mouse(x: x, y: y, kind: .double, button: button)))
            }
            let press = Mouse(x: x, y: y, kind: .press, button: button)
            return .known(.mouse(doublePress.tell(press, at: now)))
        }
    }

    private static let named: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete, KEY_ENTER: .enter,
        KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
        // Shifted arrows do not arrive everywhere (tmux): they do what the arrows do.
        KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    ]
}
