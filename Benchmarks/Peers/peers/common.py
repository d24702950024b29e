"""What the peers in Python share: reading the file of citizens, the names of its values, the clock, the totals.

No rule of the law stands here; each peer has its own.
"""

import json
import sys
import time

FROM, UNTIL, GROUPS = 19358, 21184, 13  # 2023-01-01 and 2028-01-01 in days since 1970
BORN, EMPLOYED, INSURED, SEEKS, SICK, CAPACITY, NEEDS, QUALIFIED, MEANS, TIME = range(10)
NAMES = ["born", "employed", "insured", "seeks-support", "sick", "capacity", "needs", "qualified", "has-means", "time-to-job"]
FULL, UNCLEAR, REDUCED, NO_CAPACITY = range(4)
NOTHING, COMBINED, RETRAINING = range(3)
A_KASSE_HOUR, MUNICIPALITY_HOUR, STATE_HOUR = 48_000, 50_000, 45_000  # øre
A_KASSE, JOB_TEAM, ACTIVITY, YOUTH, SICKNESS, CLARIFICATION, FLEKSJOB, PENSION = range(8)
#: By group, the first being none: the unit, the weeks' interval in days, the months' interval.
UNIT = [-1, A_KASSE, JOB_TEAM, ACTIVITY, YOUTH, YOUTH, SICKNESS, CLARIFICATION, CLARIFICATION, FLEKSJOB, CLARIFICATION, PENSION, JOB_TEAM, YOUTH]
DAY_INTERVAL = [0, 28, 28, 0, 0, 0, 56, 42, 42, 0, 0, 0, 0, 0]
MONTH_INTERVAL = [0, 0, 0, 3, 2, 3, 0, 0, 0, 6, 3, 6, 0, 1]

_MEMBERS = {"full": FULL, "unclear": UNCLEAR, "lastingly-reduced": REDUCED, "none": NO_CAPACITY}
_NEEDS = {"nothing": NOTHING, "combined-effort": COMBINED, "retraining": RETRAINING}
_FACTS = {name: index for index, name in enumerate(NAMES)}


def day_number(year, month, day):
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def read(path):
    """The rows of a file as four lists: which citizen from 0, day, fact, value. Rows of a citizen follow one another."""
    days = {}

    def day(text):
        number = days.get(text)
        if number is None:
            number = days[text] = day_number(int(text[:4]), int(text[5:7]), int(text[8:]))
        return number

    who, when, which, what = [], [], [], []
    before, count = None, -1
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            citizen, on, name, value = line[:-1].split(",")
            if citizen != before:
                before = citizen
                count += 1
            fact = _FACTS[name]
            who.append(count)
            when.append(day(on))
            which.append(fact)
            what.append(
                value == "true" if fact in (EMPLOYED, INSURED, SEEKS, SICK, QUALIFIED, MEANS)
                else 7 * int(value) if fact == TIME
                else day(value) if fact == BORN
                else _MEMBERS[value] if fact == CAPACITY
                else _NEEDS[value])
    return count + 1, who, when, which, what


def tell(citizens, *, reading, computing, **more):
    json.dump({"citizens": citizens, "reading": reading, "computing": computing, **more}, sys.stdout)
    print()


clock = time.process_time
