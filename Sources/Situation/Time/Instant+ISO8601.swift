extension Instant {
    /// Reads an ISO 8601 time with offset (`2022-09-24T22:00:00+05:00`, seconds and fraction optional,
    /// `Z` allowed), or a date alone (`2022-09-24`, `2022-09`, `2022`), which means the *end* of that day,
    /// month or year in Kazakhstan. `nil` for anything else, including dates that do not exist.
    ///
    /// Written by hand because every imported row has two or three of these: the library parser costs more
    /// than all the rest of a row. Not generic over kinds of text for the same reason.
    public init?(iso8601 text: String) {
        var reader = DigitReader(Array(text.utf8))
        guard let year = reader.digits(4) else { return nil }
        if reader.atEnd { self = Instant(year: year + 1, month: 1, day: 1); return }
        guard reader.take("-"), let month = reader.digits(2), (1...12).contains(month) else { return nil }
        if reader.atEnd { self = Instant(year: year, month: month + 1, day: 1); return }
        guard reader.take("-"), let day = reader.digits(2), day >= 1,
            Int64(day) <= Self.daysIn(month: month, year: year)
        else { return nil }
        if reader.atEnd { self = Instant(year: year, month: month, day: day + 1); return }
        guard reader.take("T") || reader.take(" "), let hour = reader.digits(2), reader.take(":"),
            let minute = reader.digits(2), minute <= 59
        else { return nil }
        var second = 0
        var millisecond: Int64 = 0
        if reader.take(":") {
            guard let value = reader.digits(2), value <= 59 else { return nil }
            second = value
            if reader.take(".") {
                guard let fraction = reader.fraction() else { return nil }
                millisecond = fraction
            }
        }
        // ISO 8601 lets the end of a day be written 24:00.
        guard hour <= 23 || (hour == 24 && minute == 0 && second == 0 && millisecond == 0) else { return nil }
        guard let offset = reader.offsetMinutes(), reader.atEnd else { return nil }
        let days = CivilTime.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset) * 60
        self = Instant(milliseconds: seconds * 1000 + millisecond)
    }

    private static func daysIn(month: Int, year: Int) -> Int64 {
        CivilTime.days(year: year, month: month + 1, day: 1)
            - CivilTime.days(year: year, month: month, day: 1)
    }

    /// The moment in Kazakhstan's time with its offset, such as `2022-09-24T22:00:00+05:00`; milliseconds
    /// only where there are any.
    public var iso8601: String {
        let civil = CivilTime(self)
        let fraction = milliseconds - seconds * 1000
        let end = fraction == 0 ? "" : "." + Self.padded(Int(fraction), to: 3)
        return "\(Self.padded(civil.year, to: 4))-\(Self.padded(civil.month))-\(Self.padded(civil.day))"
            + "T\(Self.padded(civil.hour)):\(Self.padded(civil.minute)):\(Self.padded(civil.second))\(end)+05:00"
    }

    private static func padded(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Takes digits and marks off the front of a time's text.
private struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var atEnd: Bool { position == bytes.count }

    private var next: UInt8? { atEnd ? nil : bytes[position] }

    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = next, (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 48
            position += 1
        }
        return value
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == mark.value else { return false }
        position += 1
        return true
    }

    /// Milliseconds of a fraction of one to nine digits; digits past the third are dropped.
    mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let byte = next, (48...57).contains(byte), count < 9 {
            if count < 3 { value = value * 10 + Int64(byte) - 48 }
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<max(count, 3) { value *= 10 }
        return value
    }

    mutating func offsetMinutes() -> Int? {
        if take("Z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), hours <= 14 else { return nil }
        if atEnd { return sign * hours * 60 }
        _ = take(":")
        guard let minutes = digits(2), minutes <= 59 else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
