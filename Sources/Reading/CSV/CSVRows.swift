internal import Diagnostics
internal import Foundation

/// Rows of comma-separated text, one at a time, at the speed of bytes.
///
/// Cells may be quoted, with a quote inside written twice; rows end with a line feed, with or without a
/// carriage return before it; a byte order mark at the very beginning is passed over. Memory holds one
/// piece of the file and one row.
///
/// - Source: RFC 4180, in UTF-8, and any one character for the comma.
struct CSVRows {
  /// Longer rows are taken for a quote that was never closed.
  static let longestRow = 1 << 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var source: ByteSource
  private let separator: UInt8
  private var buffer: [UInt8] = []
  /// Where the next row begins.
  private var next = 0
  private var isAtEnd = false
  private var isAtStart = true
  /// The line on which the next row begins, counted from 1.
  private var nextLine = 1

  /// The row last read.
  private(set) var line = 0
  private var rowStart = 0
  private var cells: [Cell] = []

  private struct Cell {
    var start: Int
    var end: Int
    /// Quotes are written twice inside.
    var hasDoubledQuotes: Bool
  }

  /// What is wrong with a row, and in which cell.
  struct Fault: Error {
    let code: String
    let message: String
    let hint: String
    let place: SourceRange
  }

  /// A fault that has no line yet.
  private struct Break {
    let code: String
    let message: String
    let hint: String
    let offset: Int

    init(_ code: String, _ message: String, _ hint: String, _ offset: Int) {
      self.code = code
      self.message = message
      self.hint = hint
      self.offset = offset
    }
  }

  init(_ source: ByteSource, separator: UInt8) {
    self.source = source
    self.separator = separator
  }

  var count: Int { cells.count }

  /// How far into the file the next row begins, and how far the file goes, as far as that is known.
  ///
  /// - Unit: bytes.
  var reach: (read: Int, of: Int?) { (source.count - (buffer.count - next), source.size) }

  /// Reads the next row; empty lines are passed over.
  ///
  /// - Returns: `false` at the end.
  /// - Throws: `Fault` where the row is wrong, having passed over it; `Diagnostic` where the file is.
  mutating func read() throws -> Bool {
    while true {
      if !splitPlainRow() {
        guard try fill() else { return false }
        line = nextLine
        rowStart = next
        let fault = scan()
        if let fault { throw fault }
      }
      if cells.count == 1, cells[0].start == cells[0].end, buffer[rowStart] != UInt8(ascii: "\"") { continue }
      try checkText()
      return true
    }
  }

