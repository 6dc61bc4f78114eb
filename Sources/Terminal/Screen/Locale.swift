import CNcurses
import Glibc

/// The C library's locale, by which ncurses writes characters.
enum Locale {
    /// Takes the user's locale; where it is not Unicode, its character set alone from C.UTF-8.
    ///
    /// Numbers stay as programs write them: a comma of the user's must not get into files.
    /// - Returns: whether characters are written as UTF-8.
    @MainActor
    static func takeFromEnvironment() -> Bool {
        setlocale(LC_ALL, "")
        if !isUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
        setlocale(LC_NUMERIC, "C")
        return isUnicode
    }

    private static var isUnicode: Bool {
        guard let codeset = nc_codeset() else { return false }
        return ["UTF-8", "UTF8"].contains(String(cString: codeset).uppercased())
    }
}
