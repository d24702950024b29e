"""The benchmark law as a SimPy model: each citizen is a process, and so is each course of interviews.

    with_simpy.py FILE.csv

Circumstances change at midnight, and what a day brings of itself comes at noon: so an interview that falls due on the day a
group is left does not count.
"""

import datetime
import sys

import simpy

from common import *

EPOCH = datetime.date(1970, 1, 1).toordinal()


def add_months(day, count):
    date = datetime.date.fromordinal(day + EPOCH)
    total = date.year * 12 + date.month - 1 + count
    year, month = divmod(total, 12)
    following = datetime.date(year + (month == 11), month % 11 + 1 if month == 11 else month + 2, 1)
    length = (following - datetime.date(year, month + 1, 1)).days
    return datetime.date(year, month + 1, min(date.day, length)).toordinal() - EPOCH


class Totals:
    def __init__(self):
        self.days = [0] * (GROUPS + 1)
        self.interviews = [0] * (GROUPS + 1)
        self.cost = [0] * (GROUPS + 1)
        self.hand_overs = 0


class Citizen:
    def __init__(self, env, totals, changes):
        self.env, self.totals, self.changes = env, totals, changes
        self.facts = [0] * 10
        self.sick_since = FROM
        self.group, self.since, self.unit = 0, FROM, -1
        self.birthdays = ()
        env.process(self.live())

    def live(self):
        env = self.env
        for day, changes in self.changes:
            if day > env.now:
                yield env.timeout(day - env.now)
            for fact, value in changes:
                if fact == SICK and value and not self.facts[SICK]:
                    self.sick_since = day
                    env.process(self.wake(day + 154))
                self.facts[fact] = value
            if day == FROM:
                self.birthdays = [add_months(self.facts[BORN], 12 * age) for age in (18, 30, 67)]
                for birthday in self.birthdays:
                    env.process(self.wake(birthday))
            self.decide()

    def wake(self, day):
        """Looks again on a day on which something passes by itself."""
        if self.env.now < day < UNTIL:
            # Behind the changes of that day, which are given at the same time.
            yield self.env.timeout(day - self.env.now + 0.125)
            self.decide()

    def decide(self):
        env, totals = self.env, self.totals
        today = int(env.now)
        group = self.classify(today)
        if group == self.group:
            return
        totals.days[self.group] += today - self.since
        unit = UNIT[group]
        if self.group and group and unit != self.unit:
            totals.hand_overs += 1
        self.group, self.since, self.unit = group, today, unit
        if group == 1:
            env.process(self.pass_on(today))
        if 1 <= group <= 5:
            env.process(self.first_interview(today))
        if DAY_INTERVAL[group] or MONTH_INTERVAL[group]:
            env.process(self.interviews(today))

    def classify(self, today):
        facts = self.facts
        out_of_work = facts[SEEKS] and not facts[EMPLOYED]
        if today >= self.birthdays[2]:
            return 0
        if today < self.birthdays[0]:
            return 13 if out_of_work else 0
        if facts[CAPACITY] == NO_CAPACITY:
            return 11
        if facts[CAPACITY] == REDUCED:
            return 9
        if facts[NEEDS] == COMBINED:
            return 8
        if facts[NEEDS] == RETRAINING:
            return 10
        if facts[SICK]:
            return 7 if today >= self.sick_since + 154 else 6
        if not out_of_work:
            return 0
        if facts[INSURED]:
            return 1
        if facts[MEANS]:
            return 12
        if today >= self.birthdays[1] or facts[QUALIFIED]:
            return 2 if facts[TIME] <= 91 else 3
        return 4 if facts[TIME] <= 364 else 5

    def is_in(self, group, since):
        return self.group == group and self.since == since

    def until(self, day, hour):
        return self.env.timeout(day + hour - self.env.now)

    def pass_on(self, since):
        yield self.until(add_months(since, 3), 0.25)
        if self.is_in(1, since):
            self.unit = JOB_TEAM
            self.totals.hand_overs += 1

    def first_interview(self, since):
        group = self.group
        yield self.until(since + 7, 0.5)
        if self.is_in(group, since):
            self.hold(3, 2)

    def interviews(self, since):
        group = self.group
        times = 0
        while True:
            times += 1
            each = DAY_INTERVAL[group]
            yield self.until(since + times * each if each else add_months(since, times * MONTH_INTERVAL[group]), 0.5)
            if not self.is_in(group, since):
                return
            self.hold(1, 1)

    def hold(self, times, by):
        hour = A_KASSE_HOUR if self.unit == A_KASSE else STATE_HOUR if self.unit == PENSION else MUNICIPALITY_HOUR
        self.totals.interviews[self.group] += 1
        self.totals.cost[self.group] += hour * times // by

    def close(self):
        self.totals.days[self.group] += UNTIL - self.since


def main():
    start = clock()
    count, *columns = read(sys.argv[1])
    courses = [[] for _ in range(count)]
    for who, when, which, what in zip(*columns):
        course = courses[who]
        if not course or course[-1][0] != when:
            course.append((when, []))
        course[-1][1].append((which, what))
    reading = clock() - start
    start = clock()
    env = simpy.Environment(initial_time=FROM)
    totals = Totals()
    citizens = [Citizen(env, totals, course) for course in courses]
    env.run(until=UNTIL)
    for citizen in citizens:
        citizen.close()
    computing = clock() - start
    tell(
        count, reading=reading, computing=computing, days=totals.days[1:], interviews=totals.interviews[1:],
        cost=totals.cost[1:], hand_overs=totals.hand_overs)


if __name__ == "__main__":
    main()
