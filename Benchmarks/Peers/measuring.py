"""Processes that are run and measured, and totals that must be equal."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
#: Ignored by git, as all that is built.
WORK = os.path.join(ROOT, ".build-peers")
GNU_TIME = "/usr/bin/time"
GROUPS = [
    "dagpenge", "jobparat", "aktivitetsparat", "uddannelsesparat", "aktivitetsparat-ung", "sygedagpenge", "jobafklaring",
    "ressourceforløb", "fleksjob", "revalidering", "førtidspension", "selvforsørgende", "under-atten"]


class Failure(Exception):
    """Something could not run, or totals differ."""


class Run:
    """One process: what it printed, and the least that it took of several tries."""

    def __init__(self, output, wall, user, system, peak):
        self.output, self.wall, self.user, self.system, self.peak = output, wall, user, system, peak

    @property
    def processor(self):
        return self.user + self.system


def run(command, tries=1, core=1, allow_failure=False):
    """Runs a command alone on one core, `tries` times.

    - Returns: the least wall clock (s), user and system time (s), and the highest peak memory (MB), or None where it failed and
      may.
    """
    if core is not None and shutil.which("taskset") and core < (os.cpu_count() or 1):
        command = ["taskset", "-c", str(core), *command]
    # A process that is started by this one is never told to have needed less memory than this one; started by a small one, it is.
    gauge = tempfile.NamedTemporaryFile("r") if os.access(GNU_TIME, os.X_OK) and sys.platform.startswith("linux") else None
    if gauge:
        command = [GNU_TIME, "-o", gauge.name, "-f", "%M", *command]
    least = None
    for _ in range(tries):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        # Everything that is run here prints a few lines, so neither pipe fills.
        output, complaint = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        process.stdout.close()
        process.stderr.close()
        if process.returncode != 0:
            if allow_failure:
                return None
            raise Failure(f"{' '.join(command)} ended with {process.returncode}\n{complaint.decode()}")
        peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        if gauge:
            gauge.seek(0)
            peak = int(gauge.read().split()[-1]) / 1024
        if least is None:
            least = Run(output, wall, usage.ru_utime, usage.ru_stime, peak)
        else:
            least.wall = min(least.wall, wall)
            if usage.ru_utime + usage.ru_stime < least.processor:
                least.user, least.system = usage.ru_utime, usage.ru_stime
            least.peak = max(least.peak, peak)
    return least


def instructions(command):
    """How many instructions a command takes: the same on a busy machine and an idle one, where seconds are not.

    Counted by valgrind on a copy without debug information, which it cannot always read.
    """
    copy = os.path.join(WORK, "counted")
    run(["strip", "--strip-debug", "-o", copy, command[0]], core=None)
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    counted = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}", copy, *command[1:]],
        capture_output=True, text=True, cwd=ROOT, env=environment)
    found = re.search(r"I +refs: +([0-9,]+)", counted.stderr)
    if counted.returncode != 0 or found is None:
        raise Failure(f"valgrind cannot count {' '.join(command)}\n{counted.stderr[-2000:]}")
    return int(found[1].replace(",", ""))


def peer(command, tries=1):
    """A peer's run with its totals; the times it took itself are the least of the tries, too."""
    best, totals = None, None
    for _ in range(tries):
        one = run(command)
        told = json.loads(one.output)
        if best is None:
            best, totals = one, told
            continue
        best.wall, best.peak = min(best.wall, one.wall), max(best.peak, one.peak)
        if one.processor < best.processor:
            best.user, best.system = one.user, one.system
        for key in ("reading", "computing"):
            totals[key] = min(totals[key], told[key])
    return best, totals


def build_loop(name="loop", target=("-march=native",)):
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not compiler:
        return None
    os.makedirs(WORK, exist_ok=True)
    program = os.path.join(WORK, name)
    run([compiler, "-O3", *target, "-o", program, os.path.join(HERE, "peers", "loop.c")], core=None)
    return program


