import GRDB

/// The tables of a journal file.
///
/// `journal`, `entry` and `intake_file` are the record. `statement`, `label`, `amendment`, `log_line` and
/// `log_word` are made from it and can be rebuilt; `snapshot` is a cache that can be deleted at any time.
enum JournalSchema {
    /// Marks the file as a journal of ours in SQLite's own header ("Ahul" in ASCII).
    static let applicationID = 0x4168_756C

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: the record") { db in
            try db.execute(sql: record)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("1: derived") { db in try db.execute(sql: derived) }
        migrator.registerMigration("2: duty log") { db in
            try db.execute(sql: LogIndex.tables)
            try LogIndex.fill(db)
        }
        return migrator
    }

    private static let record = """
        CREATE TABLE journal (
            id TEXT NOT NULL PRIMARY KEY,
            nature TEXT NOT NULL,
            scenario TEXT,
            seed TEXT,
            created INTEGER NOT NULL,
            hash BLOB NOT NULL
        );
        CREATE TABLE entry (
            seq INTEGER PRIMARY KEY,
            station TEXT NOT NULL,
            number INTEGER NOT NULL,
            envelope BLOB NOT NULL,
            body BLOB NOT NULL,
            hash BLOB NOT NULL,
            UNIQUE (station, number)
        );
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
        CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
        CREATE TABLE intake_file (
            digest BLOB NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            taken INTEGER NOT NULL,
            stored INTEGER NOT NULL
        );
        """

    /// `statement` is kept in fold order, so that a fold is one scan, and holds the numbers of the busy
    /// kinds as columns, so that the scan decodes no JSON.
    private static let derived = """
        CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
        CREATE TABLE statement (
            known INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            station TEXT NOT NULL,
            number INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            kind INTEGER NOT NULL REFERENCES label(id),
            source INTEGER NOT NULL REFERENCES label(id),
            person INTEGER NOT NULL REFERENCES label(id),
            seat INTEGER NOT NULL REFERENCES label(id),
            confidence INTEGER NOT NULL REFERENCES label(id),
            is_period INTEGER NOT NULL,
            about_from INTEGER NOT NULL,
            about_to INTEGER NOT NULL,
            subject TEXT,
            series INTEGER REFERENCES label(id),
            typed INTEGER NOT NULL,
            direction INTEGER, mode INTEGER, category TEXT, persons INTEGER, vehicles INTEGER,
            waiting_persons INTEGER, waiting_vehicles INTEGER, wait_minutes INTEGER, lanes_open INTEGER,
            open_beds INTEGER, reserve_beds INTEGER, occupied INTEGER, arrived INTEGER, departed INTEGER,
            PRIMARY KEY (known, recorded, station, number)
        ) WITHOUT ROWID;
        CREATE INDEX statement_subject ON statement (subject, about_to, about_from)
            WHERE subject IS NOT NULL;
        CREATE INDEX statement_rare ON statement (kind, subject) WHERE typed = 0;
        CREATE TABLE amendment (
            seq INTEGER PRIMARY KEY,
            target_station TEXT NOT NULL,
            target_number INTEGER NOT NULL
        );
        CREATE TABLE snapshot (
            id INTEGER PRIMARY KEY,
            known INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            station TEXT NOT NULL,
            number INTEGER NOT NULL,
            last_recorded INTEGER NOT NULL,
            entry_count INTEGER NOT NULL,
            form INTEGER NOT NULL,
            digest BLOB NOT NULL,
            picture BLOB NOT NULL
        );
        CREATE INDEX snapshot_known ON snapshot (known);
        """
}
