/// A piece of a page: HTML, and the SVG within it, which are escaped alike.
///
/// The one place where text becomes markup. What is printed is well-formed XML as well, so that any parser
/// can check it. Plain values instead of templates: nothing to read at start-up, nothing left unescaped.
enum Markup: Hashable, Sendable {
  case text(String)
  indirect case element(String, [Attribute], [Markup])

  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { Attribute(name: $0.key, value: $0.value) }, children)
  }

  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> Markup {
    .tag(name, attributes, [.text(text)])
  }

  /// Elements that hold nothing and are written without an end: of HTML, and the shapes of SVG.
  private static let empty: Set<String> = ["br", "circle", "line", "meta", "path", "rect"]

  /// Elements stand on lines of their own, unless there is text beside them.
  func print(to page: inout String) {
    switch self {
    case .text(let text): Markup.escape(text, to: &page)
    case .element(let name, let attributes, let children):
      page += "<\(name)"
      for attribute in attributes {
        page += " \(attribute.name)=\""
        Markup.escape(attribute.value, to: &page)
        page += "\""
      }
      if children.isEmpty, Markup.empty.contains(name) {
        page += "/>"
        return
      }
      page += ">"
      let isRunning = children.contains { if case .text = $0 { true } else { false } }
      for child in children {
        if !isRunning { page += "\n" }
        child.print(to: &page)
      }
      if !isRunning, !children.isEmpty { page += "\n" }
      page += "</\(name)>"
    }
  }

  /// - Source: HTML Living Standard, section 13.3; control characters, which no page may hold, are left out.
  private static func escape(_ text: String, to page: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      case "\t", "\n", "\r": page += " "
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      case _ where scalar.value & 0xFFFE == 0xFFFE: continue
      default: page.unicodeScalars.append(scalar)
      }
    }
  }
}
