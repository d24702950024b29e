"""The benchmark law in OpenFisca: variables by day over all citizens at once, which is the finest period there is.

    with_openfisca.py FILE.csv [--month] [--forget]

OpenFisca has periods and no events. By the day it holds the law whole; each variable is then computed, and remembered, for each
of the 1,826 days. '--forget' deletes what is older than yesterday. '--month' uses months instead, as tax models do: facts and
days are looked at on the first of each month, and what happens within a month is lost; the totals then say how much.
"""

import sys

import numpy as np
from openfisca_core import entities, taxbenefitsystems
from openfisca_core.periods import DateUnit, Instant, Period
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.variables import Variable

from common import *

MONTHLY = "--month" in sys.argv
STEP = DateUnit.MONTH if MONTHLY else DateUnit.DAY
Person = entities.Entity("person", "persons", "A person", "")


def number_of(period):
    """The first day of a period, in days since 1970."""
    return (period.start.date - Instant((1970, 1, 1)).date).days


def is_first(period):
    return number_of(period) <= FROM


def months_of(days):
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype(np.int64), (dates - months.astype("datetime64[D]")).astype(np.int64)


def add_months(days, count):
    month, day = months_of(days)
    first = (month + count).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    after = (month + count + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return first + np.minimum(day, after - first - 1)


def variable(name, value_type, formula=None, period=STEP, default=0):
    members = {"value_type": value_type, "entity": Person, "definition_period": period, "label": name, "default_value": default}
    if formula is not None:
        members["formula"] = formula
    return type(name, (Variable,), members)


# --- circumstances

inputs = [variable(f"birthday_{age}", int, period=DateUnit.ETERNITY) for age in (18, 30, 67)]
inputs += [variable(name, bool, default=False) for name in ("employed", "insured", "seeks_support", "sick", "qualified", "has_means")]
inputs += [variable(name, int) for name in ("capacity", "needs", "time_to_job")]
FACTS = {
    "employed": EMPLOYED, "insured": INSURED, "seeks_support": SEEKS, "sick": SICK, "qualified": QUALIFIED, "has_means": MEANS,
    "capacity": CAPACITY, "needs": NEEDS, "time_to_job": TIME,
}


# --- the law

def sick_since(person, period):
    today = number_of(period)
    if is_first(period):
        return np.full(person.count, FROM)
    before = period.offset(-1)
    return np.where(person("sick", period) & ~person("sick", before), today, person("sick_since", before))


def group(person, period):
    today = number_of(period)
    out_of_work = person("seeks_support", period) & ~person("employed", period)
    capacity, needs, sick = person("capacity", period), person("needs", period), person("sick", period)
    adult_track = (today >= person("birthday_30", period)) | person("qualified", period)
    time = person("time_to_job", period)
    return np.select(
        [
            today >= person("birthday_67", period), today < person("birthday_18", period), capacity == NO_CAPACITY,
            capacity == REDUCED, needs == COMBINED, needs == RETRAINING, sick & (today >= person("sick_since", period) + 154), sick,
            ~out_of_work, person("insured", period), person("has_means", period), adult_track & (time <= 91), adult_track, time <= 364,
        ],
        [0, np.where(out_of_work, 13, 0), 11, 9, 8, 10, 7, 6, 0, 1, 12, 2, 3, 4], 5)


def group_since(person, period):
    today = number_of(period)
    if is_first(period):
        return np.full(person.count, today)
    before = period.offset(-1)
    return np.where(person("group", period) == person("group", before), person("group_since", before), today)


def unit(person, period):
    group = person("group", period)
    passed = (group == 1) & (number_of(period) >= add_months(person("group_since", period), 3))
    return np.where(passed, JOB_TEAM, np.array(UNIT)[group])


def first_interview(person, period):
    group, waited = person("group", period), number_of(period) - person("group_since", period)
    is_due = (waited > 0) & (waited <= 31) if MONTHLY else waited == 7
    return (group >= 1) & (group <= 5) & is_due


def interview(person, period):
    today, group, since = number_of(period), person("group", period), person("group_since", period)
    each = np.array(DAY_INTERVAL)[group]
    waited = today - since
    if MONTHLY:
        # As many as fell due since the first of the month before.
        before = np.maximum(number_of(period.offset(-1)) - since, 0)
        weekly = np.where(each > 0, waited // np.maximum(each, 1) - before // np.maximum(each, 1), 0)
    else:
        weekly = (each > 0) & (waited > 0) & (waited % np.maximum(each, 1) == 0)
    by_month = np.array(MONTH_INTERVAL)[group]
    month, day = months_of(since)
    (this_month,), (this_day,) = months_of(np.array([today]))
    (next_day,) = months_of(np.array([today + 1]))[1]
    on_day = (day == this_day) | (next_day == 0) & (day > this_day)
    passed = this_month - month
    monthly = (by_month > 0) & (passed > 0) & (passed % np.maximum(by_month, 1) == 0) & on_day
    return weekly + monthly.astype(np.int64)


def hand_over(person, period):
    if is_first(period):
        return np.zeros(person.count, bool)
    before, now = person("unit", period.offset(-1)), person("unit", period)
    return (before >= 0) & (now >= 0) & (before != now)


def cost(person, period):
    unit = person("unit", period)
    hour = np.select([unit == A_KASSE, unit == PENSION], [A_KASSE_HOUR, STATE_HOUR], MUNICIPALITY_HOUR)
    return person("first_interview", period) * hour * 3 // 2 + person("interview", period) * hour


computed = [variable(name, int, formula) for name, formula in (
    ("sick_since", sick_since), ("group", group), ("group_since", group_since), ("unit", unit), ("interview", interview), ("cost", cost))]
computed += [variable(name, bool, formula, default=False) for name, formula in (("first_interview", first_interview), ("hand_over", hand_over))]


def system():
    system = taxbenefitsystems.TaxBenefitSystem([Person])
    for each in inputs + computed:
        system.add_variable(each)
    return system


def steps():
    period = Period((STEP, Instant((2023, 1, 1)), 1))
    while number_of(period) < UNTIL:
        yield period
        period = period.offset(1)


def main():
    start = clock()
    count, who, when, which, what = read([name for name in sys.argv[1:] if not name.startswith("-")][0])
    who, when, which, what = (np.array(column, np.int64) for column in (who, when, which, what))
    order = np.argsort(when, kind="stable")
    who, when, which, what = who[order], when[order], which[order], what[order]
    reading = clock() - start

    start = clock()
    simulation = SimulationBuilder().build_default_simulation(system(), count)
    born = np.zeros(count, np.int64)
    born[who[which == BORN]] = what[which == BORN]
    for age in (18, 30, 67):
        simulation.set_input(f"birthday_{age}", "ETERNITY", add_months(born, 12 * age))
    facts = {name: np.zeros(count, np.int64 if name in ("capacity", "needs", "time_to_job") else bool) for name in FACTS}
    days, interviews, costs = (np.zeros(GROUPS + 1, np.int64) for _ in range(3))
    hand_overs = 0
    place = 0
    former = []
    for period in steps():
        today = number_of(period)
        end = np.searchsorted(when, today, side="right")
        for name, fact in FACTS.items():
            changed = place + np.flatnonzero(which[place:end] == fact)
            facts[name][who[changed]] = what[changed]
            simulation.set_input(name, period, facts[name].copy())
        place = end
        group = simulation.calculate("group", period)
        length = number_of(period.offset(1)) - today
        days += length * np.bincount(group, minlength=GROUPS + 1)
        due = simulation.calculate("interview", period) + simulation.calculate("first_interview", period)
        interviews += np.bincount(group, due, GROUPS + 1).astype(np.int64)
        costs += np.bincount(group, simulation.calculate("cost", period), GROUPS + 1).astype(np.int64)
        hand_overs += int(simulation.calculate("hand_over", period).sum())
        if "--forget" in sys.argv:
            former.append(period)
            if len(former) > 2:
                old = former.pop(0)
                for each in inputs[3:] + computed:
                    simulation.delete_arrays(each.__name__, old)
    computing = clock() - start
    tell(
        count, reading=reading, computing=computing, days=days[1:].tolist(), interviews=interviews[1:].tolist(),
        cost=costs[1:].tolist(), hand_overs=hand_overs)


if __name__ == "__main__":
    main()
