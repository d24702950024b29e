"""The benchmark law written by hand over NumPy's arrays: all citizens at once, cut where something can change.

    with_numpy.py FILE.csv [REPEATS]
"""

import sys

import numpy as np

from common import *


def months_of(days):
    """The month since 1970 and the day of the month, from 0."""
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype(np.int64), (dates - months.astype("datetime64[D]")).astype(np.int64)


def add_months(days, count):
    """A month that lacks the day ends the addition on its last day."""
    month, day = months_of(days)
    first = (month + count).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    after = (month + count + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return first + np.minimum(day, after - first - 1)


def cut(citizens, who, when, which, what):
    """The facts of every citizen on each of her days of interest: (citizen, day, facts by name, first day of sickness)."""
    born = np.zeros(citizens, np.int64)
    of_birth = which == BORN
    born[who[of_birth]] = what[of_birth]
    falls_ill = (which == SICK) & (what == 1)
    everybody = np.arange(citizens)
    birthdays = [add_months(born, 12 * age) for age in (18, 30, 67)]
    extra_who = np.concatenate([everybody] * 3 + [who[falls_ill]])
    extra_day = np.concatenate(birthdays + [when[falls_ill] + 154])
    inside = (extra_day > FROM) & (extra_day < UNTIL)
    keys = np.unique(np.concatenate([who * UNTIL + when, extra_who[inside] * UNTIL + extra_day[inside]]))
    citizen, day = np.divmod(keys, UNTIL)
    rows = np.searchsorted(keys, who * UNTIL + when)
    facts = {}
    for fact in (EMPLOYED, INSURED, SEEKS, SICK, CAPACITY, NEEDS, QUALIFIED, MEANS, TIME):
        mine = which == fact
        latest = np.zeros(len(keys), np.int64)
        latest[rows[mine]] = rows[mine]
        values = np.zeros(len(keys), np.int64)
        values[rows[mine]] = what[mine]
        # Every citizen has every fact on her first day, so nothing is carried over from another.
        latest = np.maximum.accumulate(latest)
        facts[fact] = values[latest]
        if fact == SICK:
            sick_since = day[latest]
    return citizen, day, facts, sick_since, [birthday[citizen] for birthday in birthdays]


def classify(day, facts, sick_since, birthdays):
    out_of_work = (facts[SEEKS] == 1) & (facts[EMPLOYED] == 0)
    adult_track = (day >= birthdays[1]) | (facts[QUALIFIED] == 1)
    time = facts[TIME]
    return np.select(
        [
            day >= birthdays[2], day < birthdays[0], facts[CAPACITY] == NO_CAPACITY, facts[CAPACITY] == REDUCED,
            facts[NEEDS] == COMBINED, facts[NEEDS] == RETRAINING, (facts[SICK] == 1) & (day >= sick_since + 154),
            facts[SICK] == 1, ~out_of_work, facts[INSURED] == 1, facts[MEANS] == 1, adult_track & (time <= 91), adult_track,
            time <= 364,
        ],
        [0, np.where(out_of_work, 13, 0), 11, 9, 8, 10, 7, 6, 0, 1, 12, 2, 3, 4], 5)


def compute(citizens, who, when, which, what):
    citizen, day, facts, sick_since, birthdays = cut(citizens, who, when, which, what)
    group = classify(day, facts, sick_since, birthdays)

    # Stretches in one group.
    fresh = np.ones(len(group), bool)
    fresh[1:] = (group[1:] != group[:-1]) | (citizen[1:] != citizen[:-1])
    citizen, since, group = citizen[fresh], day[fresh], group[fresh]
    until = np.full(len(group), UNTIL)
    same = citizen[1:] == citizen[:-1]
    until[:-1][same] = since[1:][same]

    unit, hour = np.array(UNIT), np.full(GROUPS + 1, MUNICIPALITY_HOUR)
    hour[1], hour[11] = A_KASSE_HOUR, STATE_HOUR
    handed = np.where(group == 1, add_months(since, 3), UNTIL)
    passes = handed < until
    last_unit = np.where(passes, JOB_TEAM, unit[group])
    follows = same & (group[:-1] > 0) & (group[1:] > 0) & (last_unit[:-1] != unit[group[1:]])

    last = until - 1 - since
    firsts = ((group >= 1) & (group <= 5) & (last >= 7)).astype(np.int64)
    each = np.array(DAY_INTERVAL)[group]
    step = np.maximum(each, 1)
    weekly = np.where(each > 0, last // step, 0)
    early = np.where(passes, (handed - 1 - since) // step, weekly)
    by_month = np.array(MONTH_INTERVAL)[group]
    has_months = by_month > 0
    monthly = np.zeros(len(group), np.int64)
    # The last whole interval that ends within the stretch, from the months between and the day of the month.
    start_month, start_day = months_of(since[has_months])
    end_month, _ = months_of(until[has_months])
    count = (end_month - start_month) // by_month[has_months]
    count -= add_months(since[has_months], count * by_month[has_months]) >= until[has_months]
    monthly[has_months] = np.maximum(count, 0)

    interviews = firsts + weekly + monthly
    rate = hour[group]
    cost = firsts * rate * 3 // 2 + early * rate + (weekly - early) * MUNICIPALITY_HOUR + monthly * rate

    def by_group(amounts):
        # Sums of whole numbers below 2^53 are exact in the doubles that bincount adds.
        return [int(sum) for sum in np.bincount(group, amounts, GROUPS + 1)[1:]]

    return {
        "days": by_group(until - since), "interviews": by_group(interviews), "cost": by_group(cost),
        "hand_overs": int(passes.sum() + follows.sum()), "instants": int(len(day)),
    }


def main():
    start = clock()
    citizens, *columns = read(sys.argv[1])
    columns = [np.array(column, np.int64) for column in columns]
    reading = clock() - start
    least = None
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        start = clock()
        totals = compute(citizens, *columns)
        took = clock() - start
        least = took if least is None else min(least, took)
    tell(citizens, reading=reading, computing=least, **totals)


if __name__ == "__main__":
    main()
