internal import CLibYAML
package import Diagnostics

/// The one door to libyaml.
///
/// libyaml counts lines, columns and characters from 0 and hands out pointers into its own memory;
/// neither leaves this file. What comes out are values with places that count from 1.
///
/// A class, since the C parser must stay at one address and be freed exactly once.
package final class YAMLEventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// The file as libyaml counts it: one element a character, without the byte order mark.
  private let source: [Unicode.Scalar]
  private let file: String
  private var isOver = false

  /// - Throws: `yaml-syntax` when there is no memory for a parser.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    // libyaml takes a byte order mark for the first column once it has been told the encoding, and
    // guesses UTF-16 when it has not.
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    // libyaml asserts that there is a buffer, even for nothing.
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, body.count))
    _ = input.initialize(from: body)
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      input.deallocate()
      throw Diagnostic(
        .error, "yaml-syntax", "there is not enough memory to read the file", at: .start(of: file))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, body.count)
    self.parser = parser
    self.input = input
    // Bytes that are no UTF-8 shift what stands after them, but libyaml stops at them.
    source = YAMLEventReader.scalars(of: String(decoding: body, as: UTF8.self))
    self.file = file
  }

  /// The scalars of a text. A text is UTF-8 without fault, so the first byte of each tells how many follow.
  private static func scalars(of text: String) -> [Unicode.Scalar] {
    // Told how many there are, a list notes it, and the empty one is shared by all threads.
    guard !text.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var index = 0
        while index < bytes.count {
          let first = bytes[index]
          let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
          var value = length == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(length + 1))
          for follower in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(follower & 0x3F) }
          scalars.initializeElement(at: count, to: Unicode.Scalar(value) ?? "\u{FFFD}")
          count += 1
          index += length
        }
      }
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event, or `nil` at the end of the file and after a rejection.
  ///
  /// - Throws: `yaml-syntax` where libyaml rejects the text, `not-utf8` where there is none.
  package func next() throws(Diagnostic) -> YAMLEvent? {
    while !isOver {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else {
        isOver = true
        throw rejection()
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { isOver = true }
      if let translated = translation(of: event) { return translated }
    }
    return nil
  }

  private func translation(of event: yaml_event_t) -> YAMLEvent? {
    let range = SourceRange(
      file: file, start: position(event.start_mark), end: position(event.end_mark))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(.documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(.documentEnd, range: range)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(.sequenceEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(.mappingEnd, range: range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(.alias(text(event.data.alias.anchor) ?? ""), range: range)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE),
        anchor: text(start.anchor), tag: text(start.tag), range: range)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE),
        anchor: text(start.anchor), tag: text(start.tag), range: range)
    case YAML_SCALAR_EVENT: return scalar(event, range: range)
    default: return nil
    }
  }

  private func scalar(_ event: yaml_event_t, range: SourceRange) -> YAMLEvent {
    let scalar = event.data.scalar
    let (anchor, tag) = (text(scalar.anchor), text(scalar.tag))
    let style: YAMLScalar.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let content = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let marked = ScalarText.marking(
      content, style: style, range: range, in: source,
      from: Int(event.start_mark.index), to: Int(event.end_mark.index),
      hasProperties: anchor != nil || tag != nil)
    return YAMLEvent(
      .scalar(YAMLScalar(marked, style: style)), anchor: anchor, tag: tag, range: marked.range)
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

// MARK: What libyaml refuses

extension YAMLEventReader {
  private func rejection() -> Diagnostic {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "there is not enough memory to read the file"
    if parser.error == YAML_READER_ERROR {
      return unreadable(problem, byte: Int(parser.problem_offset))
    }
    guard parser.error != YAML_MEMORY_ERROR else {
      return Diagnostic(.error, "yaml-syntax", problem, at: .start(of: file))
    }
    var notes: [Diagnostic.Note] = []
    if let context = parser.context {
      notes.append(.init(String(cString: context), at: range(at: position(parser.context_mark))))
    }
    let index = Int(parser.problem_mark.index)
    return Diagnostic(
      .error, "yaml-syntax", problem, at: range(at: position(parser.problem_mark)),
      hint: hint(problem, at: index < source.count ? source[index] : nil), notes: notes)
  }

  /// libyaml gives no mark for what it cannot read, only how many bytes went before.
  private func unreadable(_ problem: String, byte offset: Int) -> Diagnostic {
    // Inside a broken character the count goes up to the broken byte; the character's start is wanted.
    var before: [Unicode.Scalar] = []
    var bytes = input[..<min(offset, input.count)].makeIterator()
    var decoder = UTF8.ForwardParser()
    while case .valid(let encoded) = decoder.parseScalar(from: &bytes) {
      before.append(UTF8.decode(encoded))
    }
    var cursor = SourceCursor.start
    while cursor.index < before.count { cursor.advance(in: before) }
    let place = range(at: cursor.position)
    if problem == "control characters are not allowed" {
      return Diagnostic(
        .error, "yaml-syntax", problem, at: place, hint: "remove the invisible character")
    }
    return Diagnostic(
      .error, "not-utf8", "the file is no UTF-8 text from here on: \(problem)", at: place,
      hint: "save the file as UTF-8")
  }

  private func range(at position: SourcePosition) -> SourceRange {
    SourceRange(file: file, start: position, end: position)
  }

  /// What helps against the mistakes that are made most.
  private func hint(_ problem: String, at scalar: Unicode.Scalar?) -> String? {
    if scalar == "\t" { return "indent with spaces instead of the tab" }
    switch problem {
    case "mapping values are not allowed in this context":
      return "put quotes around a text that contains ': '"
    case "found character that cannot start any token":
      return "put quotes around the text"
    case "could not find expected ':'":
      return "write 'key: value', or indent the line if it continues the one above"
    case "found unknown escape character":
      return "write '\\\\' for a backslash, or use single quotes"
    default: return nil
    }
  }
}
