"""Citizens of a benchmark: made by chance from a seed, the same on every machine, and nobody's.

Five years of circumstances, exact to the day, in the long form that Hegn's mappings read: a row is one fact of one citizen
from one day on. The shares below are set so that every target group, every birthday that matters and the 22 weeks of sickness
occur; they are measured of nothing.

    citizens.py N FILE.csv [--seed 1]      the file, and FILE.yaml, its mapping, beside it
    citizens.py N FOLDER --scenarios       one scenario file for each citizen, for a Hegn that reads no mappings
"""

import argparse
import datetime
import os
import random

FROM = datetime.date(2023, 1, 1)
UNTIL = datetime.date(2028, 1, 1)
DAYS = (UNTIL - FROM).days

MAPPING = """\
# Written by citizens.py: {count} made-up citizens, seed {seed}.
mapping: {name}
title: {{da: Opdigtede borgere, en: Made-up citizens}}
window: {start}..{end}
file: {file}
columns: {{citizen: citizen, on: day, fact: fact, value: value}}
facts:
  born: {{called: born}}
  employed: {{called: employed}}
  insured: {{called: insured}}
  seeks-support: {{called: seeks-support}}
  sick: {{called: sick}}
  capacity: {{called: capacity}}
  needs: {{called: needs}}
  qualified: {{called: qualified}}
  has-means: {{called: has-means}}
  time-to-job: {{called: time-to-job, unit: weeks}}
source: "constructed"
"""


class Luck:
    """Only `random()` is used: of all that the library draws, it alone is promised to stay the same."""

    def __init__(self, seed):
        self.next = random.Random(seed).random

    def below(self, bound):
        return int(self.next() * bound)

    def chance(self, share):
        return self.next() < share


def initial(luck):
    """The facts of a first day."""
    if luck.chance(0.06):
        age_in_days = 15 * 365 + luck.below(3 * 365)
    elif luck.chance(0.30):
        age_in_days = 18 * 365 + luck.below(12 * 365)
    else:
        age_in_days = 30 * 365 + luck.below(38 * 365)
    facts = {"born": FROM - datetime.timedelta(days=age_in_days)}
    if age_in_days < 25 * 365 and luck.chance(0.01):
        facts["born"] = datetime.date(2004 if luck.chance(0.5) else 2008, 2, 29)
    facts["employed"] = luck.chance(0.45)
    facts["seeks-support"] = not facts["employed"] and luck.chance(0.85)
    facts["insured"] = luck.chance(0.5)
    facts["sick"] = luck.chance(0.12)
    draw = luck.next()
    facts["capacity"] = "full" if draw < 0.8 else "unclear" if draw < 0.9 else "lastingly-reduced" if draw < 0.96 else "none"
    draw = luck.next()
    facts["needs"] = "nothing" if draw < 0.92 else "combined-effort" if draw < 0.97 else "retraining"
    facts["qualified"] = luck.chance(0.6)
    facts["has-means"] = luck.chance(0.12)
    facts["time-to-job"] = luck.below(30) if luck.chance(0.7) else luck.below(120)
    return facts


def later(luck, facts):
    """What changes on a day, given what holds before it. May be nothing."""
    draw = luck.next()
    if facts["sick"] and luck.chance(0.5) or draw < 0.30:
        return {"sick": not facts["sick"]}
    if draw < 0.58:
        if facts["employed"]:
            return {"employed": False, "seeks-support": luck.chance(0.9), "time-to-job": luck.below(80)}
        return {"employed": True, "seeks-support": False}
    if draw < 0.70:
        return {"time-to-job": luck.below(120)}
    if draw < 0.78:
        return {"seeks-support": not facts["seeks-support"]}
    if draw < 0.84:
        return {"insured": not facts["insured"]}
    if draw < 0.88:
        return {"has-means": not facts["has-means"]}
    if draw < 0.91:
        return {"qualified": True}
    if draw < 0.95:
        return {"needs": "nothing" if facts["needs"] != "nothing" else "combined-effort" if luck.chance(0.6) else "retraining"}
    ladder = ["full", "unclear", "lastingly-reduced", "none"]
    place = ladder.index(facts["capacity"])
    step = 1 if place == 0 or place < 3 and luck.chance(0.5) else -1
    return {"capacity": ladder[place + step]}


def citizens(count, seed):
    """Each citizen's changes as (day, facts), the first day first. No fact is set to what it is already."""
    luck = Luck(seed)
    for _ in range(count):
        facts = initial(luck)
        course = [(FROM, dict(facts))]
        day = 1 + luck.below(300)
        while day < DAYS:
            change = {name: value for name, value in later(luck, facts).items() if facts[name] != value}
            if change:
                facts.update(change)
                course.append((FROM + datetime.timedelta(days=day), change))
            day += 1 + luck.below(300)
        yield course


def text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def write_csv(count, seed, path):
    """- Returns: the file's size in bytes."""
    name = os.path.splitext(os.path.basename(path))[0]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("citizen,day,fact,value\n")
        for number, course in enumerate(citizens(count, seed), 1):
            file.write("".join(f"{number},{day},{fact},{text(value)}\n" for day, facts in course for fact, value in facts.items()))
    with open(os.path.splitext(path)[0] + ".yaml", "w", encoding="utf-8") as file:
        file.write(MAPPING.format(count=count, seed=seed, name=name, file=os.path.basename(path), start=FROM, end=UNTIL))
    return os.path.getsize(path)


def write_scenarios(count, seed, folder):
    os.makedirs(folder, exist_ok=True)
    for number, course in enumerate(citizens(count, seed), 1):
        def facts_text(facts):
            return ", ".join(f"{name}: {text(value)}{' weeks' if name == 'time-to-job' else ''}" for name, value in facts.items())

        lines = [
            f"scenario: c{number}", "shows: {da: en opdigtet borger, en: a made-up citizen}", f"period: {FROM}..{UNTIL}",
            f"citizen: {{{facts_text(course[0][1])}}}", 'source: "constructed"']
        if len(course) > 1:
            lines.append("events:")
            lines += [f"  - {{on: {day}, {facts_text(facts)}}}" for day, facts in course[1:]]
        with open(os.path.join(folder, f"c{number:07}.yaml"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("path")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenarios", action="store_true")
    asked = parser.parse_args()
    if asked.scenarios:
        write_scenarios(asked.count, asked.seed, asked.path)
    else:
        write_csv(asked.count, asked.seed, asked.path)


if __name__ == "__main__":
    main()
