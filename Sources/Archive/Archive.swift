package import Diagnostics
internal import Foundation
internal import GRDB
package import Outcomes

/// A file of runs that were kept: what they were made from, and what came out.
///
/// Invariant: a run stands in the store whole or not at all. It is written in one transaction once all its
/// results are there, so a program that is killed leaves the store as it was before.
package struct Archive {
  /// Marks the file as ours: the letters `hegn`.
  private static let mark: Int32 = 0x6865_676E

  let path: String
  private let database: DatabaseQueue

  /// Opens a store, or makes one where there is none.
  ///
  /// - Parameter patience: how many seconds to wait while another program writes.
  /// - Throws: `store-unreadable`, `store-locked`, `store-foreign`, `store-newer`.
  package init(keepingAt path: String, patience: Double = 5) throws(Diagnostic) {
    try self.init(path, makes: true, patience: patience)
  }

  /// Opens a store to look at it. What a killed program left half written is taken back; nothing else is
  /// written.
  ///
  /// - Throws: as above, and `store-unreadable` where there is none.
  package init(at path: String) throws(Diagnostic) {
    guard FileManager.default.fileExists(atPath: path) else { throw ArchiveError.missing(path) }
    try self.init(path, makes: false, patience: 5)
  }

  /// - Parameter makes: whether a store is made of nothing. Never opened for reading only: SQLite then could not
  ///   take back what is half written.
  private init(_ path: String, makes: Bool, patience: Double) throws(Diagnostic) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    database = try Self.telling(path) {
      try DatabaseQueue(path: path, configuration: configuration)
    }
    let (isOurs, isNewer, isEmpty) = try Self.telling(path) {
      try database.read { store in
        let tables = try Int.fetchOne(store, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        let mark = try Int32.fetchOne(store, sql: "PRAGMA application_id")
        let isOurs = mark == Self.mark
        return (isOurs, isOurs ? try ArchiveSchema.migrator.hasBeenSuperseded(store) : false, tables == 0)
      }
    }
    if isNewer { throw ArchiveError.newer(path) }
    guard isOurs || (isEmpty && makes) else { throw ArchiveError.foreign(path) }
    guard makes else { return }
    try Self.telling(path) { try ArchiveSchema.migrator.migrate(database) }
  }

  /// Keeps a run.
  ///
  /// - Parameters:
  ///   - document: the whole result as JSON.
  ///   - moment: when it was made, as `2026-11-22T08:30:00Z`.
  /// - Returns: its number.
  /// - Throws: `store-locked`, `store-unwritable`.
  package func keep(
    _ receipt: Receipt, figures: [Figure], document: String, moment: String
  ) throws(Diagnostic) -> Int64 {
    try telling {
      try database.write { store in
        try store.execute(
          sql: "INSERT INTO run (moment, program, command, seed, document) VALUES (?, ?, ?, ?, ?)",
          arguments: [moment, receipt.program, receipt.command, String(receipt.seed), document])
        let run = store.lastInsertedRowID
        for input in receipt.inputs {
          try store.execute(
            sql: "INSERT INTO input (run, kind, files, sha256) VALUES (?, ?, ?, ?)",
            arguments: [run, input.kind.rawValue, input.files.joined(separator: "\n"), input.sha256])
        }
        let insert = try store.makeStatement(
          sql: "INSERT INTO figure (run, place, scenario, law, name, key, value, unit) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (place, figure) in figures.enumerated() {
          try insert.execute(arguments: [
            run, place, figure.scenario, figure.law, figure.name, figure.key, figure.value, figure.unit,
          ])
        }
        return run
      }
    }
  }

  /// Every run, in the order in which they were kept.
  package func runs() throws(Diagnostic) -> [KeptRun] {
    try telling {
      try database.read { store in
        try Row.fetchAll(store, sql: "SELECT * FROM run ORDER BY id").map { row in
          try KeptRun(row, inputs: Self.inputs(of: row["id"], in: store))
        }
      }
    }
  }

  /// - Throws: `no-such-run`.
  package func run(_ number: Int64) throws(Diagnostic) -> KeptRun {
    guard let run = try runs().first(where: { $0.number == number }) else {
      throw ArchiveError.unknown(number, path)
    }
    return run
  }

  /// The figures of a run, in their order; none when there is no such run.
  package func figures(of run: Int64) throws(Diagnostic) -> [Figure] {
    try telling {
      try database.read { store in
        try Row.fetchAll(
          store, sql: "SELECT * FROM figure WHERE run = ? ORDER BY place", arguments: [run]
        ).map { row in
          Figure(
            scenario: row["scenario"], law: row["law"], name: row["name"], key: row["key"],
            value: row["value"], unit: row["unit"])
        }
      }
    }
  }

  private static func inputs(of run: Int64, in store: Database) throws -> [Receipt.Input] {
    try Row.fetchAll(store, sql: "SELECT * FROM input WHERE run = ? ORDER BY rowid", arguments: [run])
      .compactMap { row in
        let (kind, files): (String, String) = (row["kind"], row["files"])
        return Receipt.Input.Kind(rawValue: kind).map {
          Receipt.Input(
            kind: $0, files: files.split(separator: "\n").map(String.init), sha256: row["sha256"])
        }
      }
  }

  private func telling<Result>(_ work: () throws -> Result) throws(Diagnostic) -> Result {
    try Self.telling(path, work)
  }

  private static func telling<Result>(
    _ path: String, _ work: () throws -> Result
  ) throws(Diagnostic) -> Result {
    do { return try work() } catch { throw ArchiveError.diagnostic(for: error, at: path) }
  }
}

/// A run as it stands in a store.
package struct KeptRun: Sendable {
  package let number: Int64
  /// When it was made: `2026-11-22T08:30:00Z`.
  package let moment: String
  package let receipt: Receipt
  /// The whole result as JSON, byte for byte as it was printed.
  package let document: String
}

extension KeptRun {
  init(_ row: Row, inputs: [Receipt.Input]) {
    let seed: String = row["seed"]
    self.init(
      number: row["id"], moment: row["moment"],
      receipt: Receipt(
        program: row["program"], command: row["command"], seed: UInt64(seed) ?? 0, inputs: inputs),
      document: row["document"])
  }
}
