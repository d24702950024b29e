"""How time and memory grow: with the people, the law, the years, the reasons asked for, and what is drawn.

    run.py [--hegn PATH]          everything, as tables of Markdown; about half an hour on a quiet machine
    run.py --quick                the same on few citizens, to see that it works; its figures say nothing
    run.py --only people,law      some of: people, law, years, reasons, start, measures, draws

Each figure stands beside another of the same run, so that it says something on any machine. Ends with 1 when a command fails or says
something else than it should, with 2 when there is no Hegn to run.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "Benchmarks", "Peers"))

from laws import part_of_course, repeat_duties  # noqa: E402
from measuring import Failure, run  # noqa: E402

RULES = os.path.join(ROOT, "Rules")
COUNTRY = os.path.join("Scenarios", "denmark-2023.yaml")
#: What takes longer than this is not measured but reckoned from less, and the table says so.
LONGEST = 600


class Bench:
    def __init__(self, hegn, quick, work):
        self.hegn, self.quick, self.work = hegn, quick, work

    def people(self, full):
        """So many citizens; a hundredth of them in a quick run."""
        return max(20, full // 100) if self.quick else full

    def took(self, *arguments, tries=3, out=os.devnull):
        """The least of several runs on whatever cores there are."""
        tries = 1 if self.quick else tries
        print("growth: hegn", *arguments, file=sys.stderr)
        return run([self.hegn, *arguments, "--out", out], tries=tries, core=None)

    def country(self, citizens, workers, *more, laws=("current", "framework"), population=COUNTRY, tries=3, out=os.devnull):
        return self.took(
            "compare", *laws, "--population", population, "--citizens", str(citizens), "--workers", str(workers), "--format", "json",
            *more, tries=tries, out=out)


def heading(title, columns):
    print(f"\n### {title}\n\n| {' | '.join(columns)} |")
    print("|---|" + "---:|" * (len(columns) - 1))


def row(*cells):
    print(f"| {' | '.join(cells)} |", flush=True)


def verdict(value, goal):
    return "met" if value <= goal else "**not met**"


def ms(seconds):
    return f"{1000 * seconds:,.0f} ms"


def people(bench):
    """More citizens, one worker and two."""
    few = bench.country(10, 1, tries=5)
    heading("More people", ["citizens, two laws", "workers", "wall", "processor, µs a citizen", "peak memory", "µs against the first", "against one worker, wall"])
    first, alone, biggest = None, {}, 0
    for full in (10_000, 100_000, 1_000_000, 10_000_000):
        count = bench.people(full)
        if full == 10_000_000:
            if 10 * biggest > LONGEST or bench.quick:
                print(f"\nTen million citizens are left out: two workers would take about {10 * biggest:,.0f} s.")
                break
        for workers in (1, 2):
            if full == 10_000_000 and workers == 1:
                continue
            took = bench.country(count, workers, tries=3 if full <= 100_000 else 1)
            each = 1e6 * (took.processor - few.processor) / count
            first = first or each
            alone.setdefault(count, took.wall)
            biggest = took.wall
            gain = "1" if workers == 1 else f"{alone[count] / took.wall:.2f} ×" if full < 10_000_000 else "–"
            row(f"{count:,}", str(workers), f"{took.wall:.2f} s", f"{each:.1f}", f"{took.peak:,.0f} MB", f"{each / first:.2f} ×", gain)
    print(f"\nStarting, reading and ten citizens take {ms(few.processor)} of the processor, which are in no µs above.")


def law(bench):
    """A law ten times as large."""
    folder = os.path.join(bench.work, "ten")
    plain = os.path.join(bench.work, "one")
    one = repeat_duties(RULES, plain, "current", 1)
    ten = repeat_duties(RULES, folder, "current", 10)
    count = bench.people(10_000)
    heading("A law ten times as large", ["today's law, one worker", f"{one} duties", f"{ten} duties", "against one", "goal: three times"])

    def both(name, *arguments, tries=3):
        small, large = (bench.took(*arguments, "--rules", rules, tries=tries) for rules in (plain, folder))
        ratio = large.processor / small.processor
        row(name, ms(small.processor), ms(large.processor), f"{ratio:.2f} ×", verdict(ratio, 3))
        return small, large

    small, large = both(
        f"{count:,} citizens, each duty and its copies demanded", "compare", "current", "--population", COUNTRY, "--citizens", str(count),
        "--workers", "1", "--format", "json")
    row("the same, peak memory", f"{small.peak:,.0f} MB", f"{large.peak:,.0f} MB", f"{large.peak / small.peak:.2f} ×", "")
    both("a course of forty years", "run", "current", "Benchmarks/forty-years.yaml", "--format", "json")
    demands = []
    for rules in (plain, folder):
        out = os.path.join(bench.work, "run.json")
        bench.took("run", "current", "Benchmarks/forty-years.yaml", "--format", "json", "--rules", rules, tries=1, out=out)
        with open(out, encoding="utf-8") as file:
            demands.append(demands_in(json.load(file)))
    if demands[1] <= demands[0]:
        raise Failure(f"the law with {ten} duties demands {demands[1]} times, and that with {one} demands {demands[0]} times")
    row("demands in that course", f"{demands[0]:,}", f"{demands[1]:,}", f"{demands[1] / demands[0]:.2f} ×", "")


def demands_in(report):
    """How many demands a printed course has."""
    found = 0
    stack = [report]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            for key, value in here.items():
                if key == "demands" and isinstance(value, list):
                    found += len(value)
                else:
                    stack.append(value)
        elif isinstance(here, list):
            stack += here
    return found


def years(bench):
    """Courses of one, five and forty years; reading them taken off by replaying the same ones under more laws."""
    rules = os.path.join(bench.work, "copies")
    repeat_duties(RULES, rules, "current", 1)
    names = ["current"]
    for number in range(1, 5):
        name = f"copy-{number}"
        shutil.copytree(os.path.join(rules, "current"), os.path.join(rules, name))
        path = os.path.join(rules, name, "law.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("\nlaw: current\n", f"\nlaw: {name}\n", 1))
        names.append(name)
    with open(os.path.join(ROOT, "Benchmarks", "forty-years.yaml"), encoding="utf-8") as file:
        whole = file.read()
    heading("Longer courses", ["years", "events", "replayed, ms a course", "ms a year", "a year against the first", "read, ms a course"])
    first = None
    # Short courses take little, so more of them are needed to be seen beside the start of a process.
    for length, few, many in ((1, 40, 840), (5, 20, 220), (40, 10, 60)):
        if bench.quick:
            few, many = few // 5, many // 5
        took = {}
        for count in (few, many):
            folder = os.path.join(bench.work, f"courses-{length}-{count}")
            os.makedirs(folder)
            for number in range(count):
                text, events = part_of_course(whole, length, f"course-{number}")
                with open(os.path.join(folder, f"course-{number}.yaml"), "w", encoding="utf-8") as file:
                    file.write(text)
            for laws in (1, len(names)):
                took[count, laws] = bench.took(
                    "compare", *names[:laws], "--population", folder, "--workers", "1", "--rules", rules, "--format", "json", tries=5)

        def each(laws):
            return 1000 * (took[many, laws].processor - took[few, laws].processor) / (many - few)

        replayed = (each(len(names)) - each(1)) / (len(names) - 1)
        if replayed <= 0:
            raise Failure("the same courses took no longer under more laws: the machine is too busy to tell")
        first = first or replayed / length
        row(
            str(length), str(events), f"{replayed:.2f}", f"{replayed / length:.3f}", f"{replayed / length / first:.2f} ×",
            f"{each(1) - replayed:.2f}")
    print("\nBy differences: more courses, and the same courses under more laws. What is replayed holds what is added up of it.")


def reasons(bench):
    """What it costs to be told which provision caused what."""
    courses = os.path.join(ROOT, "Scenarios", "courses")
    folder = os.path.join("Scenarios", "courses") if os.path.isdir(courses) else os.path.join("Scenarios", "personas")
    heading("Reasons asked for", ["", "without", "with", "against without", "goal: 1.25"])

    def pair(name, without, with_, goal=True):
        first, second = bench.took(*without, tries=10), bench.took(*with_, tries=10)
        ratio = second.processor / first.processor
        row(name, ms(first.processor), ms(second.processor), f"{ratio:.2f} ×", verdict(ratio, 1.25) if goal else "")

    pair(
        "every course of `Scenarios/courses`: counts alone; each demand with its provision",
        ("compare", "current", "framework", "--population", folder, "--workers", "1", "--format", "json"),
        ("compare", "current", "framework", folder, "--format", "json"))
    pair(
        "every rule test: passed or not; and which conditions decided (`--conditions`)",
        ("test", "--format", "json"), ("test", "--conditions", "--format", "json"))
    pair(
        "forty years: the course; why its last day is as it is (`explain`)",
        ("run", "current", "Benchmarks/forty-years.yaml", "--format", "json"),
        ("explain", "current", "Benchmarks/forty-years.yaml", "--on", "2062-12-31", "--format", "json"))
    count = str(bench.people(10_000))
    pair(
        f"{int(count):,} citizens: the fast evaluator; the plain one, which explains",
        ("compare", "current", "framework", "--population", COUNTRY, "--citizens", count, "--workers", "1", "--format", "json"),
        ("compare", "current", "framework", "--population", COUNTRY, "--citizens", count, "--workers", "1", "--format", "json",
         "--evaluator", "plain"), goal=False)
    print("\nWhole processes, start and output in both columns. Every record names its provisions; there is no run without them.")


def start(bench):
    """From the start of the process to the last line."""
    heading("Start-up", ["twenty runs", "least wall", "median wall", "peak memory", "least against `--version`", "goal: 50 ms"])
    base = None
    for name, arguments in (("`hegn --version`", ["--version"]), ("`hegn compare` on the personas", ["compare"]), ("`hegn check`", ["check"])):
        walls, peak = [], 0
        for _ in range(3 if bench.quick else 20):
            took = run([bench.hegn, *arguments], core=None)
            walls.append(took.wall)
            peak = max(peak, took.peak)
        least = min(walls)
        base = base or least
        goal = f"{verdict(least, 0.05)} in the least, {verdict(statistics.median(walls), 0.05)} in the median" if arguments == ["compare"] else ""
        row(name, ms(least), ms(statistics.median(walls)), f"{peak:,.0f} MB", f"{least / base:.1f} ×", goal)


def measures(bench):
    """Every measure of the framework law priced by Shapley, over all orders."""
    heading("Measures priced", ["`compare current framework --shapley`", "wall", "processor, µs a citizen", "peak memory", "against the same without", "goal: 60 s"])
    first = None
    for full in (1_000, 10_000, 100_000):
        count = bench.people(full)
        without = bench.country(count, 2, "--target", tries=1)
        whole = bench.country(count, 2, "--shapley", tries=1)
        first = first or (count, whole)
        each = "–"
        if count != first[0]:
            each = f"{1e6 * (whole.processor - first[1].processor) / (count - first[0]):,.0f}"
        row(
            f"{count:,} citizens, all orders", f"{whole.wall:.1f} s", each, f"{whole.peak:,.0f} MB",
            f"{whole.wall / without.wall:,.1f} ×", verdict(whole.wall, 60) if full == 100_000 else "")
    print(
        "\nNo order is drawn: what every set of measures costs is put together duty by duty from few replays. The processor's time for a"
        " citizen is what those take that come to the first row's.")


def draws(bench):
    """Ten thousand sets of prices."""
    heading("Prices drawn", ["`compare current framework --target`", "wall", "against the same without draws", "goal: 1 s for the draws"])
    count = bench.people(10_000)
    number = 200 if bench.quick else 10_000
    without = bench.country(count, 2, "--target")
    took = bench.country(count, 2, "--target", "--draws", str(number))
    drawn = took.wall - without.wall
    row(f"{count:,} citizens", f"{without.wall:.2f} s", "1", "")
    row(f"the same with `--draws {number}`", f"{took.wall:.2f} s", f"{took.wall / without.wall:.1f} ×", f"{drawn:.2f} s: {verdict(drawn, 1)}")


PARTS = {"people": people, "law": law, "years": years, "reasons": reasons, "start": start, "measures": measures, "draws": draws}


def machine(hegn):
    """Date, processor, memory and versions: what a figure cannot do without."""
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            name = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
        with open("/proc/meminfo", encoding="utf-8") as file:
            memory = f"{int(file.readline().split()[1]) / 1024 / 1024:.0f} GB, "
    except (OSError, StopIteration):
        memory = ""
    load = os.getloadavg()[0]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout.strip()
    version = subprocess.run([hegn, "--version"], capture_output=True, text=True, cwd=ROOT).stdout.strip()
    print(f"{datetime.date.today()}, {name}, {os.cpu_count()} cores, {memory}hegn {version} at {commit}; load before the first run {load:.1f}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hegn", default=os.path.join(ROOT, ".build", "release", "hegn"))
    parser.add_argument("--quick", action="store_true", help="few citizens; the figures say nothing")
    parser.add_argument("--only", help=f"some of: {', '.join(PARTS)}")
    asked = parser.parse_args()
    if not os.access(asked.hegn, os.X_OK):
        print(f"growth: there is no {asked.hegn}; run 'make compare' first", file=sys.stderr)
        sys.exit(2)
    wanted = asked.only.split(",") if asked.only else list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        parser.error(f"there is no part '{unknown[0]}'; write some of: {', '.join(PARTS)}")
    machine(asked.hegn)
    if asked.quick:
        print("\n**A quick run: its figures say nothing.**")
    with tempfile.TemporaryDirectory(prefix="hegn-growth-") as work:
        for name in wanted:
            own = os.path.join(work, name)
            os.mkdir(own)
            PARTS[name](Bench(asked.hegn, asked.quick, own))


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        print(f"growth: {failure}", file=sys.stderr)
        sys.exit(1)
