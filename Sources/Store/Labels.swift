import GRDB

/// Gives texts that come again and again their numbers, within one transaction.
struct LabelWriter {
    private var known: [String: Int64]
    private let insert: SQLStatement
    private let select: SQLStatement

    /// - Parameter known: numbers given in earlier, committed transactions.
    init(_ db: Database, known: [String: Int64]) throws {
        self.known = known
        insert = try SQLStatement(db, sql: "INSERT OR IGNORE INTO label (text) VALUES (?)")
        select = try SQLStatement(db, sql: "SELECT id FROM label WHERE text = ?")
    }

    /// All numbers known now; worth keeping only once the transaction is committed.
    var all: [String: Int64] { known }

    mutating func number(of text: String) throws -> Int64 {
        if let number = known[text] { return number }
        insert.bind(1, text)
        try insert.run()
        select.bind(1, text)
        guard try select.step() else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a label just stored is gone")
        }
        let number = select.integer(0)
        select.reset()
        known[text] = number
        return number
    }
}

/// The texts behind label numbers, for reading.
struct LabelReader {
    private var texts: [Int64: String] = [:]
    private let select: SQLStatement

    init(_ db: Database) throws {
        select = try SQLStatement(db, sql: "SELECT text FROM label WHERE id = ?")
    }

    mutating func text(_ number: Int64) throws -> String {
        if let text = texts[number] { return text }
        select.bind(1, number)
        let found = try select.step()
        let text = found ? select.text(0) : ""
        select.reset()
        guard found else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "label \(number) is missing")
        }
        texts[number] = text
        return text
    }
}
