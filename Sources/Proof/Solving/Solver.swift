package import Diagnostics
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Z3, asked in SMT-LIB 2.
///
/// The library is opened when somebody wants a proof, so that building hegn, and every other command, needs
/// none. Six of its functions are used; all that is said to it is text, which can be read and kept.
///
/// A class, since it holds a pointer of C that must be given back once.
package final class Solver {
  /// Where a machine keeps the library, newest name first.
  private static let usual = ["libz3.so.4", "libz3.so", "libz3.dylib", "/opt/homebrew/lib/libz3.dylib"]

  private typealias Pointer = OpaquePointer?
  private typealias Text = UnsafePointer<CChar>?
  private typealias OnError = @convention(c) (Pointer, Int32) -> Void

  /// The functions of the library that are used.
  private struct Library {
    let makeConfiguration: @convention(c) () -> Pointer
    let deleteConfiguration: @convention(c) (Pointer) -> Void
    let makeContext: @convention(c) (Pointer) -> Pointer
    let setHandler: @convention(c) (Pointer, OnError) -> Void
    let evaluate: @convention(c) (Pointer, Text) -> Text
    let delete: @convention(c) (Pointer) -> Void
    /// Where it was looked for.
    let paths: [String]
  }

  private let library: Library
  private let context: OpaquePointer

  /// - Parameter path: the library; the usual names are tried when none is given.
  /// - Throws: `no-solver` when the library cannot be opened or lacks what is needed.
  package convenience init(at path: String? = nil) throws(Diagnostic) {
    let paths = path.map { [$0] } ?? Solver.usual
    var library: UnsafeMutableRawPointer?
    for path in paths where library == nil { library = dlopen(path, RTLD_NOW | RTLD_LOCAL) }
    guard let library, let makeConfiguration = dlsym(library, "Z3_mk_config"),
      let deleteConfiguration = dlsym(library, "Z3_del_config"),
      let makeContext = dlsym(library, "Z3_mk_context"),
      let setHandler = dlsym(library, "Z3_set_error_handler"),
      let evaluate = dlsym(library, "Z3_eval_smtlib2_string"), let delete = dlsym(library, "Z3_del_context")
    else { throw Solver.missing(paths) }
    try self.init(
      Library(
        makeConfiguration: unsafeBitCast(makeConfiguration, to: (@convention(c) () -> Pointer).self),
        deleteConfiguration: unsafeBitCast(deleteConfiguration, to: (@convention(c) (Pointer) -> Void).self),
        makeContext: unsafeBitCast(makeContext, to: (@convention(c) (Pointer) -> Pointer).self),
        setHandler: unsafeBitCast(setHandler, to: (@convention(c) (Pointer, OnError) -> Void).self),
        evaluate: unsafeBitCast(evaluate, to: (@convention(c) (Pointer, Text) -> Text).self),
        delete: unsafeBitCast(delete, to: (@convention(c) (Pointer) -> Void).self), paths: paths))
  }

  private init(_ library: Library) throws(Diagnostic) {
    let configuration = library.makeConfiguration()
    defer { library.deleteConfiguration(configuration) }
    guard let context = library.makeContext(configuration) else {
      throw Solver.missing(library.paths)
    }
    // Without a handler of its own the library would end the whole program at an error.
    let handler: OnError = { _, _ in }
    library.setHandler(context, handler)
    self.library = library
    self.context = context
  }

  deinit { library.delete(context) }

  /// A solver that knows nothing yet: what it finds hangs on what it is told alone, and not on the laws and
  /// questions before, as it would after a `(reset)`.
  ///
  /// - Parameter limit: the longest that it thinks about one question, in seconds.
  func fresh(limit: Int) throws(Diagnostic) -> Solver {
    let solver = try Solver(library)
    try solver.tell("(set-option :timeout \(limit * 1_000))")
    try solver.tell(CalendarFunction.declarations)
    return solver
  }

  private static func missing(_ paths: [String]) -> Diagnostic {
    Diagnostic(
      .error, "no-solver",
      "Z3 was not found (looked for \(paths.joined(separator: ", "))), and proofs need it",
      at: .start(of: "HEGN_Z3"),
      hint: "install it with 'apt-get install libz3-dev' or 'brew install z3', or name the library in HEGN_Z3")
  }

  enum Answer { case satisfiable, unsatisfiable, unknown }

  /// Says something that needs no answer.
  ///
  /// - Throws: `solver-refused`, when the text is not understood: a mistake of the translation.
  func tell(_ text: String) throws(Diagnostic) {
    let answer = ask(text)
    if answer.contains("error") { throw Solver.refused(answer) }
  }

  func ask(_ text: String) -> String {
    text.withCString { library.evaluate(context, $0) }.map { String(cString: $0) } ?? ""
  }

  /// Whether everything that stands can hold at once.
  func check() throws(Diagnostic) -> Answer {
    let answer = ask("(check-sat)")
    if answer.hasPrefix("sat") { return .satisfiable }
    if answer.hasPrefix("unsat") { return .unsatisfiable }
    if answer.hasPrefix("unknown") || answer.contains("canceled") { return .unknown }
    throw Solver.refused(answer)
  }

  /// The values of terms in the situation that was found.
  func values(of terms: [String]) throws(Diagnostic) -> [SolverValue] {
    guard !terms.isEmpty else { return [] }
    let answer = ask("(get-value (\(terms.joined(separator: " "))))")
    guard let list = SolverValue.list(answer), list.count == terms.count else { throw Solver.refused(answer) }
    return list
  }

  private static func refused(_ answer: String) -> Diagnostic {
    Diagnostic(
      .error, "solver-refused", "Z3 did not understand a question: \(answer.prefix(300))",
      at: .start(of: "HEGN_Z3"), hint: "this is a mistake of hegn; report it with the law")
  }
}
