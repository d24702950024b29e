internal import Foundation
internal import TestSupport

/// A real browser, where the machine has one: Debian's package `chromium`.
enum Chromium {
  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["HEGN_CHROMIUM"].map { [$0] } ?? []
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = (named + folders.flatMap { ["\($0)/chromium", "\($0)/google-chrome"] }).first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    if found == nil {
      FileHandle.standardError.write(
        Data("NO BROWSER: pages are NOT LOOKED AT; install the package 'chromium'\n".utf8))
    }
    return found
  }()

  /// The page as the browser holds it when its scripts are done.
  static func document(of page: URL, width: Int) throws -> String {
    try run(["--window-size=\(width),1000", "--virtual-time-budget=20000", "--dump-dom", page.absoluteString])
  }

  static func picture(of page: URL, width: Int, height: Int, to file: URL) throws {
    _ = try run(["--window-size=\(width),\(height)", "--screenshot=\(file.path)", page.absoluteString])
  }

  /// The pages as they leave the printer.
  static func print(_ page: URL, to file: URL) throws {
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(file.path)", page.absoluteString])
  }

  private static func run(_ arguments: [String]) throws -> String {
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appendingPathComponent("out")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    // Without its sandbox, which a container seldom lets it have; the page is our own.
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--user-data-dir=\(folder.path)/profile",
      ] + arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8)
  }
}

/// What a script finds in a page that the browser shows. Only the tests' copy of a page has a script.
struct PageMeasure: Decodable {
  /// Words whose contrast is below 4.5 to 1, with the contrast in hundredths.
  let faint: [String]
  /// Words in pictures that leave the picture, or meet other words or a line.
  let crowded: [String]
  /// How many pieces of words were held against what they stand on.
  let words: Int
  let width: Int
  let height: Int

  init(_ page: String, width: Int, in folder: URL) throws {
    let copy = folder.appendingPathComponent("measured-\(width).html")
    let measured = page.replacing("</body>", with: "<script>\(Self.script)</script></body>")
    try Data(measured.utf8).write(to: copy)
    let document = try Chromium.document(of: copy, width: width)
    guard let start = document.range(of: "MEASURED{"), let end = document.range(of: "}MEASURED") else {
      throw CocoaError(.fileReadCorruptFile)
    }
    let json = document[start.upperBound..<end.lowerBound].replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    self = try JSONDecoder().decode(PageMeasure.self, from: Data("{\(json)}".utf8))
  }

  /// - Source: contrast as WCAG 2.2 defines it.
  private static let script = #"""
    function parts(colour) { return (colour.match(/[\d.]+/g) || []).map(Number); }
    function luminance(colour) {
      const [r, g, b] = parts(colour).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
    function contrast(a, b) {
      const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    }
    function behind(element) {
      for (let e = element; e; e = e.parentElement) {
        const colour = getComputedStyle(e).backgroundColor;
        if (parts(colour).length == 3 || parts(colour)[3] > 0) return colour;
      }
      return "rgb(255, 255, 255)";
    }
    function inside(box, x, y) { return x > box.left && x < box.right && y > box.top && y < box.bottom; }
    const found = { faint: [], crowded: [], words: 0 };
    function note(text, colour, ground) {
      found.words += 1;
      const value = contrast(colour, ground);
      if (!(value >= 4.5)) found.faint.push(Math.round(value * 100) + ": " + text.trim().slice(0, 40));
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent.trim() || parent.closest("svg, script, style")) continue;
      note(node.textContent, getComputedStyle(parent).color, behind(parent));
    }
    for (const svg of document.querySelectorAll("svg")) {
      const sheet = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll("text")];
      texts.forEach((text, index) => {
        const box = text.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
        const name = svg.querySelector("title").textContent + ": " + text.textContent;
        const under = [...svg.querySelectorAll("rect")].filter(rect =>
          rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
          && !rect.closest("defs") && inside(rect.getBoundingClientRect(), x, y)).pop();
        const fill = under ? getComputedStyle(under).fill : "rgb(255, 255, 255)";
        const rim = getComputedStyle(text).paintOrder.startsWith("stroke") && getComputedStyle(text).stroke;
        const ground = fill.startsWith("rgb") ? fill : rim && rim != "none" ? rim : getComputedStyle(text).fill;
        note(name, getComputedStyle(text).fill, ground);
        if (box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1)
          found.crowded.push("leaves: " + name);
        for (const line of svg.querySelectorAll("line")) {
          const b = line.getBoundingClientRect();
          const meets = Math.min(box.right, b.right) - Math.max(box.left, b.left) >= 0 && Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top) > 3;
          const covered = under && line.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_FOLLOWING;
          const isRimmed = rim && rim != "none" && line.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
          if (meets && !covered && !isRimmed) found.crowded.push("a line crosses: " + name);
        }
        for (const other of texts.slice(index + 1)) {
          const b = other.getBoundingClientRect();
          if (Math.min(box.right, b.right) - Math.max(box.left, b.left) > 1 && Math.min(box.bottom, b.bottom) - Math.max(box.top, b.top) > 3)
            found.crowded.push("meets '" + other.textContent + "': " + name);
        }
      });
    }
    found.width = document.documentElement.scrollWidth;
    found.height = document.documentElement.scrollHeight;
    const told = document.createElement("pre");
    told.textContent = "MEASURED" + JSON.stringify(found) + "MEASURED";
    document.body.append(told);
    """#
}
