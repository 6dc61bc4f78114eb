import GRDB
import GRDBSQLite

/// A prepared statement used over and over with positional values.
///
/// GRDB prepares and keeps it; binding and stepping go straight to SQLite, because boxing some thirty
/// columns a row costs more than storing them.
struct SQLStatement {
    private let handle: OpaquePointer

    init(_ db: Database, sql: String) throws {
        guard let handle = try db.cachedStatement(sql: sql).sqliteStatement as OpaquePointer? else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "no statement", sql: sql)
        }
        self.handle = handle
        reset()
    }

    func reset() { sqlite3_reset(handle) }

    // MARK: Binding; positions count from 1

    func bind(_ position: Int32, _ number: Int64) { sqlite3_bind_int64(handle, position, number) }

    func bind(_ position: Int32, _ number: Int?) {
        if let number { sqlite3_bind_int64(handle, position, Int64(number)) } else { bindNull(position) }
    }

    func bind(_ position: Int32, _ text: String?) {
        guard var text else { return bindNull(position) }
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                _ = sqlite3_bind_text(
                    handle, position, characters.baseAddress ?? Self.emptyText, Int32(characters.count),
                    Self.copied)
            }
        }
    }

    func bind(_ position: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            if let base = buffer.baseAddress {
                _ = sqlite3_bind_blob(handle, position, base, Int32(buffer.count), Self.copied)
            } else {
                _ = sqlite3_bind_zeroblob(handle, position, 0)
            }
        }
    }

    private func bindNull(_ position: Int32) { sqlite3_bind_null(handle, position) }

    /// SQLITE_TRANSIENT: SQLite takes its own copy at once.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    private static var emptyText: UnsafePointer<CChar> {
        UnsafeRawPointer(StaticString("").utf8Start).assumingMemoryBound(to: CChar.self)
    }

    // MARK: Running

    /// The next row, if there is one.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = sqlite3_db_handle(handle).flatMap(sqlite3_errmsg).map { String(cString: $0) }
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Runs a statement that gives no rows and makes it ready for the next values.
    func run() throws {
        _ = try step()
        reset()
    }

    // MARK: Columns of the row stepped to; positions count from 0

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : Int(integer(column)) }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
