# Two commands set up a fresh Debian 12 machine that has Swift 6.3: `make run` and `make test`.

PREFIX ?= /usr/local
SWIFT ?= swift
APT_RUN = libncurses-dev libsqlite3-dev
APT_TEST = $(APT_RUN) tmux strace procps
SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Installs what is missing and nothing else; with sudo where that is needed and there.
define apt
	@missing=""; for package in $(1); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "Installing:$$missing"; \
		sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -q -y $$missing; \
	fi
endef

.PHONY: run build test lint format bench soak install uninstall clean

# Builds and opens the console on a running demonstration exercise; prints it as text where there is no terminal.
run: build
	@exec .build/release/ahual demo

build:
	$(call apt,$(APT_RUN))
	$(SWIFT) build -c release --product ahual

test:
	$(call apt,$(APT_TEST))
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# What takes hours: many rounds of killing, many mutated feeds.
soak:
	$(call apt,$(APT_TEST))
	$(SWIFT) build --build-tests
	AHUAL_SOAK=1 AHUAL_KILL_ROUNDS=2000 $(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

bench:
	$(call apt,$(APT_RUN) sqlite3 python3 htop btop)
	Benchmarks/run.sh

# The program, its resources, completions and manual page.
install: build
	install -D -m 755 .build/release/ahual $(DESTDIR)$(PREFIX)/bin/ahual
	mkdir -p $(DESTDIR)$(PREFIX)/share/ahual
	rm -rf $(DESTDIR)$(PREFIX)/share/ahual/reference $(DESTDIR)$(PREFIX)/share/ahual/language \
		$(DESTDIR)$(PREFIX)/share/ahual/Scenarios
	cp -r Sources/Reference/Resources $(DESTDIR)$(PREFIX)/share/ahual/reference
	cp -r Sources/Language/Resources $(DESTDIR)$(PREFIX)/share/ahual/language
	cp -r Scenarios $(DESTDIR)$(PREFIX)/share/ahual/Scenarios
	mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d $(DESTDIR)$(PREFIX)/share/man/man1
	.build/release/ahual --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ahual
	.build/release/ahual --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ahual
	.build/release/ahual --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ahual.fish
	mkdir -p .build/manual
	AHUAL_LANG=en $(SWIFT) package --allow-writing-to-package-directory generate-manual --output-directory .build/manual
	install -m 644 .build/manual/ahual.1 $(DESTDIR)$(PREFIX)/share/man/man1/ahual.1

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/ahual $(DESTDIR)$(PREFIX)/share/ahual \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ahual \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ahual \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ahual.fish $(DESTDIR)$(PREFIX)/share/man/man1/ahual.1

clean:
	rm -rf .build .build-*
