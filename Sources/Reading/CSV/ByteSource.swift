package import Diagnostics
internal import Foundation

/// Bytes that come piece by piece, so that a file may be larger than memory.
package struct ByteSource {
  /// What a file is read in.
  static let pieceSize = 1 << 20

  /// Where findings point to.
  package let file: String
  /// How many bytes there are in all; `nil` where only reading tells.
  package let size: Int?
  /// How many have been read.
  private(set) var count = 0
  private let read: () throws -> [UInt8]

  /// - Parameter read: the next bytes; none at the end.
  package init(file: String, size: Int? = nil, read: @escaping () throws -> [UInt8]) {
    self.file = file
    self.size = size
    self.read = read
  }

  /// A text at once.
  package init(_ text: String, file: String) {
    let bytes = [UInt8](text.utf8)
    self.init(bytes, file: file, inPiecesOf: max(1, bytes.count))
  }

  /// Bytes in pieces of a given size: where a piece ends must not matter.
  package init(_ bytes: [UInt8], file: String, inPiecesOf size: Int) {
    var rest = bytes[...]
    self.init(file: file, size: bytes.count) {
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      return [UInt8](piece)
    }
  }

  /// - Throws: `no-such-file`.
  package init(path: String) throws(Diagnostic) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Diagnostic(
        .error, "no-such-file", "there is no file here", at: .start(of: path),
        hint: "check the path '\(path)'")
    }
    // What cannot be sought in, such as a pipe, has no size that is known before its end.
    let size = (try? handle.seekToEnd()).map { Int(clamping: $0) }
    if size != nil { try? handle.seek(toOffset: 0) }
    self.init(file: path, size: size) {
      [UInt8](try handle.read(upToCount: ByteSource.pieceSize) ?? Data())
    }
  }

  /// - Throws: `unreadable`, when the disk refuses.
  mutating func next() throws(Diagnostic) -> [UInt8] {
    do {
      let bytes = try read()
      count += bytes.count
      return bytes
    } catch {
      throw Diagnostic(
        .error, "unreadable", "the file cannot be read", at: .start(of: file),
        hint: "check its permissions")
    }
  }
}
