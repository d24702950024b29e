internal import Foundation
internal import FuzzRooms
internal import Testing

/// What the fuzzer once found stays among the inputs: each file in `Tests/Fixtures/fuzz/<room>` is one.
private enum Inputs {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/fuzz", isDirectory: true)

  static func of(_ room: FuzzRoom) throws -> [(name: String, bytes: [UInt8])] {
    let inner = folder.appendingPathComponent(room.rawValue, isDirectory: true)
    return try FileManager.default.contentsOfDirectory(atPath: inner.path).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: inner.appendingPathComponent(name))))
    }
  }
}

@Suite("Whatever a room is given")
struct FuzzTests {
  @Test("it answers each input that was kept with a value or with findings", arguments: FuzzRoom.allCases)
  func kept(room: FuzzRoom) throws {
    let target = try room.target()
    let inputs = try Inputs.of(room)
    #expect(!inputs.isEmpty)

    for input in inputs {
      let complaint = target.complaint(about: input.bytes)
      #expect(complaint == nil, "\(input.name)")
    }
  }

  @Test("it answers the same inputs with words and lines exchanged", arguments: FuzzRoom.allCases)
  func exchanged(room: FuzzRoom) throws {
    let target = try room.target()
    let words = WordMutation.shipped()

    for input in try Inputs.of(room) {
      var bytes = input.bytes
      for seed in 0..<20 {
        // Far from the beginning nothing reads any more, so every so often it begins anew.
        bytes = words.changed(seed % 5 == 0 ? input.bytes : bytes, seed: UInt64(seed))
        let complaint = target.complaint(about: bytes)
        #expect(complaint == nil, "\(input.name), seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
