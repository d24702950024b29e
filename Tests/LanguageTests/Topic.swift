/// What a fixture is: which of the files of a folder of rules it stands for.
///
/// The name of the folder that a fixture lies in. All other files are those of `Fixtures/common`: a
/// vocabulary, prices and a small law, `sample`.
enum Topic: String, CaseIterable {
  /// A further file of the law `sample`.
  case laws
  /// As `laws`: what an expression can say, and may not.
  case expressions
  /// As `laws`: what YAML allows, and the rule language does not.
  case files
  /// The law `sample` itself, in one file.
  case wholeLaws = "whole laws"
  /// A law `reform`, which amends `sample`.
  case reforms
  case scenarios
  /// The tests of the law `sample`.
  case ruleTests = "rule tests"
  case prices, vocabulary
  /// What the law `sample` holds of its facts.
  case coverage
  case populations
  /// What the columns of a file of citizens mean.
  case mappings
  /// As `laws`: what works and yet should not stay. Only the fixture's own file is looked at.
  case lints
  /// As `lints`, of the vocabulary.
  case lintsOfWords = "lints of words"
  /// What is measured of citizens, and published figures.
  case figures
  case target, behaviour

  /// Where in the folder of rules the fixture is put.
  var place: String {
    switch self {
    case .laws, .expressions, .files, .lints: "Rules/sample/fixture.yaml"
    case .wholeLaws: "Rules/sample/law.yaml"
    case .reforms: "Rules/reform/law.yaml"
    case .scenarios, .populations, .mappings: "Scenarios/fixture.yaml"
    case .ruleTests: "Rules/sample/tests/fixture.yaml"
    case .prices: "Rules/prices.yaml"
    case .vocabulary, .lintsOfWords: "Rules/vocabulary.yaml"
    case .coverage: "Rules/sample/coverage.yaml"
    case .figures: "Rules/figures.yaml"
    case .target: "Rules/target.yaml"
    case .behaviour: "Rules/behaviour.yaml"
    }
  }
}
