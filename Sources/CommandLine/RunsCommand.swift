internal import Archive
internal import ArgumentParser
internal import Diagnostics
internal import Outcomes
internal import Reports

/// Runs that were kept.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List, show and compare the runs that were kept with '--store'.",
    discussion: """
      EXAMPLES
        hegn compare --store runs.sqlite
        hegn runs list --store runs.sqlite
        hegn runs show 1 --store runs.sqlite --lang en
        hegn runs diff 1 2 --store runs.sqlite --format json
      """,
    subcommands: [List.self, Show.self, Diff.self])

  /// Which store is looked into.
  struct StoreArgument: ParsableArguments {
    @Option(help: "The file in which runs were kept.")
    var store: String

    func open() throws -> Archive {
      try Surface.telling { () throws(Diagnostic) in try Archive(at: store) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Every run that was kept.")

    @OptionGroup var store: StoreArgument
    @OptionGroup var report: ReportOptions

    func run() throws {
      let archive = try store.open()
      let runs = try Surface.telling { () throws(Diagnostic) in try archive.runs() }
      try report.print(RunSheets.list(runs))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "What a run was made from, and its figures.")

    @Argument(help: "The run's number.")
    var number: Int64

    @Flag(help: "Print the whole result as it was kept, 'hegn.comparison/1', instead.")
    var result = false

    @OptionGroup var store: StoreArgument
    @OptionGroup var report: ReportOptions

    func run() throws {
      let archive = try store.open()
      let (run, figures) = try Surface.telling { () throws(Diagnostic) in
        (try archive.run(number), try archive.figures(of: number))
      }
      if result { return try report.print(run.document) }
      try report.print(RunSheets.show(run, figures: figures))
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "What differs between two runs: what they were made from, and figures.")

    @Argument(help: "The number of the run before.")
    var before: Int64

    @Argument(help: "The number of the run after.")
    var after: Int64

    @OptionGroup var store: StoreArgument
    @OptionGroup var report: ReportOptions

    func run() throws {
      let archive = try store.open()
      let sheet = try Surface.telling { () throws(Diagnostic) in
        RunSheets.difference(
          (try archive.run(before), try archive.figures(of: before)),
          (try archive.run(after), try archive.figures(of: after)))
      }
      try report.print(sheet)
    }
  }
}

extension ReportOptions {
  func print(_ sheet: Sheet) throws {
    try print(Reports.sheet(sheet, format: format, language: language, style: style))
  }
}

extension Surface {
  /// What came of work that may find something wrong; then the program ends.
  static func telling<Result>(_ work: () throws(Diagnostic) -> Result) throws -> Result {
    do throws(Diagnostic) { return try work() } catch { throw fail(error) }
  }
}
