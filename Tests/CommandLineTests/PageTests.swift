internal import Foundation
internal import Parallel
internal import TestSupport
internal import Testing

/// The page that the program writes, in a real browser.
///
/// Pictures are left in `.build/pictures`, or where `HEGN_PICTURES` says, for somebody to look at.
@Suite("A page in a browser", .serialized)
struct PageTests {
  private static let pictures: URL = {
    let named = ProcessInfo.processInfo.environment["HEGN_PICTURES"].map { URL(fileURLWithPath: $0) }
    return named ?? Program.root.appendingPathComponent(".build/pictures", isDirectory: true)
  }()

  private static let reports: [(name: String, arguments: [String])] = [
    ("compare-lise", ["compare", "lise", "soeren", "--lang", "da"]),
    ("compare-four-laws", ["compare", "current", "expert-group-2024", "agreement-2025", "framework", "ulla", "--lang", "en"]),
    (
      "country",
      [
        "compare", "--population", "Scenarios/denmark-2023.yaml", "--citizens", "30", "--practice-sample", "5",
        "--draws", "100", "--shapley", "--orders", "2", "--lang", "da",
      ]
    ),
    ("run-viktor", ["run", "current", "viktor", "--lang", "da"]),
    ("describe-framework", ["describe", "--law", "framework", "--lang", "da"]),
  ]

  @Test("has contrast, keeps its words apart and fits its width, on a screen and on paper",
    .enabled(if: Chromium.path != nil, "install the package 'chromium'"), arguments: reports.map(\.name),
    [1_280, 794])
  func looksRight(name: String, width: Int) throws {
    let text = try Self.page(name)
    try FileManager.default.createDirectory(at: Self.pictures, withIntermediateDirectories: true)
    let page = Self.pictures.appendingPathComponent("\(name).html")
    try Data(text.utf8).write(to: page)

    let measure = try PageMeasure(text, width: width, in: Self.pictures)

    #expect(measure.faint == [])
    #expect(measure.crowded == [])
    #expect(measure.words > 100)
    #expect(measure.width <= width, "the page is wider than its window")
    let picture = Self.pictures.appendingPathComponent("\(name)-\(width).png")
    try Chromium.picture(of: page, width: width, height: min(measure.height, 8_000), to: picture)
    let ink = try Self.ink(in: picture)
    #expect(ink > 10 && ink < 500, "\(ink) of 1,000 points of \(picture.lastPathComponent) are dark")
  }

  @Test("leaves the printer as pages of paper", .enabled(if: Chromium.path != nil, "install the package 'chromium'"))
  func prints() throws {
    let run = try Program.run("compare", "lise", "--format", "html")
    try FileManager.default.createDirectory(at: Self.pictures, withIntermediateDirectories: true)
    let (page, paper) = (
      Self.pictures.appendingPathComponent("printed.html"), Self.pictures.appendingPathComponent("printed.pdf")
    )
    try Data(run.output.utf8).write(to: page)

    try Chromium.print(page, to: paper)

    let pages = String(decoding: try Data(contentsOf: paper), as: UTF8.self).matches(of: /\/Type \/Page\b/).count
    #expect(pages >= 3)
  }

  @Test("needs no network, runs no script, and can be read by ear", arguments: reports.map(\.name))
  func accessible(name: String) throws {
    #expect(PageCheck(try Self.page(name)).problems == [])
  }

  /// What the program writes, once for all tests: a country takes a while.
  private static func page(_ name: String) throws -> String {
    if let known = pages.withLock({ $0[name] }) { return known }
    let arguments = try #require(reports.first { $0.name == name }).arguments
    let run = try Program.run(arguments + ["--format", "html"])
    try #require(run.status == 0, "\(run.errors)")
    pages.withLock { $0[name] = run.output }
    return run.output
  }

  private static let pages = Guarded([String: String]())

  /// How many points of a thousand are dark. The browser itself reads the picture.
  private static func ink(in picture: URL) throws -> Int {
    let data = try Data(contentsOf: picture).base64EncodedString()
    let page = """
      <!DOCTYPE html><title>-</title><body><script>
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas"), context = canvas.getContext("2d");
        [canvas.width, canvas.height] = [image.width, image.height];
        context.drawImage(image, 0, 0);
        const points = context.getImageData(0, 0, image.width, image.height).data;
        let dark = 0;
        for (let i = 0; i < points.length; i += 4) if (points[i] + points[i + 1] + points[i + 2] < 384) dark += 1;
        document.title = "ink " + Math.round(4000 * dark / points.length);
      };
      image.src = "data:image/png;base64,\(data)";
      </script></body>
      """
    let file = pictures.appendingPathComponent("\(picture.lastPathComponent).html")
    try Data(page.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let document = try Chromium.document(of: file, width: 800)
    let found = try #require(document.firstMatch(of: /<title>ink (\d+)<\/title>/), "\(picture.path) cannot be read")
    return try #require(Int(found.1))
  }
}
