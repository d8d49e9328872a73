import ArgumentParser
import Glibc
import JSONText
import SystemPackage

/// The shell commands: everything that is asked on a command line and answered there.
enum Shell {
  /// Runs a command line and returns the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      try refuseUnknownCommand(arguments)
      var command = try VahiCommand.parseAsRoot(try globalsLast(arguments))
      try command.run()
      return 0
    } catch let error as OpenDashboard {
      return Program.open(error.launch)
    } catch let error as ShellFailure {
      complain(error.text)
      return error.status.rawValue
    } catch let code as ExitCode {
      // What there was to say has been said.
      return code.rawValue
    } catch {
      return end(with: error)
    }
  }

  /// What the argument parser has to say: help and versions to standard output, the rest as a complaint.
  private static func end(with error: any Error) -> Int32 {
    let status = VahiCommand.exitCode(for: error)
    if status.isSuccess {
      say(VahiCommand.fullMessage(for: error))
      return 0
    }
    complain("\(VahiCommand.message(for: error)); `vahi --help` and `vahi COMMAND --help` say what there is")
    return ShellFailure.Status.usage.rawValue
  }

  /// Names a command that there is not, before the parser takes it for an argument and its options for unknown ones.
  private static func refuseUnknownCommand(_ arguments: [String]) throws(ShellFailure) {
    var here: any ParsableCommand.Type = VahiCommand.self
    var path = "vahi"
    var rest = arguments[...]
    // Where a command is left out, another is meant, and the word is its argument.
    while here.configuration.defaultSubcommand == nil, !subcommands(of: here).isEmpty,
      let word = rest.popFirst()
    {
      let name = String(word.prefix { $0 != "=" })
      if let takesValue = globals[name] {
        if takesValue, name == word { rest = rest.dropFirst() }
        continue
      }
      guard !word.hasPrefix("-"), word != "help" else { return }
      guard let next = subcommands(of: here).first(where: { $0._commandName == word }) else {
        throw .usage("\(word): no such command; `\(path) --help` lists them")
      }
      here = next
      path += " " + word
    }
  }

  private static func subcommands(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    let configuration = command.configuration
    return configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
  }

  /// Options that every command takes, and whether a value follows.
  private static let globals = [
    "--data": true, "--now": true, "--client": true, "--freeze": false, "--json": false,
  ]

  /// The arguments with the options that every command takes behind the command, where the parser wants them.
  static func globalsLast(_ arguments: [String]) throws(ShellFailure) -> [String] {
    var kept: [String] = []
    var moved: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        return kept + moved + ["--"] + rest
      }
      let name = String(argument.prefix { $0 != "=" })
      guard let takesValue = globals[name] else {
        kept.append(argument)
        continue
      }
      moved.append(argument)
      if takesValue, name == argument, let value = rest.popFirst() { moved.append(value) }
      // No folder at all would be the root of the disk.
      if argument == "--data=" || name == "--data" && moved.last == "" {
        throw .usage("--data: it is empty, name the desk's folder")
      }
    }
    return kept + moved
  }

  /// Writes a text and a line end to standard output.
  static func say(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

  /// Writes a complaint to standard error.
  static func complain(_ text: String) {
    write(Array("vahi: \(Printable.line(text))\n".utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes.
  ///
  /// An answer that cannot be written ends the command: who reads half of it must not take it for the whole. Of a pipe
  /// whose reader has seen enough nothing is said.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = Errno(rawValue: errno)
        guard descriptor == STDOUT_FILENO else { return }
        if reason != .brokenPipe { complain("standard output: \(reason.description), write it elsewhere") }
        exit(ShellFailure.Status.failed.rawValue)
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Answers of commands that open no desk.
enum ShellAnswer {
  /// Writes one JSON document to standard output.
  static func json(_ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(pretty: true)
    body(&writer)
    Shell.write(writer.bytes + [0x0a], to: STDOUT_FILENO)
  }
}

/// Ends a command by opening the dashboard.
struct OpenDashboard: Error {
  let launch: Launch
}
