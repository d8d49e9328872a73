import Terminal
import Testing

@Test func everyErrorSaysWhatToDo() {
  let errors: [TerminalError] = [
    .notATerminal, .typeMissing, .typeUnknown("weird"), .tooSimple("dumb"),
    .notUTF8(codeset: "ANSI_X3.4-1968"),
  ]
  for error in errors { #expect(error.description.contains(";"), "\(error)") }
}