  /// The bytes of a cell, quotes removed.
  func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let cell = cells[index]
    if cell.hasDoubledQuotes {
      var bytes: [UInt8] = []
      var wasQuote = false
      for byte in buffer[cell.start..<cell.end] {
        if byte == UInt8(ascii: "\""), !wasQuote {
          wasQuote = true
          continue
        }
        wasQuote = false
        bytes.append(byte)
      }
      return try bytes.withUnsafeBufferPointer(body)
    }
    return try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[cell.start..<cell.end])) }
  }

  func text(_ index: Int) -> String { withCell(index) { String(decoding: $0, as: UTF8.self) } }

  /// Where a cell stands: its line, and its column in characters.
  func place(_ index: Int) -> SourceRange {
    guard index < cells.count else {
      let end = position(of: cells.last?.end ?? rowStart)
      return SourceRange(file: source.file, start: end, end: end)
    }
    return SourceRange(
      file: source.file, start: position(of: cells[index].start), end: position(of: cells[index].end))
  }

  /// Where the row begins.
  var place: SourceRange { place(0) }

  private func position(of offset: Int) -> SourcePosition {
    var line = self.line
    var column = 1
    for byte in buffer[rowStart..<min(offset, buffer.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }

  /// Splits a row that stands whole in the buffer and has no quotes, as nearly all do, and passes over it.
  ///
  /// - Returns: `false`, having done nothing, for any other: `fill` and `scan` see to it.
  private mutating func splitPlainRow() -> Bool {
    guard !isAtStart, next < buffer.count else { return false }
    let (from, separator) = (next, Int32(separator))
    cells.removeAll(keepingCapacity: true)
    let length: Int? = buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let row = Optional(base + from),
        let feed = memchr(row, 0x0A, bytes.count - from)
      else { return nil }
      let length = UnsafeRawPointer(feed) - row
      guard length <= CSVRows.longestRow, memchr(row, 0x22, length) == nil else { return nil }
      var start = 0
      while let found = memchr(row + start, separator, length - start) {
        let end = UnsafeRawPointer(found) - row
        cells.append(Cell(start: from + start, end: from + end, hasDoubledQuotes: false))
        start = end + 1
      }
      let hasReturn = length > start && row.load(fromByteOffset: length - 1, as: UInt8.self) == 0x0D
      cells.append(Cell(start: from + start, end: from + length - (hasReturn ? 1 : 0), hasDoubledQuotes: false))
      return length
    }
    guard let length else { return false }
    line = nextLine
    rowStart = from
    next = from + length + 1
    nextLine += 1
    return true
  }

  /// Sees that a whole row stands in the buffer.
  ///
  /// - Returns: `false` when nothing is left.
  private mutating func fill() throws(Diagnostic) -> Bool {
    if hasWholeRow() { return true }
    buffer.removeFirst(next)
    next = 0
    while !isAtEnd, buffer.count <= CSVRows.longestRow, isAtStart && buffer.count < 3 || !hasWholeRow() {
      let piece = try source.next()
      isAtEnd = piece.isEmpty
      buffer += piece
    }
    if isAtStart {
      isAtStart = false
      if buffer.starts(with: CSVRows.byteOrderMark) { next = CSVRows.byteOrderMark.count }
    }
    return next < buffer.count
  }

  /// Whether a line ends outside quotes before the buffer does. A quote opens a cell only where the cell begins,
  /// as `scan` has it.
  private func hasWholeRow() -> Bool {
    buffer.withUnsafeBufferPointer { bytes in
      var isQuoted = false
      var isAtCellStart = true
      var offset = isAtStart && bytes.starts(with: CSVRows.byteOrderMark) ? CSVRows.byteOrderMark.count : next
      while offset < bytes.count {
        let byte = bytes[offset]
        if isQuoted {
          if byte == UInt8(ascii: "\"") {
            if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") {
              offset += 1
            } else {
              isQuoted = false
            }
          }
        } else if byte == UInt8(ascii: "\n") {
          return true
        } else {
          isQuoted = isAtCellStart && byte == UInt8(ascii: "\"")
          isAtCellStart = byte == separator
        }
        offset += 1
      }
      return false
    }
  }

  /// Splits the row at `next` into cells and passes over it.
  private mutating func scan() -> Fault? {
    cells.removeAll(keepingCapacity: true)
    var fault: Break?
    var offset = next
    var lines = 0
    let count = buffer.count
    buffer.withUnsafeBufferPointer { bytes in
      row: while true {
        if offset < count, bytes[offset] == UInt8(ascii: "\"") {
          let opened = offset
          offset += 1
          var doubled = false
          while true {
            guard offset < count, offset - next <= CSVRows.longestRow else {
              fault = Break("unclosed-quote", "this cell is quoted and never closed", "close it with '\"'", opened)
              break row
            }
            if bytes[offset] == UInt8(ascii: "\"") {
              if offset + 1 < count, bytes[offset + 1] == UInt8(ascii: "\"") {
                doubled = true
                offset += 2
                continue
              }
              break
            }
            if bytes[offset] == UInt8(ascii: "\n") { lines += 1 }
            offset += 1
          }
          cells.append(Cell(start: opened + 1, end: offset, hasDoubledQuotes: doubled))
          offset += 1
          if offset < count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n"),
            bytes[offset] != UInt8(ascii: "\r"), fault == nil
          {
            fault = Break("stray-quote", "text follows a closed quote", "write a quote inside a cell twice", offset)
          }
          while offset < count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        } else {
          let start = offset
          while offset < count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n") {
            if bytes[offset] == UInt8(ascii: "\""), fault == nil {
              fault = Break("stray-quote", "a quote stands inside a cell that is not quoted", "quote the whole cell", offset)
            }
            offset += 1
          }
          var end = offset
          if end > start, end == count || bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
          }
          cells.append(Cell(start: start, end: end, hasDoubledQuotes: false))
        }
        guard offset < count, bytes[offset] == separator else { break }
        offset += 1
      }
    }
    let wasTooLong = fault?.code == "unclosed-quote"
    let place = fault.map { fault in
      let start = position(of: fault.offset)
      return SourceRange(file: source.file, start: start, end: SourcePosition(line: start.line, column: start.column + 1))
    }
    // What follows a quote that is never closed cannot be told apart: go on after its first line.
    if wasTooLong, let end = buffer[next...].firstIndex(of: UInt8(ascii: "\n")) {
      offset = end
      lines = 0
    }
    next = min(offset + 1, count)
    nextLine = line + lines + 1
    guard let fault, let place else { return nil }
    return Fault(code: fault.code, message: fault.message, hint: fault.hint, place: place)
  }

  /// Plain letters need no second look; others must be UTF-8.
  private func checkText() throws {
    let end = cells.last?.end ?? rowStart
    let isPlain = buffer.withUnsafeBufferPointer { bytes in
      // Eight at a time: most rows are short, and most of them plain.
      let words = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rowStart..<end])
      var all: UInt64 = 0
      var offset = 0
      while offset + 8 <= words.count {
        all |= words.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
      }
      while offset < words.count {
        all |= UInt64(words[offset])
        offset += 1
      }
      return all & 0x8080_8080_8080_8080 == 0
    }
    if isPlain { return }
    for index in cells.indices {
      let isText = withCell(index) { String(validating: $0, as: UTF8.self) != nil }
      if !isText {
        throw Fault(
          code: "not-utf8", message: "this cell is not UTF-8", hint: "save the file as UTF-8",
          place: place(index))
      }
    }
  }
}
