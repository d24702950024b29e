internal import Foundation
#if canImport(FoundationXML)
internal import FoundationXML
#endif

/// Holds a page against what a reader with a keyboard, a screen reader or no network needs.
///
/// The page is read as XML, so that a piece of markup that is not closed or not escaped is found as well.
package struct PageCheck {
  package struct Element {
    package let name: String
    package let attributes: [String: String]
    /// The names of what it stands in, outermost first.
    package let ancestors: [String]
    /// Its place among the elements, and that of the element it stands in.
    package let number: Int
    package let parent: Int?
    package fileprivate(set) var text = ""
  }

  package let elements: [Element]
  /// What the parser says of a page that is not well-formed.
  package let failure: String?

  package init(_ page: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    failure = parser.parse() ? nil : "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "")"
    elements = reader.elements
  }

  package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  package func descendants(of element: Element, named name: String) -> [Element] {
    all(name).filter { candidate in
      var parent = candidate.parent
      while let place = parent {
        if place == element.number { return true }
        parent = elements[place].parent
      }
      return false
    }
  }

  /// Everything that is wrong with the page.
  package var problems: [String] {
    if let failure { return ["not well-formed, \(failure)"] }
    return document + headings + pictures + tables + links + strangers
  }

  private var document: [String] {
    var problems: [String] = []
    if all("html").first?.attributes["lang"]?.isEmpty ?? true { problems.append("no language") }
    if all("title").first(where: { $0.ancestors.last == "head" })?.text.isEmpty ?? true {
      problems.append("no title")
    }
    if all("main").count != 1 { problems.append("\(all("main").count) main parts") }
    return problems
  }

  private var headings: [String] {
    let levels = elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.suffix(1)) : nil
    }
    var problems = levels.first == 1 && levels.count { $0 == 1 } == 1 ? [] : ["not one h1 at the start"]
    for (above, below) in zip(levels, levels.dropFirst()) where below > above + 1 {
      problems.append("h\(below) follows h\(above)")
    }
    return problems
  }

  private var pictures: [String] {
    all("svg").flatMap { svg -> [String] in
      var problems = svg.attributes["role"] == "img" ? [] : ["a picture without role"]
      for attribute in ["aria-labelledby", "aria-describedby"] {
        let words = elements.first { $0.attributes["id"] == svg.attributes[attribute] }
        if words?.text.isEmpty ?? true { problems.append("a picture whose \(attribute) says nothing") }
      }
      return problems
    }
      + all("figure").flatMap { figure -> [String] in
        let details = elements.first { $0.attributes["id"] == figure.attributes["aria-details"] }
        return ["svg", "table", "figcaption"].filter { name in
          descendants(of: figure, named: name).isEmpty
            && (name != "table" || details.map { descendants(of: $0, named: name).isEmpty } ?? true)
        }.map { "a figure without \($0)" }
      }
  }

  private var tables: [String] {
    let heads = all("th").filter { !["row", "col"].contains($0.attributes["scope"]) }
    let tables = all("table").filter { table in
      descendants(of: table, named: "caption").first?.text.isEmpty ?? true
    }
    let empty = all("th").filter { $0.text.isEmpty }
    return heads.map { _ in "a heading of a table without scope" } + tables.map { _ in "a table without caption" }
      + empty.map { _ in "an empty heading of a table" }
  }

  private var links: [String] {
    let ids = elements.compactMap { $0.attributes["id"] }
    let twice = Dictionary(grouping: ids, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
    let dead = all("a").compactMap { $0.attributes["href"] }.filter { link in
      !link.hasPrefix("#") || !ids.contains(String(link.dropFirst()))
    }
    return twice.map { "the id '\($0)' twice" } + dead.map { "a link to '\($0)'" }
  }

  /// Scripts, and anything that would ask the network.
  private var strangers: [String] {
    elements.flatMap { element -> [String] in
      var problems =
        ["script", "link", "iframe", "img", "object", "embed"].contains(element.name)
        ? ["a \(element.name)"] : []
      for (name, value) in element.attributes where name != "xmlns" {
        if name.hasPrefix("on") || value.contains("//") { problems.append("\(name)=\"\(value)\"") }
      }
      return problems
    } + (all("style").contains { $0.text.contains("//") || $0.text.contains("@import") } ? ["a style from elsewhere"] : [])
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      elements.append(
        Element(
          name: name, attributes: attributes, ancestors: open.map { elements[$0].name },
          number: elements.count, parent: open.last))
      open.append(elements.count - 1)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      for place in open { elements[place].text += text }
    }
  }
}
