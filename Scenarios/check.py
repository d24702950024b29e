#!/usr/bin/env python3
"""Every scenario says its title, what it shows and why a fact was assumed in Danish and in English.

Run from anywhere: python3 Scenarios/check.py. Exit status 1 when something is missing. Needs PyYAML.
"""
import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
VOCABULARY = yaml.safe_load((HERE.parent / "Rules" / "vocabulary.yaml").read_text(encoding="utf-8"))
NAME = re.compile(r"[a-zæøå0-9]+(-[a-zæøå0-9]+)*")


def unspoken(text, what):
    """What keeps `text` from being said in both languages, Danish first."""
    if not isinstance(text, dict):
        return [f"{what} is not {{da: …, en: …}}"]
    if list(text) != ["da", "en"]:
        return [f"{what} has the languages {', '.join(map(str, text))}, expected da, en"]
    found = [f"{what} is empty in {language}" for language in text if not str(text[language] or "").strip()]
    if not found and text["da"] == text["en"]:
        found = [f"{what} says the same in both languages"]
    return found


def problems(path):
    scenario = yaml.safe_load(path.read_text(encoding="utf-8"))
    if scenario.get("scenario") != path.stem:
        yield f"is named {scenario.get('scenario')}, its file {path.stem}"
    if not NAME.fullmatch(path.stem):
        yield "has a file name that is not kebab-case"
    yield from unspoken(scenario.get("title"), "title")
    yield from unspoken(scenario.get("shows"), "shows")
    for key in ("shows", "source"):
        if not scenario.get(key):
            yield f"has no {key}"
    given = set(scenario.get("citizen") or {})
    for event in scenario.get("events") or []:
        given |= set(event)
    for fact, reason in (scenario.get("assumed") or {}).items():
        yield from unspoken(reason, f"assumed/{fact}")
        if fact not in VOCABULARY["facts"]:
            yield f"assumed/{fact} is no fact of the vocabulary"
        elif fact not in given:
            yield f"assumed/{fact} gives a reason for a fact the scenario does not use"
    if path.parent.name == "personas" and not scenario.get("assumed"):
        yield "stands for a person of the source and says nothing of what was assumed"


def main():
    paths = sorted(HERE.rglob("*.yaml"))
    if not paths:
        sys.exit(f"no scenarios below {HERE}")
    found = [f"{path.relative_to(HERE)}: {problem}" for path in paths for problem in problems(path)]
    print("\n".join(found) or f"{len(paths)} scenarios say everything in both languages")
    sys.exit(1 if found else 0)


main()
