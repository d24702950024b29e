internal import Diagnostics
internal import Testing

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "is one slip away",
    arguments: [
      ("payerr", "payer"), ("paier", "payer"), ("apyer", "payer"), ("ayer", "payer"), ("PAYER", "payer"),
      ("kontanthjaelp", "kontanthjælp"), ("jobparat", "jobparate"),
    ])
  func near(name: String, expected: String) {
    #expect(nearestName(to: name, among: ["benefit", expected, "unit"]) == expected)
  }

  @Test(
    "is none when more than a third of the letters differ",
    arguments: ["rent", "pa", "x", "", "paxxr"])
  func far(name: String) {
    #expect(nearestName(to: name, among: ["payer"]) == nil)
  }

  @Test("is never the name itself")
  func notItself() {
    #expect(nearestName(to: "payer", among: ["payer"]) == nil)
    #expect(nearestName(to: "payer", among: ["payer", "prayer"]) == "prayer")
  }

  @Test("is the nearer of two, and the first by alphabet of equals, in any order")
  func ties() {
    for names in [["duty-c", "duty-b", "duty"], ["duty", "duty-b", "duty-c"]] {
      #expect(nearestName(to: "duty-a", among: names) == "duty-b")
    }
    #expect(nearestName(to: "intervieww", among: ["interviews", "interview", "intervie"]) == "interview")
  }

  @Test("counts two letters that changed places as one slip")
  func swaps() {
    #expect(nearestName(to: "nuit", among: ["unit"]) == "unit")
    #expect(nearestName(to: "nuti", among: ["unit"]) == nil)
  }
}
