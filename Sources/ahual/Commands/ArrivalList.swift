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
        case missing
        case notANumber(String)
        case negative(String)
        case tooLarge(String)

        var phrase: Phrase {
            switch self {
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
        let column: String
        let problem: Problem
    }

    private(set) var customers: [TraceQueue.Customer] = []
    private(set) var faults: [RowFault] = []

    /// Where the two columns are.
    private struct Columns {
        var arrival = 0
        var service = 1
    }

    init(_ bytes: [UInt8]) throws(Fault) {
        var columns: Columns?
        var fault: Fault? = .empty
        PlainCSV.eachRecord(in: bytes) { line, fields in
            guard let found = columns else {
                (columns, fault) = (Self.columns(of: fields), nil)
                if columns == nil { fault = .noColumns }
                if columns != nil, Self.isData(fields) { take(line, fields, Columns()) }
                return fault == nil
            }
            take(line, fields, found)
            return true
        }
        if let fault { throw fault }
    }

    private mutating func take(_ line: Int, _ fields: [ArraySlice<UInt8>], _ columns: Columns) {
        do throws(RowFault) {
            let arrival = try Self.number(fields, columns.arrival, "arrival")
            let service = try Self.number(fields, columns.service, "service")
            guard service >= 0 else {
                throw RowFault(column: "service", problem: .negative(Self.text(fields[columns.service])))
            }
            customers.append(TraceQueue.Customer(arrival: arrival, service: service))
        } catch {
            var fault = error
            fault.line = line
            faults.append(fault)
        }
    }

    /// The columns a first line names; those of a line of two numbers are arrival and service.
    private static func columns(of fields: [ArraySlice<UInt8>]) -> Columns? {
        if isData(fields) { return Columns() }
        let names = fields.map { text($0).lowercased() }
        guard let arrival = names.firstIndex(of: "arrival"), let service = names.firstIndex(of: "service")
        else { return nil }
        return Columns(arrival: arrival, service: service)
    }

    private static func isData(_ fields: [ArraySlice<UInt8>]) -> Bool {
        fields.count == 2 && fields.allSatisfy { Double(decimal: $0) != nil }
    }

    /// Beyond this the thousandth of a second would be lost in the sum of two times.
    private static let largest = 1e12

    private static func number(
        _ fields: [ArraySlice<UInt8>], _ index: Int, _ column: String
    ) throws(RowFault) -> Double {
        guard index < fields.count, !fields[index].isEmpty else {
            throw RowFault(column: column, problem: .missing)
        }
        guard let number = Double(decimal: fields[index]) else {
            throw RowFault(column: column, problem: .notANumber(text(fields[index])))
        }
        guard abs(number) <= largest else {
            throw RowFault(column: column, problem: .tooLarge(text(fields[index])))
        }
        return number
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

/// Lines of fields between commas, in quotation marks or not.
///
/// Numbers need no line breaks in quotation marks, so this reads line by line.
private enum PlainCSV {
    /// - Parameter take: gets each line's number and fields, without blanks around them; `false` ends reading.
    static func eachRecord(in bytes: [UInt8], take: (Int, [ArraySlice<UInt8>]) -> Bool) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 0
        var fields: [ArraySlice<UInt8>] = []
        while start < bytes.count {
            line += 1
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            fields.removeAll(keepingCapacity: true)
            var from = start
            for index in start..<end where bytes[index] == UInt8(ascii: ",") {
                fields.append(trimmed(bytes[from..<index]))
                from = index + 1
            }
            fields.append(trimmed(bytes[from..<end]))
            start = end + 1
            if fields.count == 1, fields[0].isEmpty { continue }
            guard take(line, fields) else { return }
        }
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var field = withoutBlanks(field)
        if field.count >= 2, field.first == UInt8(ascii: "\""), field.last == UInt8(ascii: "\"") {
            field = withoutBlanks(field.dropFirst().dropLast())
        }
        return field
    }

    private static func withoutBlanks(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (low, high) = (field.startIndex, field.endIndex)
        while low < high, field[low] <= 0x20 { low += 1 }
        while low < high, field[high - 1] <= 0x20 { high -= 1 }
        return field[low..<high]
    }
}
