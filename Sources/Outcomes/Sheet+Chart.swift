package import Vocabulary

extension Sheet {
  /// A picture of what a table says, for the forms of report that have pictures.
  ///
  /// It adds nothing to its table: whoever makes the one takes the values from where the other has them.
  package struct Chart: Hashable, Sendable {
    package enum Unit: Hashable, Sendable { case count, minutes, øre }

    package enum Kind: Hashable, Sendable {
      /// A bar for each series within each category.
      case bars(series: [Label], categories: [Category])
      /// From one sum to another by steps.
      case waterfall([Step])
      /// A figure with its range, beside a goal.
      case gauge(Gauge)
      /// What becomes of one figure between the ends of each assumption.
      case spread(base: Int, ends: [Ends])
    }

    package struct Category: Hashable, Sendable {
      package let label: Label
      /// One for each series.
      package let values: [Int]

      package init(_ label: Label, _ values: [Int]) {
        self.label = label
        self.values = values
      }
    }

    package struct Step: Hashable, Sendable {
      package let label: Label
      package let value: Int
      /// A sum that stands by itself; else what is added to what stands so far.
      package let isSum: Bool

      package init(_ label: Label, _ value: Int, isSum: Bool = false) {
        self.label = label
        self.value = value
        self.isSum = isSum
      }
    }

    package struct Gauge: Hashable, Sendable {
      package let low: Int
      package let base: Int
      package let high: Int
      package let goal: Int
      package let words: Words

      /// What the marks are called.
      package struct Words: Hashable, Sendable {
        package let goal: Label
        package let base: Label
        package let range: Label

        package init(goal: Label, base: Label, range: Label) {
          self.goal = goal
          self.base = base
          self.range = range
        }
      }

      package init(low: Int, base: Int, high: Int, goal: Int, words: Words) {
        self.low = low
        self.base = base
        self.high = high
        self.goal = goal
        self.words = words
      }
    }

    package struct Ends: Hashable, Sendable {
      package let label: Label
      package let low: Int
      package let high: Int

      package init(_ label: Label, low: Int, high: Int) {
        self.label = label
        self.low = low
        self.high = high
      }
    }

    package let kind: Kind
    package let unit: Unit

    package init(_ kind: Kind, unit: Unit) {
      self.kind = kind
      self.unit = unit
    }
  }
}
