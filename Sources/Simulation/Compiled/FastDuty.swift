/// `DutyState` for the compiled replay; see there for what each part means. Days are plain numbers,
/// and `Int.min` stands for none.
struct FastDuty {
  static let none = Int.min

  var anchor = none
  var base = none
  var restartHeld = false
  var clock: Int32 = -1
  var hasPlaces = false
  var schedule = FastPlaces()
  var places = 0
  var made = 0
  var suspendedDays = 0
  var suspendedSince = none
  var restarted = none
  var interruptedBy = none
  var interruptedOn = none
  /// The by days of all demands made, where other duties count them.
  var demandDays: [Int] = []
  var waiting: [Waiting] = []

  struct Waiting {
    let from: Int
    var distance: Int
  }

  mutating func reset() {
    if !demandDays.isEmpty { demandDays.removeAll(keepingCapacity: true) }
    if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
    anchor = FastDuty.none
    base = FastDuty.none
    restartHeld = false
    clock = -1
    hasPlaces = false
    places = 0
    made = 0
    suspendedDays = 0
    suspendedSince = FastDuty.none
    restarted = FastDuty.none
    interruptedBy = FastDuty.none
    interruptedOn = FastDuty.none
  }

  mutating func beginCounting(from day: Int) {
    anchor = day
    places = 0
    made = 0
    if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
    suspendedDays = 0
    suspendedSince = FastDuty.none
    interruptedBy = FastDuty.none
    interruptedOn = FastDuty.none
  }
}
