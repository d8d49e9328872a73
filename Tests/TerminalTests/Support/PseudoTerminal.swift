import Glibc

/// A pseudo-terminal whose other end the test reads and writes, as a terminal program would.
final class PseudoTerminal {
  /// The end that the program under test uses.
  let program: Int32
  private let controller: Int32

  init?(width: Int, height: Int) {
    controller = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN are macros that Swift does not import, and so is posix_openpt hidden from it.
    _ = ioctl(controller, UInt(0x4004_5431), &isLocked)
    _ = ioctl(controller, UInt(0x8004_5430), &number)
    program = Glibc.open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard program >= 0 else { return nil }
    resize(width: width, height: height)
    _ = fcntl(controller, F_SETFL, O_NONBLOCK)
  }

  func resize(width: Int, height: Int) {
    // The C structure of rows, columns and two sizes in pixels.
    var size: [UInt16] = [UInt16(height), UInt16(width), 0, 0]
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// All that the program has written so far.
  func output() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(controller, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// Sends bytes as a keyboard would.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(controller, bytes, bytes.count)
  }

  /// The modes of the line, to see that they are given back.
  var localModes: UInt32 {
    // The kernel's structure: input, output, control and local modes, then characters.
    var modes = [UInt32](repeating: 0, count: 32)
    _ = ioctl(program, UInt(TCGETS), &modes)
    return modes[3]
  }

  deinit {
    Glibc.close(program)
    Glibc.close(controller)
  }
}
