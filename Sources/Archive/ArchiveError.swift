internal import Diagnostics
internal import GRDB

/// What can be wrong with a store, told to whoever named it.
enum ArchiveError {
  static func newer(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "store-newer", "'\(path)' was written by a newer hegn than this one", at: place,
      hint: "use that hegn, or name another file")
  }

  static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "store-foreign", "'\(path)' is no store of runs; nothing was written", at: place,
      hint: "name another file")
  }

  static func unknown(_ number: Int64, _ path: String) -> Diagnostic {
    Diagnostic(
      .error, "no-such-run", "'\(path)' holds no run \(number)", at: place,
      hint: "list them with 'hegn runs list --store \(path)'")
  }

  static func diagnostic(for error: any Error, at path: String) -> Diagnostic {
    guard let error = error as? DatabaseError else {
      return unreadable(path, because: "\(error)")
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return Diagnostic(
        .error, "store-locked", "another program is writing to '\(path)'", at: place,
        hint: "try again when it is done")
    case .SQLITE_NOTADB: return foreign(path)
    case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      return Diagnostic(
        .error, "store-unwritable", "'\(path)' cannot be written: \(words(error))", at: place,
        hint: "check its permissions and the room on the disk")
    default: return unreadable(path, because: words(error))
    }
  }

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "store-unreadable", "there is no store '\(path)'", at: place,
      hint: "keep a run in it with 'hegn compare --store \(path)'")
  }

  private static func unreadable(_ path: String, because reason: String) -> Diagnostic {
    Diagnostic(
      .error, "store-unreadable", "'\(path)' cannot be opened: \(reason)", at: place,
      hint: "check the path")
  }

  private static func words(_ error: DatabaseError) -> String {
    error.message ?? error.resultCode.description
  }

  private static let place = SourceRange.start(of: "--store")
}
