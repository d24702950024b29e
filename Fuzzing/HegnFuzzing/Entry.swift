internal import CLibFuzzer
internal import FuzzRooms
internal import Foundation

/// The room that `--room` names, set up once. libFuzzer passes over options that begin with two dashes.
private enum Chosen {
  static let room: FuzzRoom = {
    let named = CommandLine.arguments.first { $0.hasPrefix("--room=") }?.dropFirst("--room=".count)
    guard let named, let room = FuzzRoom(rawValue: String(named)) else {
      stop("name a room: --room=\(FuzzRoom.allCases.map(\.rawValue).joined(separator: "|"))")
    }
    return room
  }()

  static let target: any FuzzTarget = {
    do { return try room.target() } catch { stop("the room '\(room)' cannot be set up: \(error)") }
  }()

  static let words = WordMutation.shipped()

  private static func stop(_ words: String) -> Never {
    FileHandle.standardError.write(Data("fuzz: \(words)\n".utf8))
    exit(2)
  }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?) -> Int32 {
  _ = Chosen.target
  return 0
}

/// One input. What does not hold ends the program, which is how libFuzzer is told.
@_cdecl("LLVMFuzzerTestOneInput")
public func one(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let complaint = Chosen.target.complaint(about: input) { fatalError(complaint) }
  return 0
}

/// Lines of YAML are changed word by word two times in three; the rest is libFuzzer's own way with bytes.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
  guard Chosen.room.isYAML, seed % 3 != 0 else { return LLVMFuzzerMutate(bytes, count, limit) }
  let changed = Chosen.words.changed(
    Array(UnsafeBufferPointer(start: bytes, count: count)), seed: UInt64(seed))
  let kept = changed.prefix(limit)
  for (index, byte) in kept.enumerated() { bytes[index] = byte }
  return kept.count
}
