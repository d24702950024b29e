# Two commands do everything from a fresh clone: `make compare` and `make test`.

.PHONY: compare test check bench bench-peers bench-growth measure gate fuzz sanitize sanitize-build setup clean

# A build that fails must fail the command, filter or no filter.
SHELL = /bin/bash
.SHELLFLAGS = -o pipefail -c

HEGN = .build/release/hegn
BUILD = swift build -c release --product hegn $(LINKING)

# A static standard library starts faster; only Linux ships one.
ifeq ($(shell uname -s),Linux)
LINKING = -Xswiftc -static-stdlib
endif

## The main job: on the shipped scenarios, then on the country.
compare: $(HEGN)
	@$(HEGN) compare
	@$(HEGN) compare --population Scenarios/denmark-2023.yaml --citizens 10000

## Every test: of the program, then of the rules.
test: setup
	swift test
	@$(MAKE) --no-print-directory $(HEGN)
	$(HEGN) check
	$(HEGN) test

## What is wrong with the rules, before anything runs.
check: $(HEGN)
	@$(HEGN) check

## What each stage costs, in a table; built beside everything else. FILTER='replay.*' runs some of them.
bench: setup
	HEGN_BENCHMARKS=1 swift package --scratch-path .build-bench benchmark --no-progress $(if $(FILTER),--filter '$(FILTER)')

## Hegn beside peers on the same work: a loop in C, NumPy, SimPy, OpenFisca, zen-engine. Fetches them from PyPI once.
bench-peers: $(HEGN)
	@python3 Benchmarks/Peers/run.py

## How time and memory grow with the people, the law, the years and what is asked for. ONLY=law runs a part.
bench-growth: $(HEGN)
	@python3 Benchmarks/Growth/run.py $(if $(ONLY),--only '$(ONLY)')

## What whole commands cost from process start: time and memory.
measure: $(HEGN)
	@.ci/measure

## Whether any command needs over a tenth more instructions than it used to.
gate: $(HEGN)
	@.ci/gate

ROOMS = yaml expressions laws scenarios citizens
SECONDS = 60

## Whatever libFuzzer can think of, given to each room of the program for SECONDS each; built beside everything else.
fuzz: setup
	HEGN_FUZZ=1 swift build -c release --scratch-path .build-fuzz --sanitize fuzzer --product HegnFuzzing
	@for room in $(ROOMS); do .ci/fuzz $$room $(SECONDS) || exit 1; done

## Every test under a sanitizer: address (the standard), thread or undefined. Built beside everything else, with what
## computes optimised: Package.swift says which. Leaks are not looked for: values that Swift and its testing library
## make once and keep are told as such.
SANITIZER = address
# A module at once, since file by file each compiler reads the others again; in two threads, or there is one object where
# the linker expects one a file. Of what a debugger wants, the lines, by which findings are told.
INSTRUMENTED = -Xswiftc -wmo -Xswiftc -num-threads -Xswiftc 2 \
  -Xswiftc -gline-tables-only -Xswiftc -index-ignore-system-modules
sanitize-build: setup
	HEGN_SANITIZE=1 swift build --build-tests --sanitize $(SANITIZER) $(INSTRUMENTED) --scratch-path .build-$(SANITIZER)

sanitize: setup
	HEGN_SANITIZE=1 ASAN_OPTIONS=detect_leaks=0 swift test --sanitize $(SANITIZER) $(INSTRUMENTED) --scratch-path .build-$(SANITIZER) $(if $(FILTER),--filter '$(FILTER)')

.PHONY: $(HEGN)
$(HEGN): setup
	@test -x $(HEGN) || echo "building hegn: a few minutes the first time" >&2
	@$(BUILD) 2>&1 | { grep -vE '^\[[0-9]+/[0-9]+\]|^(Fetch|Comput|Creat|Work|Build)|is dangerous' >&2 || true; }

## libyaml and SQLite, when they are missing.
setup:
	@.ci/setup

clean:
	rm -rf .build .build-bench .build-peers .build-fuzz .build-address .build-thread .build-undefined
