internal import GRDB

/// Another program's hands on a database.
enum SQLite {
  static func execute(_ sql: String, at path: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  /// Does something while a statement holds the database.
  static func holding<Result>(_ sql: String, at path: String, _ work: () throws -> Result) throws -> Result {
    try DatabaseQueue(path: path).inDatabase { store in
      try store.execute(sql: sql)
      defer { try? store.execute(sql: "ROLLBACK") }
      return try work()
    }
  }
}
