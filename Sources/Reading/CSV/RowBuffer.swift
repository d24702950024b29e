/// The part of a file that is being read.
///
/// Its bytes stay where they are until it changes, so that a cell can be pointed at while its row is read: a
/// closure around every look at a cell costs more than what is asked of it.
///
/// Invariant: a word's bytes behind the last are readable, so that words can be read up to the end.
final class RowBuffer {
  /// How much is read at a time of what is looked through.
  static let word = MemoryLayout<UInt64>.size

  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 64
    start = RowBuffer.room(of: capacity)
  }

  deinit { start.deallocate() }

  /// All that is in it, until it changes.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  func append(_ more: some Collection<UInt8>) {
    let needed = count + more.count
    if needed > capacity {
      let wider = max(needed, 2 * capacity)
      let room = RowBuffer.room(of: wider)
      room.update(from: start, count: count)
      start.deallocate()
      (start, capacity) = (room, wider)
    }
    _ = UnsafeMutableBufferPointer(start: start + count, count: more.count).update(fromContentsOf: more)
    count = needed
  }

  func removeFirst(_ gone: Int) {
    count -= gone
    start.update(from: start + gone, count: count)
  }

  func removeAll() { count = 0 }

  private static func room(of count: Int) -> UnsafeMutablePointer<UInt8> {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: count + word)
    room.initialize(repeating: 0, count: count + word)
    return room
  }
}
