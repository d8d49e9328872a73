import Dashboard
import Store
import SystemPackage
import Testing

@testable import vahi

/// Whatever the disk refuses, what is said of it ends with what to do.
@Test(arguments: [
  (Errno.noSpace, "the disk is full (desk/lock); make room and try again"),
  (.diskQuotaExceeded, "the disk is full (desk/lock); make room and try again"),
  (
    .readOnlyFileSystem,
    "the disk is read-only (desk/lock); mount it writable, or use a desk elsewhere with --data"
  ),
  (.permissionDenied, "desk/lock cannot be written to (Permission denied); mend that and try again"),
  (.noSuchFileOrDirectory, "desk/lock is not there any more; mount it or put it back, and try again"),
])
func whatTheDiskRefusesSaysWhatToDo(_ reason: Errno, _ said: String) {
  let error = FileError(.lock, "desk/lock", reason)
  #expect(StoreError.refused(error).text(Words.english.errors) == said)
  #expect(StoreError.readOnly(.folder(error)).text(Words.english.errors) == said)
}
