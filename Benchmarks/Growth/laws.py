"""A law made larger, and courses made longer or shorter, out of those that are kept."""

import os
import re
import shutil

#: A name that opens an entry of a section.
ENTRY = re.compile(r"^  ([^\s#:][^:]*):(\s|$)")


def duties_of(text):
    """The entries below `duties:` in a file of rules, as (id, lines), and where the section ends."""
    lines = text.splitlines(keepends=True)
    entries, inside, end = [], False, None
    for number, line in enumerate(lines):
        if re.match(r"^\S", line) and not line.startswith("#"):
            if inside:
                end = number
            inside = line.rstrip() == "duties:"
            continue
        if not inside:
            continue
        opened = ENTRY.match(line)
        if opened:
            entries.append((opened[1], [line]))
        elif entries and not line.startswith("  #"):
            entries[-1][1].append(line)
    return entries, lines, len(lines) if inside else end


def repeat_duties(rules, folder, law, times):
    """Copies a folder of rules, and in it writes each duty of a law `times` over, under new ids.

    A copy includes, and is followed by, copies of its own number. Tests, coverage and reforms are left out: they are about the law as
    it is.

    - Returns: how many duties the law has then.
    """
    shutil.copytree(rules, folder, ignore=lambda at, names: [
        name for name in names if name == "tests" or name == "coverage.yaml" or (
            at == rules and os.path.isdir(os.path.join(at, name)) and name not in (law, "schema"))])
    files = [os.path.join(folder, law, name) for name in sorted(os.listdir(os.path.join(folder, law))) if name.endswith(".yaml")]
    read = {}
    for file in files:
        with open(file, encoding="utf-8") as opened:
            read[file] = duties_of(opened.read())
    ids = {name for entries, _, _ in read.values() for name, _ in entries}
    count = 0
    for file, (entries, lines, end) in read.items():
        if not entries:
            continue
        copies = []
        for number in range(2, times + 1):
            for name, own in entries:
                copies.append(own[0].replace(f"  {name}:", f"  {name}-copy{number}:", 1))
                copies += [renumbered(line, ids, number) for line in own[1:]]
        before = "".join(lines[:end])
        with open(file, "w", encoding="utf-8") as opened:
            opened.write(before + ("" if before.endswith("\n") else "\n") + "".join(copies) + "".join(lines[end:]))
        count += times * len(entries)
    return count


def renumbered(line, ids, number):
    """A line of a duty's copy: the duties that it names are copies too."""
    key = re.match(r"^\s+(- )?(includes|consequence):(.*)$", line.rstrip("\n"))
    if not key:
        return line
    named = re.sub(r"[^\s,\[\]]+", lambda word: f"{word[0]}-copy{number}" if word[0] in ids else word[0], key[3])
    return line[: key.start(3)] + named + "\n"


def part_of_course(text, years, name):
    """A course cut to its first years, under another name.

    - Returns: its text, and how many events are left.
    """
    begins = re.search(r"^period: (\d{4})(-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$", text, re.M)
    end = min(f"{int(begins[1]) + years}{begins[2]}", begins[3])
    text = text.replace(begins[0], f"period: {begins[1]}{begins[2]}..{end}")
    text = re.sub(r"^scenario: .*$", f"scenario: {name}", text, flags=re.M)
    kept, events = [], 0
    for line in text.splitlines(keepends=True):
        event = re.match(r"^  - \{on: (\d{4}-\d\d-\d\d)", line)
        if event and event[1] >= end:
            continue
        events += 1 if event else 0
        kept.append(line)
    return "".join(kept), events
