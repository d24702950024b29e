internal import Foundation

/// The folders that a person named, beyond which nothing is read.
///
/// A repository of rules may come from anybody, and what is wrong in a file is told with the file's own lines.
/// So a path that a file names, or a link that lies among the files, must not lead a reader out of the folders
/// that were given to it. A path below such a folder is read only when, all links followed, it lies there too.
struct GivenFolders: Sendable {
  /// Where each folder is, all links followed, by the path that it was given as.
  private var places: [String: String] = [:]

  /// Adds a path that a person named. One that lies below a given folder is not given by itself.
  mutating func add(_ path: String) {
    guard !hold(path), places[path] == nil, let place = GivenFolders.place(of: path) else { return }
    places[path] = place
  }

  /// Whether a path below a given folder leads out of it; `false` for what is not there.
  func isLeft(by path: String) -> Bool {
    let above = places.filter { GivenFolders.path(path, liesBelow: $0.key) }
    guard !above.isEmpty, let place = GivenFolders.place(of: path) else { return false }
    return above.values.contains { place != $0 && !GivenFolders.path(place, liesBelow: $0) }
  }

  /// Whether a path is one below a given folder, as it is written.
  func hold(_ path: String) -> Bool { places.keys.contains { GivenFolders.path(path, liesBelow: $0) } }

  /// Whether what a path leads to lies in a folder or below it, all links followed.
  static func path(_ path: String, liesIn folder: String) -> Bool {
    guard let place = place(of: path), let folder = GivenFolders.place(of: folder.isEmpty ? "." : folder) else {
      return false
    }
    return GivenFolders.path(place, liesBelow: folder)
  }

  /// Whether reading from it comes to an end: a pipe or a device may never.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// In bytes; the largest number for what is no file.
  static func size(ofFile path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .max }
    return Int(status.st_size)
  }

  /// Whether it is a link, whatever it leads to.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func path(_ path: String, liesBelow folder: String) -> Bool {
    folder == "/" ? path.hasPrefix("/") : path.hasPrefix("\(folder)/")
  }

  private static func place(of path: String) -> String? {
    guard let place = realpath(path, nil) else { return nil }
    defer { free(place) }
    return String(cString: place)
  }
}
