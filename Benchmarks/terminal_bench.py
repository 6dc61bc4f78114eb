#!/usr/bin/env python3
"""How fast the console is as a terminal program, beside htop and btop under the same pseudo-terminal.

    terminal_bench.py --ours "PATH/ahual console --journal FILE" [--idle SECONDS] [--quick] [--json FILE]

Each program runs in a pty of 80x24 and of 200x60. What it writes is recorded with times and looked at
afterwards; only the questions programs put to a terminal are answered while it runs. Needs Linux (/proc)
and Python 3.9, nothing else. Exits 0 whatever the figures: they are shown here, not tested.

Columns
    full ms      start to the end of the burst that draws the first whole screen
    key ms       key to the first byte of the answer: median and 95th percentile, over j and k in ours and
                 the arrows in the others, where k would send signals
    B/key        bytes a key costs, median
    Esc ms       Escape to the first byte of the answer ('-' where the program does not answer it)
    B/s          bytes a second when nobody touches it
    CPU %        of one core, idle, with all its children
    wakes/s      voluntary context switches of all its threads, idle
    RSS MB       resident memory at the end
"""

import argparse
import dataclasses
import fcntl
import json
import os
import re
import select
import shlex
import shutil
import signal
import statistics
import struct
import sys
import termios
import time

SIZES = [(80, 24), (200, 60)]
BURST_END = 0.12   # seconds of silence that end the first burst
ANSWER_END = 0.03  # seconds of silence that end the answer to a key
KEY_LIMIT = 0.5    # seconds to wait for an answer
START_LIMIT = 8.0

# What may be at most; columns a goal names and others do not have none.
GOALS = {
    (80, 24): {"full_ms": 100, "key_ms": 2, "key_p95_ms": 10, "key_bytes": 600, "esc_ms": 30,
               "idle_bytes": 600, "cpu": 0.3, "wakes": 3, "rss_mb": 40},
    (200, 60): {"full_ms": 100, "key_ms": 2, "key_p95_ms": 10, "key_bytes": 600, "esc_ms": 30,
                "idle_bytes": 1200, "cpu": 0.3, "wakes": 3, "rss_mb": 40},
}

# Questions to a terminal and what xterm would say.
ANSWERS = [
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),                        # DA1
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>41;380;0c"),                    # DA2
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),                              # status
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),                            # where the cursor is
    (re.compile(rb"\x1b\[>0?q"), b"\x1bP>|XTerm(380)\x1b\\"),            # XTVERSION
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (re.compile(rb"\x1b\[\?(\d+)\$p"), b"\x1b[?%s;2$y"),                 # DECRQM: known, not set
    (re.compile(rb"\x1bP\+q([0-9A-Fa-f;]+)\x1b\\"), b"\x1bP0+r%s\x1b\\"),  # XTGETTCAP: not known
]


@dataclasses.dataclass
class Figures:
    """What was measured of one program in one size."""

    full_ms: float = None
    key_ms: float = None
    key_p95_ms: float = None
    key_bytes: float = None
    esc_ms: float = None
    idle_bytes: float = None
    cpu: float = None
    wakes: float = None
    rss_mb: float = None


@dataclasses.dataclass
class Use:
    """What the processes of a session have used so far."""

    cpu_seconds: float
    wakes: int
    resident_bytes: int


def text_of(path):
    try:
        with open(path, encoding="ascii", errors="replace") as handle:
            return handle.read()
    except OSError:
        return ""


