internal import Foundation

/// Every code that a finding of the rules, the scenarios or the tests beside them can carry.
///
/// A code is for ever: it joins this list with a fixture that gives it, and does not leave.
enum Codes {
  static let all: Set<String> = [
    "alias-expansion", "always-known", "ambiguous-name", "amendment-cycle", "amount-expected",
    "amount-too-fine", "asserts-nothing", "cannot-run", "chained-comparison", "changes-nothing",
    "citation-form", "citizen-returns", "computed-duration", "conflict", "cyclic-definition",
    "day-expected", "declared-twice", "division-by-zero", "duplicate-key", "duration-expected",
    "durations-do-not-mix", "elapsing-name", "empty-file", "empty-list", "expression-too-deep",
    "expression-too-long", "fact-needed", "file-too-large", "folder-for-file", "for-nobody",
    "fraction-of-a-duration", "gap", "hidden-row", "hit-policy-refused", "inclusion-cycle",
    "key-not-text", "law-misnamed", "leads-outside", "linked-folder", "list-too-long", "looks-ahead", "magic-number",
    "malformed-literal", "may-be-unknown", "measure-cycle", "measure-needed", "merge-key", "missing-account",
    "missing-citation", "missing-key", "missing-payer", "missing-range", "missing-source",
    "mixed-list", "name-taken", "near-names", "nesting-too-deep", "never-applies", "never-begins",
    "no-group", "no-header", "no-index-value", "no-null", "no-order", "no-row-matches", "no-rows",
    "no-such-citizen", "no-such-day",
    "no-such-file", "no-such-operation", "no-such-part", "no-target", "no-unit", "no-value-in-force",
    "no-values", "nobody", "not-a-condition", "not-a-date", "not-a-file", "not-a-list", "not-a-name",
    "not-a-period", "not-a-whole-duration", "not-a-whole-number", "not-constant", "not-in-force",
    "not-updated", "not-utf8", "number-too-large", "number-too-long", "one-output-needed",
    "one-schedule-needed", "one-way-needed", "order-needed", "out-of-range", "outside-period",
    "position-zero", "range-out-of-order", "reason-missing", "recursive-alias", "review-overdue",
    "root-not-exact", "root-of-negative", "rounding-needed", "rows-differ", "rows-overlap",
    "same-text", "scale-out-of-range", "schedule-stands-still", "set-twice", "several-documents",
    "shares-unbalanced", "step-not-positive", "steps-out-of-order", "stray-quote", "stray-range",
    "tag-mismatch", "test-failed", "too-many-measures", "too-many-bad-rows", "two-at-once", "type-mismatch",
    "unclosed-comment", "unclosed-quote", "unclosed-text", "undefined-alias", "unexpected-word",
    "unit-mismatch", "unknown-character", "unknown-benefit", "unknown-column", "unknown-function",
    "unknown-hit-policy", "unknown-key", "unknown-law", "unknown-member", "unknown-name",
    "unknown-provision", "unknown-tag", "unknown-unit", "unmapped-row", "unpriced-duty",
    "unreachable-row", "unreadable", "unused-definition", "unused-entry", "unused-fact", "unverified-baseline",
    "value-not-allowed", "whole-days-needed", "whole-number-needed", "wrong-argument",
    "wrong-arguments", "wrong-cells", "wrong-shape", "yaml-syntax",
  ]

  /// Codes that no fixture gives, and why not.
  static let withoutFixture: [String: String] = [
    "cannot-run":
      "said of a law that passes its checks and yet cannot decide a course; the checks of a fixture come first",
    "citizen-returns":
      "said of a row of a file of citizens; ReadingTests",
    "no-header":
      "said of a file of citizens; ReadingTests",
    "stray-quote":
      "said of a row of a file of citizens; ReadingTests",
    "too-many-bad-rows":
      "said of a file of citizens; ReadingTests",
    "unclosed-quote":
      "said of a row of a file of citizens; ReadingTests",
    "unknown-column":
      "said of the header of a file of citizens; ReadingTests",
    "file-too-large":
      "a file of 16 MB does not belong among fixtures; MarkedYAMLTests",
    "folder-for-file":
      "said of a path on the command line",
    "linked-folder":
      "said of a link, which a repository should not hold; ReadingTests",
    "list-too-long":
      "nothing in a law makes a list of thousands; ExpressionsTests",
    "measure-needed":
      "said of a part of a reform that a program chose; files hold reforms whole. AttributionTests",
    "not-a-file":
      "said of pipes and devices; ReadingTests",
    "no-such-citizen":
      "said of a number on the command line",
    "no-target":
      "said when a saving is asked for and the folder has no target; WorkspaceTests",
    "number-too-large":
      "an amount that leaves the range of exact numbers while costs are counted; no rule is wrong by itself",
    "not-updated":
      "said when expectations are brought up to date; WorkspaceTests",
    "one-output-needed":
      "a table of a law has one output; ExpressionsTests",
    "too-many-measures":
      "a reform of more measures than can be priced does not belong among fixtures; AttributionTests",
    "unknown-benefit":
      "said of a target and the laws that are compared, which no file brings together; WorkspaceTests",
    "unknown-provision":
      "said of an argument on the command line",
    "unreadable":
      "said when the disk refuses",
    "value-not-allowed":
      "a table of a law lists no allowed values; ExpressionsTests",
    "wrong-cells":
      "a row of a law with too few cells is a wrong-shape; ExpressionsTests",
  ]

  /// The codes that stand in the sources.
  static func found() throws -> Set<String> {
    let rooms = [
      "Expressions", "MarkedYAML", "Pricing", "Reading", "Simulation", "Verification", "Workspace",
    ]
    // A severity, or a function that adds one, then the code; or one of two codes.
    let pattern = try Regex(
      #"(?:\.(?:error|warning|note),|\berror\(|\btell\(|\bbad\(|\bBreak\()\s*(?:[^"\n,]*\?\s*"([a-z0-9-]+)" : )?"([a-z0-9-]+)""#)
    var codes: Set<String> = []
    for room in rooms {
      let folder = sources.appendingPathComponent(room, isDirectory: true)
      let files = FileManager.default.enumerator(atPath: folder.path)
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        let text = String(
          decoding: try Data(contentsOf: folder.appendingPathComponent(file)), as: UTF8.self)
        for match in text.matches(of: pattern) {
          for index in 1..<match.output.count {
            if let code = match.output[index].substring { codes.insert(String(code)) }
          }
        }
      }
    }
    return codes
  }

  private static let sources = Fixture.folder.deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources", isDirectory: true)
}
