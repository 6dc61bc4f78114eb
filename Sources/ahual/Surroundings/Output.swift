import Foundation

/// What the program says: results on standard output, progress and problems on standard error.
enum Output {
    /// A problem, with control characters shown and not sent: it may quote a feed.
    static func problem(_ text: String) {
        write(visible(text) + "\n", to: .standardError)
    }

    /// A result. Results may quote feeds too.
    static func result(_ text: String) {
        write(visible(text) + "\n", to: .standardOutput)
    }

    /// A result that a program will read, byte for byte.
    static func raw(_ text: String) { write(text, to: .standardOutput) }

    /// Standard error as it is: progress bars.
    static func progress(_ text: String) { write(text, to: .standardError) }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that went away (`| head`) is no error of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Line breaks and tabs as their symbols.
    static func oneLine(_ text: String) -> String {
        text.replacing("\r\n", with: "␍␊").replacing("\n", with: "␊").replacing("\t", with: "␉")
    }

    /// Control characters other than the line's end as their symbols, so that no text moves the cursor or
    /// changes a colour.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isControl(scalar) {
                shown.append(scalar)
            } else if scalar.value < 0x20, let symbol = Unicode.Scalar(0x2400 + scalar.value) {
                shown.append(symbol)
            } else {
                shown.append("\u{FFFD}")
            }
        }
        return String(shown)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\t"
        case .format: true
        default: false
        }
    }
}