def processes_of(session):
    """The ids of all processes of a session."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        fields = text_of(f"/proc/{name}/stat").rpartition(")")[2].split()
        if len(fields) > 3 and int(fields[3]) == session:
            yield int(name)


def use_of(session):
    use = Use(0.0, 0, 0)
    ticks = os.sysconf("SC_CLK_TCK")
    for process in processes_of(session):
        fields = text_of(f"/proc/{process}/stat").rpartition(")")[2].split()
        if len(fields) < 22:
            continue
        use.cpu_seconds += (int(fields[13]) + int(fields[14])) / ticks  # children it waited for
        try:
            # The process's own CPU clock by number: nanoseconds, where /proc has ticks of ten milliseconds.
            use.cpu_seconds += time.clock_gettime((~process << 3) | 2)
            threads = os.listdir(f"/proc/{process}/task")
        except OSError:
            continue
        use.resident_bytes += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        for thread in threads:
            status = text_of(f"/proc/{process}/task/{thread}/status")
            switches = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status, re.M)
            use.wakes += int(switches.group(1)) if switches else 0
    return use


class Terminal:
    """One program in one pty, and a record of what it wrote and when."""

    def __init__(self, command, size):
        program = shutil.which(command[0])
        if program is None:
            raise FileNotFoundError(f"{command[0]} is not to be found")
        self.record = []  # (seconds since the start, bytes)
        self.is_gone = False
        self.tail = b""   # the end of the output, in which a question may have been cut in two
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.start = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            self.become(program, command, slave)
        os.close(slave)

    @staticmethod
    def become(program, command, slave):
        """In the child: turns into the program, with the pty as its terminal. Never returns."""
        try:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for standard in (0, 1, 2):
                os.dup2(slave, standard)
            os.closerange(3, 256)
            environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor",
                               LANG="C.UTF-8", LC_ALL="C.UTF-8")
            os.execve(program, command, environment)
        finally:
            os._exit(127)

    def now(self):
        return time.perf_counter() - self.start

    def read(self, seconds):
        """Waits up to `seconds` for output and records it; whether there was any."""
        if self.is_gone or not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:  # Linux says EIO when the last process has closed the terminal
            data = b""
        if not data:
            self.is_gone = True
            return False
        self.record.append((self.now(), data))
        self.answer(data)
        return True

    def answer(self, data):
        text = self.tail + data
        end = 0
        for question, reply in ANSWERS:
            for match in question.finditer(text):
                if match.end() > len(self.tail):
                    self.send(reply % match.groups() if match.groups() else reply)
                    end = max(end, match.end())
        self.tail = text[max(end, len(text) - 64):]

    def send(self, data):
        try:
            os.write(self.master, data)
        except OSError:
            self.is_gone = True

    def read_until_quiet(self, quiet, limit):
        """Reads until something came and then nothing for `quiet` seconds, for `limit` at most."""
        begin, count = self.now(), len(self.record)
        while not self.is_gone and self.now() - begin < limit:
            came = self.read(min(quiet, begin + limit - self.now()))
            if not came and len(self.record) > count:
                return

    def read_first_screen(self, size):
        """Reads until a screen is there: a burst has ended, and not only a greeting was written."""
        enough = size[0] * size[1] // 4
        while not self.is_gone and self.now() < START_LIMIT:
            self.read_until_quiet(BURST_END, START_LIMIT - self.now())
            if sum(len(data) for _, data in self.record) >= enough:
                return

    def read_for(self, seconds):
        end = self.now() + seconds
        while not self.is_gone and self.now() < end:
            self.read(end - self.now())

    def press(self, key):
        """Sends one key; milliseconds to the first byte (None without answer) and the answer's bytes."""
        while self.read(0):
            pass
        count, begin = len(self.record), self.now()
        self.send(key)
        if not self.read(KEY_LIMIT):
            return None, 0
        self.read_until_quiet(ANSWER_END, 0.2)
        answer = self.record[count:]
        return (answer[0][0] - begin) * 1000, sum(len(data) for _, data in answer)

    def quit(self):
        """Ends the program, by its own key if it takes it."""
        for key in (b"q", b"y"):
            self.send(key)
            self.read_for(0.1)
        for number in (signal.SIGTERM, signal.SIGKILL):
            for _ in range(50):
                if os.waitpid(self.process, os.WNOHANG)[0]:
                    os.close(self.master)
                    return
                self.read(0.02)
                time.sleep(0.005)
            os.kill(self.process, number)
        os.waitpid(self.process, 0)
        os.close(self.master)


def measure(command, size, idle_seconds, keys, down, up):
    terminal = Terminal(command, size)
    figures = Figures()
    try:
        terminal.read_first_screen(size)
        if terminal.is_gone:
            said = b"".join(data for _, data in terminal.record).decode(errors="replace").strip()
            raise RuntimeError(f"it ended at once: {said[:300]}")
        if terminal.record:
            figures.full_ms = terminal.record[-1][0] * 1000
        terminal.read_for(2.0)  # what it still has to do at its beginning is no idling
        measure_idle(terminal, figures, idle_seconds)
        measure_keys(terminal, figures, keys, down, up)
        figures.rss_mb = use_of(terminal.process).resident_bytes / 1e6
    finally:
        terminal.quit()
    return figures


def measure_idle(terminal, figures, seconds):
    count, begin = len(terminal.record), terminal.now()
    before = use_of(terminal.process)
    terminal.read_for(seconds)
    after, taken = use_of(terminal.process), terminal.now() - begin
    figures.idle_bytes = sum(len(data) for _, data in terminal.record[count:]) / taken
    figures.cpu = 100 * (after.cpu_seconds - before.cpu_seconds) / taken
    figures.wakes = (after.wakes - before.wakes) / taken


