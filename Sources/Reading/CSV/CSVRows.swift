internal import Diagnostics

/// Rows of comma-separated text, one at a time, at the speed of bytes.
///
/// Cells may be quoted, with a quote inside written twice; rows end with a line feed, with or without a
/// carriage return before it; a byte order mark at the very beginning is passed over. Memory holds one
/// piece of the file and one row, and is the same for every copy: rows are read through one of them.
///
/// - Source: RFC 4180, in UTF-8, and any one character for the comma.
struct CSVRows {
  /// Longer rows are taken for a quote that was never closed.
  static let longestRow = 1 << 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var source: ByteSource
  private let separator: UInt8
  private let buffer = RowBuffer()
  /// Cells in which quotes were written twice, without them.
  private let unquoted = RowBuffer()
  /// Where the next row begins.
  private var next = 0
  private var isAtEnd = false
  private var isAtStart = true
  /// The line on which the next row begins, counted from 1.
  private var nextLine = 1

  /// The row last read.
  private(set) var line = 0
  private var rowStart = 0
  /// How many cells it has.
  private(set) var count = 0
  /// Its cells, and room for more.
  private var cells: [Range<Int>] = []
  /// Where cells in which quotes were written twice stand among those without them.
  private var places: [Int: Range<Int>] = [:]

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
      var isPlain = false
      if !splitPlainRow(&isPlain) {
        guard try fill() else { return false }
        line = nextLine
        rowStart = next
        let fault = scan()
        if let fault { throw fault }
      }
      if count == 1, cells[0].isEmpty, buffer.bytes[rowStart] != UInt8(ascii: "\"") { continue }
      if !isPlain { try checkText() }
      return true
    }
  }

  /// The bytes of a cell, quotes removed; they are there until the next row is read.
  @inline(__always)  // Or all of the reader is copied for each cell that is asked for.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    if !places.isEmpty, let place = places[index] { return UnsafeBufferPointer(rebasing: unquoted.bytes[place]) }
    return UnsafeBufferPointer(rebasing: buffer.bytes[cells[index]])
  }

  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Where a cell stands: its line, and its column in characters.
  func place(_ index: Int) -> SourceRange {
    guard index < count else {
      let end = position(of: count > 0 ? cells[count - 1].upperBound : rowStart)
      return SourceRange(file: source.file, start: end, end: end)
    }
    return SourceRange(
      file: source.file, start: position(of: cells[index].lowerBound),
      end: position(of: cells[index].upperBound))
  }

  /// Where the row begins.
  var place: SourceRange { place(0) }

  private func position(of offset: Int) -> SourcePosition {
    var line = self.line
    var column = 1
    for byte in buffer.bytes[rowStart..<min(offset, buffer.count)] {
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
  /// A word at a time: cells are short, and looking for each end by itself costs more than the looking.
  ///
  /// - Parameter isPlain: whether all its letters are plain ones.
  /// - Returns: `false`, having done nothing that counts, for any other: `fill` and `scan` see to it.
  private mutating func splitPlainRow(_ isPlain: inout Bool) -> Bool {
    guard !isAtStart, next < buffer.count else { return false }
    let (bytes, end) = (UnsafeRawPointer(buffer.start), buffer.count)
    let (commas, feeds, quotes) = (Bytes(of: separator), Bytes(of: 0x0A), Bytes(of: 0x22))
    let from = next
    let row: (feed: Int, cells: Int, letters: UInt64)? = cells.withUnsafeMutableBufferPointer { cells in
      var (count, start, offset) = (0, from, from)
      var all: UInt64 = 0
      while offset < end {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        var marks = commas.marks(in: word) | feeds.marks(in: word) | quotes.marks(in: word)
        while marks != 0 {
          let place = offset + marks.trailingZeroBitCount / 8
          let byte = bytes.load(fromByteOffset: place, as: UInt8.self)
          guard place < end, byte != 0x22, count < cells.count else { return nil }
          if byte == 0x0A {
            let hasReturn = place > start && bytes.load(fromByteOffset: place - 1, as: UInt8.self) == 0x0D
            cells[count] = start..<(hasReturn ? place - 1 : place)
            // What follows the row in its last word is not looked at.
            return (place, count + 1, all | word & ~(~0 << UInt64(8 * (place - offset))))
          }
          cells[count] = start..<place
          count += 1
          start = place + 1
          marks &= marks - 1
        }
        all |= word
        offset += RowBuffer.word
      }
      return nil
    }
    guard let row else { return false }
    if !places.isEmpty { places = [:] }
    count = row.cells
    isPlain = row.letters & 0x8080_8080_8080_8080 == 0
    line = nextLine
    rowStart = from
    next = row.feed + 1
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
      buffer.append(piece)
    }
    if isAtStart {
      isAtStart = false
      if buffer.bytes.starts(with: CSVRows.byteOrderMark) { next = CSVRows.byteOrderMark.count }
    }
    return next < buffer.count
  }

  /// Whether a line ends outside quotes before the buffer does. A quote opens a cell only where the cell begins,
  /// as `scan` has it.
  private func hasWholeRow() -> Bool {
    let bytes = buffer.bytes
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

  /// Splits the row at `next` into cells and passes over it.
  private mutating func scan() -> Fault? {
    cells.removeAll(keepingCapacity: true)
    places = [:]
    unquoted.removeAll()
    var fault: Break?
    var offset = next
    var lines = 0
    let bytes = buffer.bytes
    let count = bytes.count
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
        if doubled { places[cells.count] = unquote(bytes[(opened + 1)..<offset]) }
        cells.append((opened + 1)..<offset)
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
        cells.append(start..<end)
      }
      guard offset < count, bytes[offset] == separator else { break }
      offset += 1
    }
    self.count = cells.count
    let wasTooLong = fault?.code == "unclosed-quote"
    let place = fault.map { fault in
      let start = position(of: fault.offset)
      return SourceRange(file: source.file, start: start, end: SourcePosition(line: start.line, column: start.column + 1))
    }
    // What follows a quote that is never closed cannot be told apart: go on after its first line.
    if wasTooLong, let end = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) {
      offset = end
      lines = 0
    }
    next = min(offset + 1, count)
    nextLine = line + lines + 1
    guard let fault, let place else { return nil }
    return Fault(code: fault.code, message: fault.message, hint: fault.hint, place: place)
  }

  /// Takes a quote of two that stand in a cell.
  private func unquote(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int> {
    let start = unquoted.count
    var wasQuote = false
    unquoted.append(
      cell.filter { byte in
        wasQuote = byte == UInt8(ascii: "\"") && !wasQuote
        return !wasQuote
      })
    return start..<unquoted.count
  }

  /// Plain letters need no second look; others must be UTF-8, in the row and so in every cell, for what
  /// stands between cells is plain.
  private func checkText() throws {
    let row = UnsafeBufferPointer(rebasing: buffer.bytes[rowStart..<(count > 0 ? cells[count - 1].upperBound : rowStart)])
    if row.allSatisfy({ $0 < 0x80 }) || String(validating: row, as: UTF8.self) != nil { return }
    for index in 0..<count where String(validating: self[index], as: UTF8.self) == nil {
      throw Fault(
        code: "not-utf8", message: "this cell is not UTF-8", hint: "save the file as UTF-8", place: place(index))
    }
  }
}

/// A byte, eight times.
private struct Bytes {
  private let all: UInt64

  init(of byte: UInt8) { all = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The highest bit of each byte of a word that is this byte, and no other bit.
  func marks(in word: UInt64) -> UInt64 {
    let (low, different): (UInt64, UInt64) = (0x7F7F_7F7F_7F7F_7F7F, word ^ all)
    return ~(((different & low) &+ low) | different | low)
  }
}
