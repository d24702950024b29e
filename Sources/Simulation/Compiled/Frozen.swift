/// A table that is written once and read from many threads without being copied, counted or checked.
///
/// An `Array` read through a class costs a retain and a release for each look; a hot loop looks
/// hundreds of times an instant. Whoever makes a table frees it when the last reader is gone, as
/// `CompiledPlan` does.
///
/// Invariant: never written after `init`, which makes sharing it safe.
struct Frozen<Element: Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    count = elements.count
    base = .allocate(capacity: max(1, elements.count))
    base.initialize(from: elements, count: elements.count)
  }

  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }

  func free() {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
