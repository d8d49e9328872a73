# What a person or a machine does with a checkout. `make help` lists it.

PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

# The binary is linked whole, C library and ncurses too, where the system has them as archives: finding and relocating
# shared libraries takes two milliseconds of every start, two thirds of what the least ncurses program takes to its
# first paint. Asked by the shell, because what is missing is installed just before.
# The frontend's option has the types of collections found by the linker instead of by a search through all
# conformances at the first use of each, which took a sixth of a start.
RELEASE = swift build -c release --static-swift-stdlib -Xswiftc -cross-module-optimization \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors $$(.ci/whole)
BINARY := .build/release/vahi
SOURCES := Package.swift $(shell find Sources -type f 2>/dev/null)

bin := $(DESTDIR)$(PREFIX)/bin
share := $(DESTDIR)$(PREFIX)/share
completions := bash-completion/completions/vahi zsh/site-functions/_vahi fish/vendor_completions.d/vahi.fish

.PHONY: help run build test lint format bench install uninstall clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build the release and open the dashboard; ARGS="--data DIR" and the like are handed on
	@$(BINARY) $(ARGS)

build: ## build the release, installing what it needs
	@.ci/need swift ncurses tzdata
	$(RELEASE) --product vahi

# For what only needs the binary: built again when a source is newer, so that `sudo make install`
# after `make build` needs neither a compiler nor the network.
$(BINARY): $(SOURCES)
	@.ci/need swift ncurses tzdata
	$(RELEASE) --product vahi
	@touch $(BINARY)

test: $(BINARY) ## run every test, the ones that drive the release binary in tmux among them
	@.ci/need swift ncurses tzdata tmux
	@.ci/peers
	swift test

# Warnings are errors in this package alone: VAHI_STRICT is read by Package.swift, and what it sets
# does not reach the packages that this one depends on.
lint: ## check format, module arrows, walls and warnings
	@.ci/need swift ncurses
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	.ci/walls
	VAHI_STRICT=1 swift build --build-tests --explicit-target-dependency-import-check error

format: ## format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# Both programs are measured as installed: what a linker has just written is mapped in smaller pieces than a copy.
bench: ## measure against the floor and print the table; ARGS="--check" fails when a limit is passed
	@.ci/need swift ncurses tzdata
	@.ci/peers
	$(RELEASE) --product vahi
	$(RELEASE) --product vahi-bench
	$(firstword $(shell command -v clang cc)) -O2 -o .build/release/vahi-floor Sources/Bench/Floor/floor.c -lncursesw -ltinfo
	@install -d .build/installed && install $(BINARY) .build/release/vahi-floor .build/installed
	@.build/release/vahi-bench --vahi .build/installed/vahi --floor .build/installed/vahi-floor $(ARGS)

install: $(BINARY) ## install to PREFIX (/usr/local), below DESTDIR where one is given
	install -d $(bin) $(share)/vahi/themes $(share)/man/man1 $(dir $(addprefix $(share)/,$(completions)))
	install -m 755 $(BINARY) $(bin)/vahi
	install -m 644 themes/*.json $(share)/vahi/themes/
	install -m 644 Sources/vahi/Manual/vahi.1 $(share)/man/man1/vahi.1
	$(BINARY) --generate-completion-script bash > $(share)/bash-completion/completions/vahi
	$(BINARY) --generate-completion-script zsh > $(share)/zsh/site-functions/_vahi
	$(BINARY) --generate-completion-script fish > $(share)/fish/vendor_completions.d/vahi.fish

uninstall: ## remove what install put there
	rm -f $(bin)/vahi $(share)/man/man1/vahi.1 $(addprefix $(share)/,$(completions))
	rm -rf $(share)/vahi

clean: ## remove what was built
	rm -rf .build
