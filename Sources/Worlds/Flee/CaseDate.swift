import Situation

/// Dates as Flee writes them.
enum CaseDate {
    /// Days from 1970-01-01 to `YYYY-MM-DD`; `nil` when that is no date of the calendar.
    static func day(_ text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]),
            let month = number(parts[1]), let day = number(parts[2]),
            year >= 1, (1...12).contains(month), day >= 1
        else { return nil }
        let next = CivilTime.days(year: year, month: month + 1, day: 1)
        let value = CivilTime.days(year: year, month: month, day: day)
        return value < next ? Int(value) : nil
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return Int(digits)
    }
}
