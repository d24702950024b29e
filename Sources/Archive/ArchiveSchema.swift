internal import GRDB

/// The tables of a store, by the versions in which they came to be. A version is for ever.
enum ArchiveSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { store in
      try store.execute(
        sql: """
          PRAGMA application_id = 0x6865676E;
          CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            moment TEXT NOT NULL,
            program TEXT NOT NULL,
            command TEXT NOT NULL,
            -- Text: a seed has 64 bits without a sign.
            seed TEXT NOT NULL,
            document TEXT NOT NULL
          ) STRICT;
          CREATE TABLE input (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            kind TEXT NOT NULL,
            -- Names, one a line.
            files TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            UNIQUE (run, kind)
          ) STRICT;
          CREATE TABLE figure (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            place INTEGER NOT NULL,
            scenario TEXT NOT NULL,
            law TEXT NOT NULL,
            name TEXT NOT NULL,
            key TEXT NOT NULL,
            value INTEGER,
            unit TEXT NOT NULL,
            PRIMARY KEY (run, place)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}
