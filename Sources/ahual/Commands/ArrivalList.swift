import DelimitedText
import Language
import Simulation

/// A list of arrivals and times of service in CSV: columns `arrival` and `service` in any order, others passed
/// over; or two columns without a header, arrival first.
struct ArrivalList {
    /// What is wrong with the list as a whole.
    enum Fault: Error, Sayable {
        case empty
        case noColumns

        var phrase: Phrase {
            switch self {
            case .empty: Phrase("simulation.queue.empty")
            case .noColumns: Phrase("simulation.queue.no-columns")
            }
        }
    }

    /// What is wrong with one value.
    enum Problem {
        case openQuote
        case tooLong
        case missing
        case notANumber(String)
        case negative(String)
        case tooLarge(String)

        var phrase: Phrase {
            switch self {
            case .openQuote: Phrase("simulation.flee.problem.open-quote")
            case .tooLong: Phrase("simulation.flee.problem.too-long")
            case .missing: Phrase("simulation.queue.missing")
            case .notANumber(let found): Phrase("simulation.queue.not-a-number", ["found": .text(found)])
            case .negative(let found): Phrase("simulation.queue.negative", ["found": .text(found)])
            case .tooLarge(let found): Phrase("simulation.queue.too-large", ["found": .text(found)])
            }
        }
    }

    /// A row that was passed over.
    struct RowFault: Error {
        var line = 0
        /// `nil` for the row as a whole.
        let column: String?
        let problem: Problem
    }

    private(set) var customers: [TraceQueue.Customer] = []
    private(set) var faults: [RowFault] = []

    /// Where the two columns are.
    private struct Columns {
        var arrival = 0
        var service = 1
    }

    private var columns: Columns?
    private var refusal: Fault?

    /// - Parameter next: gives the list's bytes piece by piece, none at its end.
    /// - Throws: a ``Fault``, and what `next` throws.
    init(_ next: () throws -> [UInt8]) throws {
        var records = CSVRecords()
        var isFirst = true
        while refusal == nil {
            var piece = try next()
            if piece.isEmpty { break }
            if isFirst, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
            isFirst = false
            records.read(piece) { take($0) }
        }
        if refusal == nil { records.finish { take($0) } }
        if let refusal { throw refusal }
        if columns == nil { throw Fault.empty }
    }

    private mutating func take(_ record: borrowing CSVRecords.Record) {
        let count = record.ends.count
        guard refusal == nil, count != 1 || !Self.field(record, 0).isEmpty else { return }
        guard let columns else {
            self.columns = Self.columns(of: record)
            if self.columns == nil { refusal = .noColumns }
            if Self.isData(record) { take(record) }
            return
        }
        do throws(RowFault) {
            customers.append(try Self.customer(record, columns))
        } catch {
            var fault = error
            fault.line = record.line
            faults.append(fault)
        }
    }

    private static func customer(
        _ record: borrowing CSVRecords.Record, _ columns: Columns
    ) throws(RowFault) -> TraceQueue.Customer {
        switch record.problem {
        case .openQuote: throw RowFault(column: nil, problem: .openQuote)
        case .tooLong: throw RowFault(column: nil, problem: .tooLong)
        case nil: break
        }
        let arrival = try number(record, columns.arrival, "arrival")
        let service = try number(record, columns.service, "service")
        guard service >= 0 else {
            throw RowFault(column: "service", problem: .negative(text(field(record, columns.service))))
        }
        return TraceQueue.Customer(arrival: arrival, service: service)
    }

    /// The columns a first line names; those of a line of two numbers are arrival and service.
    private static func columns(of record: borrowing CSVRecords.Record) -> Columns? {
        if isData(record) { return Columns() }
        var names: [String] = []
        for index in record.ends.indices { names.append(text(field(record, index)).lowercased()) }
        guard let arrival = names.firstIndex(of: "arrival"), let service = names.firstIndex(of: "service")
        else { return nil }
        return Columns(arrival: arrival, service: service)
    }

    private static func isData(_ record: borrowing CSVRecords.Record) -> Bool {
        record.ends.count == 2 && Double(decimal: field(record, 0)) != nil
            && Double(decimal: field(record, 1)) != nil
    }

    /// Beyond this the thousandth of a second would be lost in the sum of two times.
    private static let largest = 1e12

    private static func number(
        _ record: borrowing CSVRecords.Record, _ index: Int, _ column: String
    ) throws(RowFault) -> Double {
        let found = index < record.ends.count ? field(record, index) : []
        guard !found.isEmpty else { throw RowFault(column: column, problem: .missing) }
        guard let number = Double(decimal: found) else {
            throw RowFault(column: column, problem: .notANumber(text(found)))
        }
        guard abs(number) <= largest else {
            throw RowFault(column: column, problem: .tooLarge(text(found)))
        }
        return number
    }

    /// A field without blanks around it, and without quotation marks that a blank hid from the reader.
    private static func field(_ record: borrowing CSVRecords.Record, _ index: Int) -> ArraySlice<UInt8> {
        let field = withoutBlanks(record.field(index))
        let isQuoted = field.count >= 2 && field.first == UInt8(ascii: "\"") && field.last == field.first
        return isQuoted ? withoutBlanks(field.dropFirst().dropLast()) : field
    }

    private static func withoutBlanks(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (low, high) = (field.startIndex, field.endIndex)
        while low < high, field[low] <= 0x20 { low += 1 }
        while low < high, field[high - 1] <= 0x20 { high -= 1 }
        return field[low..<high]
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field, as: UTF8.self) }
}

extension Double {
    /// A decimal number such as `12`, `-0.5` or `1.5e3`; nothing else that programs call numbers.
    fileprivate init?(decimal bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                break
            default: return nil
            }
        }
        self.init(String(decoding: bytes, as: UTF8.self))
    }
}