def country(hegn, rules, population, citizens, laws=("current",), tries=1):
    """Hegn on a population, replayed under each of the laws by one worker."""
    out = os.path.join(WORK, "hegn.json")
    least = run(country_command(hegn, rules, population, laws, out), tries)
    with open(out, encoding="utf-8") as file:
        report = json.load(file)
    if report["sample"]["citizens"] != citizens:
        raise Failure(f"hegn replayed {report['sample']['citizens']} citizens of {citizens}")
    return least, [country_totals(report, law) for law in laws]


def country_command(hegn, rules, population, laws, out):
    return [
        hegn, "compare", *laws, "--rules", rules, "--population", population, "--workers", "1", "--format", "json", "--out", out]


def country_totals(report, law):
    """Sums over the years. The days of a group are told only as full-time persons of a year, rounded: with how far that may be off.

    Of a group with too few citizens in a year Hegn tells nothing, and it stands as None; the sums of all groups are always told.
    """

    def total(rows, key, of=lambda length: 1):
        return None if any(row[key] is None for _, row in rows) else sum(row[key] * of(length) for length, row in rows)

    years = [(366 if year["year"] % 4 == 0 else 365, year["laws"][law]) for year in report["years"]]
    totals = {"interviews": [], "cost": [], "days": [], "days_within": sum(length for length, _ in years) / 2}
    for group in GROUPS:
        rows = [(length, row) for length, year in years for row in year["groups"] if row["id"] == f"{law}/groups/{group}"]
        totals["interviews"].append(total(rows, "demands"))
        totals["cost"].append(total(rows, "effort"))
        totals["days"].append(total(rows, "full_time", of=lambda length: length))
    totals["all_interviews"] = sum(year["demands"] for _, year in years)
    totals["all_cost"] = sum(year["effort"] for _, year in years)
    totals["hand_overs"] = sum(year["hand_overs"] for _, year in years)
    return totals


def course_totals(hegn, rules, folder):
    """Hegn on the same citizens course by course, where each group's stretches are told to the day."""
    from datetime import date

    out = os.path.join(WORK, "courses.json")
    run([hegn, "compare", "current", folder, "--rules", rules, "--format", "json", "--out", out])
    with open(out, encoding="utf-8") as file:
        report = json.load(file)
    days = dict.fromkeys(GROUPS, 0)
    interviews = cost = hand_overs = 0
    for scenario in report["scenarios"]:
        course = scenario["courses"]["current"]
        for stretch in course["group_stretches"]:
            days[stretch["id"]] += (date.fromisoformat(stretch["until"]) - date.fromisoformat(stretch["from"])).days
        interviews += course["demands"]["total"]
        cost += course["cost"]["total_oere"]
        hand_overs += course["hand_overs"]["total"]
    return {"days": list(days.values()), "interviews": interviews, "cost": cost, "hand_overs": hand_overs}


def hold_equal(name, totals, reference):
    """- Throws: `Failure` for the first total that differs."""
    for key in ("days", "interviews", "cost", "hand_overs"):
        if key not in totals:
            continue
        mine, other = totals[key], reference[key]
        if isinstance(mine, list) and None in mine:
            if f"all_{key}" in totals and totals[f"all_{key}"] != sum(other):
                raise Failure(f"{name}: {key} is {totals[f'all_{key}']} in all, and the loop in C has {sum(other)}")
            told = [place for place, value in enumerate(mine) if value is not None]
            mine, other = [mine[place] for place in told], [other[place] for place in told]
        if isinstance(other, list) and not isinstance(mine, list):
            other = sum(other)
        if key == "days" and "days_within" in totals:
            # Full-time persons are rounded, so their days may be off by half a year of each year, and no more.
            if all(abs(a - b) <= totals["days_within"] for a, b in zip(mine, other)):
                continue
        elif mine == other:
            continue
        raise Failure(f"{name}: {key} is {mine}, and the loop in C has {other}")
