import Civil
import Dashboard
import Desk
import JSONText
import Store
import SystemPackage

extension DeskError {
  /// Why a change cannot be made, in the person's words.
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .changedElsewhere: words.changedElsewhere
    case .slugTaken(let slug): Words.fill(words.slugTaken, slug)
    case .noSuchClient(let name): Words.fill(words.noSuchClient, name)
    case .noSuchColumn(let name): Words.fill(words.noSuchColumn, name)
    case .noSuchCard(let name): Words.fill(words.noSuchCard, name)
    case .travelOverlaps(let travel):
      Words.fill(words.travelOverlaps, DateText.city(travel.zone))
    case .alreadyRunning: words.alreadyRunning
    case .endsBeforeStart: words.endsBeforeStart
    case .badRule(let rule, let why): Words.fill(words.badRule, rule, why)
    case .ruleCannotMove(let rule): Words.fill(words.ruleCannotMove, rule)
    case .columnNotEmpty(let name): Words.fill(words.columnNotEmpty, name)
    case .clientNotEmpty(let name): Words.fill(words.clientNotEmpty, name)
    }
  }
}

extension FileError {
  func text(_ words: ErrorWords) -> String {
    switch reason {
    case .noSpace, .diskQuotaExceeded: Words.fill(words.diskFull, path)
    case .readOnlyFileSystem: Words.fill(words.readOnlyDisk, path)
    case _ where isRefusal: Words.fill(words.readOnlyFolder, path, reason.description)
    // What had to be made was not there before.
    case _ where isMissing && operation != .makeFolder: Words.fill(words.gone, path)
    default: Words.fill(words.refused, path, reason.description)
    }
  }
}

extension JSONError {
  /// Where in a file and what.
  func text(_ words: ErrorWords) -> String { Words.fill(words.place, "\(line)", "\(column)", problem) }
}

extension DamagedFile {
  func text(_ words: ErrorWords) -> String {
    switch problem {
    case .content(let error): Words.fill(words.damagedFile, file, error.text(words))
    case .unreadable(let reason): Words.fill(words.unreadable, file, reason.description)
    }
  }
}

extension ReadOnlyReason {
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .folder(let error): error.text(words)
    case .journal(let line): Words.fill(words.damagedJournal, line.file, "\(line.line)")
    case .header(let file): Words.fill(words.damagedHeader, file.file)
    }
  }
}

extension StoreError {
  /// What went wrong, where, and what to do, in the person's words.
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .change(let error): error.text(words)
    case .readOnly(let reason): reason.text(words)
    case .damagedFile(let file): file.text(words)
    case .newerFormat(let file, let version, let known):
      Words.fill(words.newerFormat, file, "\(version)", "\(known)")
    case .notAFolder(let path): Words.fill(words.notAFolder, path)
    case .unreadable(let error): Words.fill(words.unreadable, error.path, error.reason.description)
    case .refused(let error): error.text(words)
    case .busy(let path): Words.fill(words.busy, path)
    case .unusableSlug(let slug): Words.fill(words.unusableSlug, slug)
    case .deskExists(let path): Words.fill(words.deskExists, path)
    }
  }
}

extension StoreNotice {
  func text(_ words: ErrorWords) -> String {
    switch self {
    case .tornEndSetAside(let file, let line, let kept?): Words.fill(words.tornEnd, file, "\(line)", kept)
    case .tornEndSetAside(let file, let line, nil): Words.fill(words.tornEndLost, file, "\(line)")
    case .damagedFile(let file): file.text(words)
    case .duplicateRecord(_, let file): Words.fill(words.duplicateRecord, file)
    case .duplicateClient(let folder, let other): Words.fill(words.duplicateClient, folder, other)
    case .readOnly(let reason): reason.text(words)
    case .mended: words.mended
    case .notSynced(let error): Words.fill(words.notSynced, error.text(words))
    case .snapshotFailed(let error): Words.fill(words.snapshotFailed, error.text(words))
    }
  }
}
