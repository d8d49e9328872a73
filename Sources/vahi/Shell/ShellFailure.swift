import Dashboard
import Exchange
import Store

/// Why a command did nothing: what, where, and what to do about it.
struct ShellFailure: Error, Equatable {
  /// Exit statuses of sysexits.h, as far as scripts may rely on them.
  enum Status: Int32 {
    case failed = 1
    case usage = 64
    case badData = 65
  }

  let status: Status
  let text: String

  private init(_ status: Status, _ text: String) {
    self.status = status
    self.text = text
  }

  static func usage(_ text: String) -> ShellFailure { ShellFailure(.usage, text) }
  static func badData(_ text: String) -> ShellFailure { ShellFailure(.badData, text) }
  static func failed(_ text: String) -> ShellFailure { ShellFailure(.failed, text) }
}

extension ShellFailure {
  /// Why a desk cannot be opened or a change was refused.
  init(_ error: StoreError) {
    let text = error.text(Words.english.errors)
    switch error {
    case .damagedFile, .readOnly(.journal), .readOnly(.header): self = .badData(text)
    case .unusableSlug: self = .usage(text)
    default: self = .failed(text)
    }
  }

  /// Why an import was refused.
  init(_ error: ExchangeError, file: String) {
    let text = "\(file): \(error.text(Words.english.errors))"
    if case .noSuchClient = error { self = .failed(text) } else { self = .badData(text) }
  }
}
