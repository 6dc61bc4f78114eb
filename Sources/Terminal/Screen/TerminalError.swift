/// Why a screen cannot be opened. The caller says it in words and names another way to see the same.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal(Stream)
    /// The variable TERM is not set.
    case noTerminalName
    /// The terminal cannot place text on the screen (TERM=dumb).
    case tooSimple(name: String)
    /// There is no description of this terminal on this machine.
    case unknownTerminal(name: String)
    /// ncurses could not take the terminal.
    case refused(name: String)

    /// A standard stream.
    public enum Stream: String, Sendable {
        case input, output
    }
}
