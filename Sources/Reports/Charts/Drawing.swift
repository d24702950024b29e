internal import Vocabulary

/// A picture as it grows: shapes and words on a sheet of whole units.
///
/// - Unit: the sheet is 1,440 units wide, whatever the page makes of it; on A4 that is 8 to a millimetre.
///   Whole numbers only, so that the same figures give the same bytes.
///
/// Pictures are for black and white: what differs, differs in pattern, place or word, never in hue alone.
struct Drawing {
  static let width = 1_440

  /// How a surface is filled.
  enum Fill: CaseIterable, Sendable {
    case paper, light, hatch, dots, solid

    /// Whether words on it need a rim of paper around them.
    var isPatterned: Bool { self == .hatch || self == .dots }
  }

  enum Anchor: String { case start, middle, end }

  enum Weight { case plain, bold }

  /// - Unit: the height of a line of words.
  static let fontSize = 22

  /// Unique on the page; what the picture's parts are called starts with it.
  let id: String
  private(set) var height = 0
  private var marks: [Markup] = []
  private var patterns: Set<Fill> = []

  init(id: String) { self.id = id }

  /// - Returns: how wide words are at most, in the sans-serif fonts of the usual systems.
  static func width(of text: String, size: Int = fontSize) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.properties.isUppercase || "mwMW%".unicodeScalars.contains(scalar) ? 78 : 60)
    } * size / 100
  }

  mutating func rectangle(
    x: Int, y: Int, width: Int, height: Int, fill: Fill, tip: String? = nil
  ) {
    reach(y + height)
    patterns.insert(fill)
    let attributes: [Markup.Attribute] = numbers([("x", x), ("y", y), ("width", width), ("height", height)])
      + [attribute("fill", colour(fill)), attribute("stroke", Palette.ink), attribute("stroke-width", "2")]
    marks.append(.element("rect", attributes, tip.map { [.tag("title", [:], $0)] } ?? []))
  }

  mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), width: Int = 2, isDashed: Bool = false,
    colour: String = Palette.ink
  ) {
    reach(max(start.y, end.y))
    var attributes = numbers([("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)])
    attributes += [attribute("stroke", colour), attribute("stroke-width", String(width))]
    if isDashed { attributes.append(attribute("stroke-dasharray", "10 6")) }
    marks.append(.element("line", attributes, []))
  }

  /// A square on its corner.
  mutating func diamond(x: Int, y: Int, radius: Int, tip: String? = nil) {
    reach(y + radius)
    let path = "M\(x) \(y - radius)L\(x + radius) \(y)L\(x) \(y + radius)L\(x - radius) \(y)Z"
    marks.append(
      .element(
        "path", [attribute("d", path), attribute("fill", Palette.ink)], tip.map { [.tag("title", [:], $0)] } ?? []))
  }

  /// - Parameters:
  ///   - y: where the words stand, not their middle.
  ///   - rim: whether they have a rim of paper, for words across lines or patterns.
  mutating func text(
    _ text: String, x: Int, y: Int, anchor: Anchor = .start, size: Int = Drawing.fontSize,
    weight: Weight = .plain, colour: String = Palette.ink, rim: Bool = false
  ) {
    reach(y + size / 4)
    var attributes = numbers([("x", x), ("y", y), ("font-size", size)])
    attributes.append(attribute("fill", colour))
    if anchor != .start { attributes.append(attribute("text-anchor", anchor.rawValue)) }
    if weight == .bold { attributes.append(attribute("font-weight", "bold")) }
    if rim {
      attributes += [
        attribute("stroke", Palette.paper), attribute("stroke-width", "8"),
        attribute("stroke-linejoin", "round"), attribute("paint-order", "stroke"),
      ]
    }
    marks.append(.element("text", attributes, [.text(text)]))
  }

  /// - Parameters:
  ///   - title: what the picture is called.
  ///   - description: what somebody is told who does not see it.
  func svg(title: String, description: String) -> Markup {
    let used = Fill.allCases.filter { $0.isPatterned && patterns.contains($0) }
    return .tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Drawing.width) \(height + 8)", "role": "img",
        "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-description",
        "font-family": Palette.fonts,
      ],
      [.tag("title", ["id": "\(id)-title"], title), .tag("desc", ["id": "\(id)-description"], description)]
        + (used.isEmpty ? [] : [.tag("defs", [:], used.map(pattern))]) + marks)
  }

  private mutating func reach(_ y: Int) { height = max(height, y) }

  private func attribute(_ name: String, _ value: String) -> Markup.Attribute {
    Markup.Attribute(name: name, value: value)
  }

  private func numbers(_ pairs: [(String, Int)]) -> [Markup.Attribute] {
    pairs.map { attribute($0.0, String($0.1)) }
  }

  private func colour(_ fill: Fill) -> String {
    switch fill {
    case .paper: Palette.paper
    case .light: Palette.light
    case .solid: Palette.solid
    case .hatch, .dots: "url(#\(id)-\(fill))"
    }
  }

  private func pattern(_ fill: Fill) -> Markup {
    let size = fill == .hatch ? "16" : "14"
    let mark: Markup =
      fill == .hatch
      ? .tag("path", ["d": "M-4 4L4 -4M0 16L16 0M12 20L20 12", "stroke": Palette.pattern, "stroke-width": "3"])
      : .tag("circle", ["cx": "7", "cy": "7", "r": "2", "fill": Palette.pattern])
    return .tag(
      "pattern",
      ["id": "\(id)-\(fill)", "width": size, "height": size, "patternUnits": "userSpaceOnUse"],
      [.tag("rect", ["width": size, "height": size, "fill": Palette.paper]), mark])
  }
}

/// The colours of pages and pictures: each kind of words has 4.5 times the contrast of what it stands on.
enum Palette {
  static let ink = "#1a1a1a"
  static let muted = "#4a4a4a"
  static let paper = "#ffffff"
  static let light = "#e9e9e9"
  static let rule = "#b5b5b5"
  static let solid = "#4a4a4a"
  /// Strokes and dots of patterns: what fills a surface and is no word.
  static let pattern = "#7d7d7d"
  static let accent = "#0b3d66"
  static let fonts = "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"
}
