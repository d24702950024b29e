"""GoRules' zen-engine on the classification alone: one decision table of the thirteen groups, asked at every instant.

    with_zen.py FILE.csv

Time is no matter of the engine: the days on which something passes by itself are found here by hand, and handed in as facts
(the age, and the days of sickness). What it gives is the group; its days are added up here to be held against the others.
"""

import json
import sys

import zen

from common import *
from with_simpy import add_months

COLUMNS = [
    ("age", "age"), ("outOfWork", "out of work"), ("insured", "insured"), ("sick", "sick"), ("sickDays", "days of sickness"),
    ("capacity", "capacity"), ("needs", "needs"), ("qualified", "qualified"), ("means", "means"), ("time", "time to job"),
]
#: The first row that fits decides; a cell that is left out says nothing.
ROWS = [
    ({"age": ">= 67"}, 0),
    ({"age": "< 18", "outOfWork": "true"}, 13),
    ({"age": "< 18"}, 0),
    ({"capacity": '"none"'}, 11),
    ({"capacity": '"lastingly-reduced"'}, 9),
    ({"needs": '"combined-effort"'}, 8),
    ({"needs": '"retraining"'}, 10),
    ({"sick": "true", "sickDays": ">= 154"}, 7),
    ({"sick": "true"}, 6),
    ({"outOfWork": "false"}, 0),
    ({"insured": "true"}, 1),
    ({"means": "true"}, 12),
    ({"age": ">= 30", "time": "<= 91"}, 2),
    ({"qualified": "true", "time": "<= 91"}, 2),
    ({"age": ">= 30"}, 3),
    ({"qualified": "true"}, 3),
    ({"time": "<= 364"}, 4),
    ({}, 5),
]


def model():
    rules = [{"_id": f"r{n}", **cells, "group": str(group)} for n, (cells, group) in enumerate(ROWS)]
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": title, "type": "expression", "field": name} for name, title in COLUMNS],
        "outputs": [{"id": "group", "name": "group", "type": "expression", "field": "group"}],
        "rules": [{**{name: "" for name, _ in COLUMNS}, **rule} for rule in rules],
    }
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "name": "Request", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "table", "name": "Group", "type": "decisionTableNode", "position": {"x": 1, "y": 0}, "content": table},
            {"id": "out", "name": "Response", "type": "outputNode", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "table", "type": "edge"},
            {"id": "b", "sourceId": "table", "targetId": "out", "type": "edge"},
        ],
    }


def questions(count, who, when, which, what):
    """What is asked at each instant, with the days until the next."""
    courses = [[] for _ in range(count)]
    for citizen, *row in zip(who, when, which, what):
        courses[citizen].append(row)
    asked, lengths = [], []
    for course in courses:
        facts = [0] * 10
        birthdays = [add_months(next(value for _, fact, value in course if fact == BORN), 12 * age) for age in (18, 30, 67)]
        days = {day for day, _, _ in course} | {day for day in birthdays if FROM < day < UNTIL}
        days |= {day + 154 for day, fact, value in course if fact == SICK and value and day + 154 < UNTIL}
        days = sorted(days)
        place, sick_since = 0, FROM
        for today, next_day in zip(days, days[1:] + [UNTIL]):
            while place < len(course) and course[place][0] <= today:
                _, fact, value = course[place]
                if fact == SICK and value and not facts[SICK]:
                    sick_since = today
                facts[fact] = value
                place += 1
            asked.append({
                "age": 17 if today < birthdays[0] else 29 if today < birthdays[1] else 66 if today < birthdays[2] else 67,
                "outOfWork": bool(facts[SEEKS] and not facts[EMPLOYED]), "insured": bool(facts[INSURED]), "sick": bool(facts[SICK]),
                "sickDays": today - sick_since, "capacity": ("full", "unclear", "lastingly-reduced", "none")[facts[CAPACITY]],
                "needs": ("nothing", "combined-effort", "retraining")[facts[NEEDS]], "qualified": bool(facts[QUALIFIED]),
                "means": bool(facts[MEANS]), "time": facts[TIME],
            })
            lengths.append(next_day - today)
    return asked, lengths


def main():
    start = clock()
    count, *columns = read(sys.argv[1])
    asked, lengths = questions(count, *columns)
    reading = clock() - start
    # Of the ways to ask, this is the fastest by far: content read beforehand, and handed to the engine by a loader.
    content = zen.ZenDecisionContent(json.dumps(model()))
    engine = zen.ZenEngine({"loader": lambda key: content})
    start = clock()
    answers = [engine.evaluate("groups", question) for question in asked]
    computing = clock() - start
    days = [0] * (GROUPS + 1)
    for answer, length in zip(answers, lengths):
        days[answer["result"]["group"]] += length
    tell(count, reading=reading, computing=computing, days=days[1:], decisions=len(asked))


if __name__ == "__main__":
    main()
