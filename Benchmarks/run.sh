#!/bin/sh
# Builds the program and the benches for speed, measures both and prints one report.
#
#   Benchmarks/run.sh [--quick]
#
# AHUAL_BENCH_ENTRIES sets the size of the large journal (1000000; with --quick 100000). It is made once and
# kept in .build-bench/work, with everything else that is built or measured.
set -eu

cd "$(dirname "$0")/.."
build=.build-bench
quick=
case "${1:-}" in
    "") ;;
    --quick) quick=--quick ;;
    *) echo "usage: Benchmarks/run.sh [--quick]" >&2; exit 2 ;;
esac
command -v sqlite3 >/dev/null || { echo "run.sh: the sqlite3 shell is needed (apt install sqlite3)" >&2; exit 1; }
mkdir -p "$build"

swift build -c release --scratch-path "$build/root" --product ahual >&2
swift build -c release --package-path Benchmarks --scratch-path "$build/bench" --product bench >&2
bench=$build/bench/release/bench
ahual=$PWD/$build/root/release/ahual

# Engines to compare the queues with, where the package index can be reached; the bench leaves out what is missing.
if [ ! -x "$build/python/bin/python" ]; then python3 -m venv "$build/python" >&2 || true; fi
for engine in simpy ciw; do
    "$build/python/bin/python" -m pip install --quiet --disable-pip-version-check "$engine" >&2 ||
        echo "run.sh: $engine could not be installed; the queues are measured without it" >&2
done
[ ! -x "$build/python/bin/python" ] || export AHUAL_BENCH_PYTHON="$PWD/$build/python/bin/python"

echo "Ahual, $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(date -u +%Y-%m-%dT%H:%MZ)"
echo
"$bench" $quick --folder "$build/work" --json "$build/store.json"
echo

# The console may append to what it opens and keeps snapshots there, so it gets a copy.
large=$("$bench" $quick --folder "$build/work" --journal)
journal=$PWD/$build/work/console.ahual
rm -f "$journal" "$journal-wal" "$journal-shm"
cp "$large" "$journal"
"$ahual" status --journal "$journal" >/dev/null  # makes the snapshots: the console is measured warm
# Once with nothing happening, once with the demonstration playing as fast as time itself.
python3 Benchmarks/terminal_bench.py $quick --ours "$ahual console --journal $journal" \
    --ours "$ahual demo --speed 1" \
    --json "$build/terminal.json"
rm -f "$journal" "$journal-wal" "$journal-shm"
