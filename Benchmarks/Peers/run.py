"""Hegn beside peers: the same work on the same citizens, in one run, with equal totals.

    run.py [--hegn PATH] [--quick]      everything, as a table; needs PyPI the first time
    run.py --check [--hegn PATH]        only whether Hegn, the loop in C and NumPy agree, on few citizens
    run.py --instructions [--hegn PATH] only Hegn and the loop in C, by the instruction; for a busy machine; needs valgrind

Ends with 1 when totals differ or a peer fails, with 2 when there is no Hegn to run.
"""

import argparse
import datetime
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import venv

import citizens
from measuring import (
    HERE, ROOT, WORK, Failure, build_loop, country, country_command, course_totals, hold_equal, instructions, peer, run)

RULES = os.path.join(HERE, "rules")
#: Copies of the law that are replayed beside it, so that replaying outweighs reading where it is measured.
COPIES = [f"copy-{number}" for number in range(1, 9)]


def environment(name, wanted):
    """The Python of an environment of the benchmark's own, with packages in it at the versions that are wanted."""
    folder = os.path.join(WORK, name)
    python = os.path.join(folder, "bin", "python")
    done = os.path.join(folder, "requirements.txt")
    if not os.path.exists(done) or text_of(done) != wanted:
        print("peers: installing packages from PyPI", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        asked = os.path.join(folder, "wanted.txt")
        with open(asked, "w", encoding="utf-8") as file:
            file.write(wanted)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", asked], check=True)
        os.rename(asked, done)
    return python


def python_with_peers():
    return environment("venv", text_of(os.path.join(HERE, "requirements.txt")))


def python_with_numpy():
    """A Python that has NumPy, installed if need be; `None` where it cannot be."""
    for python in (os.path.join(WORK, "venv", "bin", "python"), sys.executable):
        if os.path.exists(python) and run([python, "-c", "import numpy"], allow_failure=True) is not None:
            return python
    wanted = [line for line in text_of(os.path.join(HERE, "requirements.txt")).splitlines() if line.startswith("numpy==")]
    try:
        return environment("venv-numpy", wanted[0] + "\n")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"NUMPY NOT COMPARED: it cannot be installed: {error}", file=sys.stderr)
        return None


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def data(name):
    """Where citizens are kept from run to run, until `citizens.py` changes."""
    digest = hashlib.sha256(text_of(os.path.join(HERE, "citizens.py")).encode()).hexdigest()[:12]
    folder = os.path.join(WORK, f"data-{digest}")
    os.makedirs(folder, exist_ok=True)
    return os.path.join(folder, name)


def file_of(count):
    """The file of so many citizens. Its mapping is written before it, so that whoever finds one finds both."""
    path = data(f"citizens-{count}.csv")
    if not os.path.exists(path):
        half = data(f"half-{count}")
        os.makedirs(half, exist_ok=True)
        citizens.write_csv(count, 1, os.path.join(half, f"citizens-{count}.csv"))
        os.rename(os.path.join(half, f"citizens-{count}.yaml"), mapping_of(count))
        os.rename(os.path.join(half, f"citizens-{count}.csv"), path)
        os.rmdir(half)
    return path


def mapping_of(count):
    return data(f"citizens-{count}.yaml")


def folder_of(count):
    path = data(f"scenarios-{count}")
    if not os.path.exists(path):
        shutil.rmtree(path + ".half", ignore_errors=True)
        citizens.write_scenarios(count, 1, path + ".half")
        os.rename(path + ".half", path)
    return path


def reads_mappings(hegn):
    """Whether this Hegn takes the mapping of a file as a population."""
    file_of(10)
    return run(country_command(hegn, RULES, mapping_of(10), ["current"], os.devnull), allow_failure=True) is not None


def population_of(hegn_reads_files, count):
    if not hegn_reads_files:
        return folder_of(count)
    file_of(count)
    return mapping_of(count)