def measure_keys(terminal, figures, keys, down, up):
    presses = []
    for number in range(keys):
        # Unequal pauses, so that keys do not fall in step with the program's own rhythm.
        terminal.read_for(0.05 + 0.007 * (number * 5 % 13))
        presses.append(terminal.press(down if number % 4 < 2 else up))
    answered = sorted(taken for taken, _ in presses if taken is not None)
    if answered:
        figures.key_ms = statistics.median(answered)
        figures.key_p95_ms = answered[min(len(answered) - 1, int(len(answered) * 0.95))]
        figures.key_bytes = statistics.median(size for taken, size in presses if taken is not None)
    times = []
    for _ in range(3):
        terminal.press(b"?")
        terminal.read_for(0.1)
        times.append(terminal.press(b"\x1b")[0])
    times = [taken for taken in times if taken is not None]
    figures.esc_ms = statistics.median(times) if times else None


def median_of(rounds):
    """The median of every figure over several rounds."""
    merged = Figures()
    for field in dataclasses.fields(Figures):
        values = [getattr(figures, field.name) for figures in rounds]
        values = [value for value in values if value is not None]
        if values:
            setattr(merged, field.name, statistics.median(values))
    return merged


HEADS = {"full_ms": "full ms", "key_ms": "key ms", "key_p95_ms": "p95 ms", "key_bytes": "B/key",
         "esc_ms": "Esc ms", "idle_bytes": "B/s", "cpu": "CPU %", "wakes": "wakes/s", "rss_mb": "RSS MB"}


def short(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def print_table(results, ours):
    for size in SIZES:
        goals = GOALS[size]
        rows = [[f"{size[0]}x{size[1]}", *HEADS.values()]]
        for name, figures in ((name, figures) for (name, at), figures in results.items() if at == size):
            cells = [short(getattr(figures, key)) for key in HEADS]
            if name in ours:
                cells = [cell + ("" if cell == "-" or getattr(figures, key) <= goals[key] else " !")
                         for key, cell in zip(HEADS, cells)]
            rows.append([name, *cells])
        rows.append(["goal, at most", *(short(goals[key]) for key in HEADS)])
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            print("  ".join([row[0].ljust(widths[0])]
                            + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]).rstrip())
        print()
    print("'!' marks what misses its goal; '-' what was not answered or not measured.")


def programs(ours):
    """(name, command, keys down and up) of ours and of those installed that it is held beside."""
    found = []
    for line in ours:
        command = shlex.split(line)
        name = " ".join([os.path.basename(command[0]), *command[1:2]])
        found.append((name, command, (b"j", b"k")))
    for command in (["htop", "-d", "10"], ["btop"]):
        if shutil.which(command[0]):
            found.append((command[0], command, (b"\x1bOB", b"\x1bOA")))  # arrows, as asked for by smkx
        else:
            print(f"terminal_bench: {command[0]} is not installed and left out", file=sys.stderr)
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", action="append", default=[],
                        help="a command line of ours; may be given again, for instance for a running drill")
    parser.add_argument("--idle", type=float, help="seconds to watch it idle (20; with --quick 5)")
    parser.add_argument("--rounds", type=int, help="rounds, of which medians are taken (3; with --quick 1)")
    parser.add_argument("--quick", action="store_true", help="a small run")
    parser.add_argument("--json", help="write the figures there too")
    options = parser.parse_args()
    idle = options.idle or (5.0 if options.quick else 20.0)
    rounds = options.rounds or (1 if options.quick else 3)
    keys = 12 if options.quick else 40

    results = {}
    wanted = programs(options.ours)
    for number in range(rounds):
        for name, command, (down, up) in wanted:
            for size in SIZES:
                print(f"terminal_bench: round {number + 1} of {rounds}, {name} {size[0]}x{size[1]}",
                      file=sys.stderr, flush=True)
                try:
                    results.setdefault((name, size), []).append(measure(command, size, idle, keys, down, up))
                except (OSError, RuntimeError) as problem:
                    print(f"terminal_bench: {name}: {problem}", file=sys.stderr)
    merged = {key: median_of(figures) for key, figures in results.items() if figures}
    print_table(merged, {name for name, *_ in wanted[:len(options.ours)]})
    if options.json:
        lines = [{"program": name, "size": f"{size[0]}x{size[1]}", **dataclasses.asdict(figures)}
                 for (name, size), figures in merged.items()]
        with open(options.json, "w", encoding="utf-8") as out:
            json.dump(lines, out, indent=1)


if __name__ == "__main__":
    main()
