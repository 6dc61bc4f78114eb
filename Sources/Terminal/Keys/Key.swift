/// One thing a user did at the terminal, decoded.
public enum Key: Hashable, Sendable {
    /// A character as the keyboard layout gave it.
    case character(Character)
    /// A letter or sign with Ctrl, in lower case.
    case control(Character)
    case enter, escape, tab, backTab, insert, delete, backspace
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F63.
    case function(Int)
    case mouse(Mouse)
    /// Text pasted in one piece, as it came.
    case paste(String)
}

/// A movement of the mouse's buttons or wheel over a cell.
public struct Mouse: Hashable, Sendable {
    /// What happened.
    public enum Kind: Hashable, Sendable {
        case press, double, wheelUp, wheelDown
    }

    /// The column of the cell.
    public var x: Int
    /// The row of the cell.
    public var y: Int
    /// What happened.
    public var kind: Kind
    /// 1 left, 2 middle, 3 right; 0 for the wheel.
    public var button: Int

    /// A movement over a cell.
    public init(x: Int, y: Int, kind: Kind, button: Int = 1) {
        (self.x, self.y, self.kind, self.button) = (x, y, kind, button)
    }

    /// The cell.
    public var point: Point { Point(x: x, y: y) }
}

/// What a terminal program has to answer.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// The window has a new size: draw everything anew.
    case resized(Size)
    /// The program was stopped and goes on, perhaps much later: what is shown may be out of date.
    case resumed
    /// Leave now: a signal asked for it, or the terminal is gone (SIGHUP).
    case terminate(signal: Int32)
}