def groups_alone(text):
    """The law with its groups and nothing that follows from them: one unit holds every case, and nothing is due."""
    head, _, rest = text.partition("\nunits:\n")
    if not rest or "\nduties:\n" not in rest:
        raise Failure("the benchmark's law no longer has its units and then its duties")
    return head + '\nunits:\n  office: {authority: municipality, cite: BENCH § 8, holds when: "true"}\n'


def rules_with_copies(name="rules-with-copies", of=lambda text: text):
    """The rules with the law in them nine times: what more replays add is what replaying costs, without reading."""
    folder = os.path.join(WORK, name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(RULES, folder)
    text = of(text_of(os.path.join(RULES, "current", "law.yaml")))
    for name in ["current", *COPIES]:
        os.makedirs(os.path.join(folder, name), exist_ok=True)
        with open(os.path.join(folder, name, "law.yaml"), "w", encoding="utf-8") as file:
            file.write(text.replace("\nlaw: current\n", f"\nlaw: {name}\n"))
    return folder


def check(hegn, count=1_000):
    loop = build_loop()
    if loop is None:
        print("PEERS NOT COMPARED: there is no C compiler; install gcc", file=sys.stderr)
        return
    path = file_of(count)
    _, reference = peer([loop, path])
    hold_equal("hegn, course by course", course_totals(hegn, RULES, folder_of(count)), reference)
    kinds = [("a folder of scenarios", folder_of(count))]
    if reads_mappings(hegn):
        kinds.append(("a file of citizens", mapping_of(count)))
    else:
        print("THIS HEGN TAKES NO FILE OF CITIZENS as a population: only scenarios are compared", file=sys.stderr)
    for name, population in kinds:
        _, totals = country(hegn, RULES, population, count)
        hold_equal(f"hegn, {name}", totals[0], reference)
    names = ["hegn", "the loop in C"]
    python = python_with_numpy()
    if python is not None:
        _, totals = peer([python, os.path.join(HERE, "peers", "with_numpy.py"), path])
        hold_equal("numpy", totals, reference)
        names.append("NumPy")
    print(
        f"peers: {', '.join(names)} agree on {count} citizens over five years: {sum(reference['days'])} days in groups, "
        f"{sum(reference['interviews'])} interviews, {reference['hand_overs']} hand-overs, {sum(reference['cost'])} øre")


def count_instructions(hegn):
    """What one citizen costs Hegn, reading and computing apart, and the loop."""
    loop = build_loop("loop-plain", target=())
    rules = rules_with_copies()
    from_files = reads_mappings(hegn)
    few, many = 200, 1_000

    def each(command_of):
        return (instructions(command_of(many)) - instructions(command_of(few))) / (many - few)

    def under(laws):
        return each(lambda count: country_command(hegn, rules, population_of(from_files, count), laws, os.devnull))

    one, nine = under(["current"]), under(["current", *COPIES])
    computing = (nine - one) / len(COPIES)
    once, more = (each(lambda count: [loop, file_of(count), repeats]) for repeats in ("1", "11"))
    by_hand = (more - once) / 10
    print("| instructions for each citizen | reads | computes |\n|---|---:|---:|")
    print(f"| Hegn, from {'the file' if from_files else 'scenarios'} | {one - computing:,.0f} | {computing:,.0f} |")
    print(f"| C by hand | {once - by_hand:,.0f} | {by_hand:,.0f} |")
    print(f"\nHegn computes with {computing / by_hand:,.0f} times the instructions of the loop.")


class Row:
    """Microseconds of the processor for each citizen, and what the whole process took."""

    def __init__(self, name, count, process, reading, computing, totals=None):
        self.name, self.count, self.process = name, count, process
        self.reading, self.computing, self.totals = reading, computing, totals


def measure_peers(loop, quick):
    python = python_with_peers()

    def script(name):
        return [python, os.path.join(HERE, "peers", f"with_{name}.py")]

    part = 10 if quick else 1
    asked = [
        ("C by hand", [loop], 100_000 // part, ["20"], 3),
        ("NumPy by hand", script("numpy"), 100_000 // part, ["5"], 2),
        ("SimPy", script("simpy"), 10_000 // part, [], 2),
        ("OpenFisca by the day", script("openfisca"), 10_000 // part, [], 2),
        ("OpenFisca by the day, forgetting", script("openfisca"), 100_000 // part, ["--forget"], 1),
        ("OpenFisca by the month", script("openfisca"), 10_000 // part, ["--month"], 2),
        ("zen-engine, groups alone", script("zen"), 10_000 // part, [], 2),
    ]
    rows = []
    for name, command, count, arguments, tries in asked:
        print(f"peers: {name}, {count} citizens", file=sys.stderr)
        process, totals = peer([*command, file_of(count), *arguments], tries)
        _, reference = peer([loop, file_of(count)])
        if name != "OpenFisca by the month":
            hold_equal(name, totals, reference)
        rows.append(
            Row(name, count, process, 1e6 * totals["reading"] / count, 1e6 * totals["computing"] / count, {**totals, "exact": reference}))
    return rows


def measure_hegn(hegn, loop, quick):
    """Hegn at two sizes under one law and under nine: what each citizen costs, apart from starting.

    - Returns: whether it read the file, the seconds that starting takes, its row, and its peak memory by number of citizens.
    """
    from_files = reads_mappings(hegn)
    small, large = (1_000, 4_000) if quick else (2_000, 10_000) if not from_files else (10_000, 100_000)
    if not from_files:
        print("THIS HEGN TAKES NO FILE OF CITIZENS as a population: it reads a folder of scenarios", file=sys.stderr)
    rules = rules_with_copies()
    took = {}
    for count in (small, large):
        population = population_of(from_files, count)
        _, reference = peer([loop, file_of(count)])
        for laws in (["current"], ["current", *COPIES]):
            print(f"peers: hegn, {count} citizens, laws: {len(laws)}", file=sys.stderr)
            process, totals = country(hegn, rules, population, count, laws, tries=3 if quick else 5)
            for law, own in zip(laws, totals):
                hold_equal(f"hegn, law '{law}'", own, reference)
            took[count, len(laws)] = process
    few = min(small, 1_000)
    _, reference = peer([loop, file_of(few)])
    hold_equal("hegn, course by course", course_totals(hegn, RULES, folder_of(few)), reference)

    def each(laws):
        return 1e6 * (took[large, laws].processor - took[small, laws].processor) / (large - small)

    computing = (each(1 + len(COPIES)) - each(1)) / len(COPIES)
    start = country(hegn, RULES, population_of(from_files, 10), 10, tries=5)[0].processor
    peaks = {count: took[count, 1].peak for count in (small, large)}
    return from_files, start, Row("**Hegn**", large, took[large, 1], each(1) - computing, computing), peaks


def measure_groups(hegn, loop, from_files, quick):
    """What classification alone costs Hegn a citizen: finding the instants, deciding the group at each, adding up its days.

    - Returns: microseconds of the processor.
    """
    rules = rules_with_copies("rules-groups-alone", groups_alone)
    count = 10_000 // (10 if quick else 1)
    population = population_of(from_files, count)
    _, reference = peer([loop, file_of(count)])
    took = []
    for laws in (["current"], ["current", *COPIES]):
        print(f"peers: hegn, groups alone, {count} citizens, laws: {len(laws)}", file=sys.stderr)
        process, totals = country(hegn, rules, population, count, laws, tries=5)
        for law, own in zip(laws, totals):
            hold_equal(f"hegn, groups alone, law '{law}'", {key: own[key] for key in ("days", "days_within")}, reference)
        took.append(process.processor)
    return 1e6 * (took[1] - took[0]) / len(COPIES) / count


def table(rows, hegn):
    print("\n| | citizens | reads, µs each | computes, µs each | citizens/s | process: wall | user | peak memory | computing against Hegn's |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for row in [hegn] + rows:
        print(
            f"| {row.name} | {row.count:,} | {row.reading:,.1f} | {row.computing:,.2f} | {1e6 / row.computing:,.0f} | "
            f"{row.process.wall:.2f} s | {row.process.user:.2f} s | {row.process.peak:,.0f} MB | "
            + ("1 |" if row is hegn else f"{row.computing / hegn.computing:,.3g} × |"))


def verdict(rows, hegn, peaks, instants, classifying):
    of = {row.name: row for row in rows}
    day, zen, month = of["OpenFisca by the day"], of["zen-engine, groups alone"], of["OpenFisca by the month"]
    forgetting = of["OpenFisca by the day, forgetting"]
    decision = zen.computing * zen.count / zen.totals["decisions"]
    own = classifying / instants

    def memory(row):
        """The goal of memory: at the same number of citizens where Hegn was measured there, else at its largest."""
        at = row.count if row.count in peaks else max(peaks)
        return f"({row.process.peak:,.0f} MB at {row.count:,} citizens; Hegn {peaks[at]:,.0f} MB at {at:,})", row.process.peak / peaks[at], 10

    goals = [
        ("ten times as fast as OpenFisca by the day", day.computing / hegn.computing, 10),
        ("a tenth of its memory " + memory(day)[0], *memory(day)[1:]),
        ("the same, when OpenFisca forgets " + memory(forgetting)[0], *memory(forgetting)[1:]),
        (f"a hundred times zen-engine by the decision ({decision:.2f} µs against {own:.2f} µs, with finding the instant and counting the days)", decision / own, 100),
        ("five hundred times SimPy", of["SimPy"].computing / hegn.computing, 500),
        ("within twice the loop by hand (0.5)", of["C by hand"].computing / hegn.computing, 0.5),
    ]
    print("\n| goal | is | wanted | |\n|---|---:|---:|---|")
    for name, is_, wanted in goals:
        print(f"| {name} | {is_:,.3g} | {wanted} | {'met' if is_ >= wanted else '**not met**'} |")
    exact, coarse = month.totals["exact"], month.totals
    print("\nWhat a step of a month loses, of the same citizens:")
    for key, name in (("interviews", "interviews"), ("cost", "cost"), ("hand_overs", "hand-overs")):
        is_, was = (sum(x[key]) if isinstance(x[key], list) else x[key] for x in (coarse, exact))
        print(f"* {name}: {is_:,} in place of {was:,}, {100 * (is_ - was) / was:+.1f} %")
    off = sum(abs(a - b) for a, b in zip(coarse["days"], exact["days"]))
    print(f"* days in the wrong group, at least: {off // 2:,} of {sum(exact['days']):,}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hegn", default=os.path.join(ROOT, ".build", "release", "hegn"))
    parser.add_argument("--check", action="store_true", help="only whether totals are equal, on few citizens")
    parser.add_argument("--instructions", action="store_true", help="count instructions in place of seconds")
    parser.add_argument("--quick", action="store_true", help="a tenth of the citizens")
    asked = parser.parse_args()
    if not os.access(asked.hegn, os.X_OK):
        print(f"peers: there is no {asked.hegn}; run 'make compare' first", file=sys.stderr)
        sys.exit(2)
    os.makedirs(WORK, exist_ok=True)
    if asked.check:
        return check(asked.hegn)
    if asked.instructions:
        return count_instructions(asked.hegn)
    loop = build_loop()
    if loop is None:
        raise Failure("there is no C compiler; install gcc")
    rows = measure_peers(loop, asked.quick)
    from_files, start, hegn, peaks = measure_hegn(asked.hegn, loop, asked.quick)
    print(f"\n{datetime.date.today()}, {os.cpu_count()} cores, one used; Python {platform.python_version()}; processor time, least of several.")
    print(f"Hegn reads {'the same file' if from_files else 'a folder of scenarios'}; it starts in {1000 * start:.0f} ms, which are in no µs below.")
    classifying = measure_groups(asked.hegn, loop, from_files, asked.quick)
    table(rows, hegn)
    print(f"\nHegn's classification alone, without units, interviews and cost: {classifying:.2f} µs a citizen.")
    verdict(rows, hegn, peaks, rows[0].totals["instants"] / rows[0].count, classifying)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        print(f"peers: {failure}", file=sys.stderr)
        sys.exit(1)
