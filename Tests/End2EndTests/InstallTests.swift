import Glibc
import PseudoTerminal
import Testing

extension End2End {
  /// `make install` puts everything where it is looked for, and the installed program works from anywhere.
  @Suite struct InstallTests {
    private static let installed = [
      "bin/vahi", "share/man/man1/vahi.1", "share/bash-completion/completions/vahi",
      "share/zsh/site-functions/_vahi", "share/fish/vendor_completions.d/vahi.fish", "share/vahi/themes",
    ]

    private func make(_ world: World, _ goal: String) throws {
      // The binary is taken as it is: a build from here would wait for the one that runs these tests.
      let outcome = try Program.run(
        Invocation(
          "make",
          [
            "-C", Checkout.root, "-o", ".build/release/vahi", goal, "DESTDIR=\(world.folder.at("root"))",
            "PREFIX=/usr",
          ], environment: world.environment))
      #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
    }

    @Test func installedItWorksFromAnywhereAndIsRemovedWhole() throws {
      let world = try World()
      let prefix = world.folder.at("root/usr/")
      try make(world, "install")
      for name in InstallTests.installed {
        #expect(access(prefix + name, F_OK) == 0, "\(name)")
      }
      let themes = FileBytes.names(in: prefix + "share/vahi/themes")
      #expect(themes.count >= 8)

      let outcome = try Program.run(
        Invocation(prefix + "bin/vahi", ["themes"], environment: world.environment, folder: "/"))
      #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
      for theme in themes {
        #expect(outcome.text.contains(theme.replacing(".json", with: "")), "\(theme) is found")
      }
      for (shell, name) in [("bash", InstallTests.installed[2]), ("zsh", InstallTests.installed[3])] {
        let script = try #require(FileBytes.text(prefix + name))
        #expect(script.contains("import"), "\(shell) completes the commands")
      }

      try make(world, "uninstall")
      for name in InstallTests.installed {
        #expect(access(prefix + name, F_OK) != 0, "\(name)")
      }
    }
  }
}
