"""Pupils' answer files, read with suspicion: what can't be used is reported, never fatal."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from framing.classroom.rewrites import fnv1a
from framing.classroom.sheetrecords import Key
from framing.values import VOICES

__all__ = ["Answers", "Given", "Problem", "answer_files", "read_answers"]

KIND = "framing-answers"
LARGEST = 2_000_000
LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class Given:
    """One mark that a pupil set: where, and what was said of it."""

    article: str
    field: str
    start: int
    end: int
    text: str
    voice: str | None
    how: str | None
    other: str
    concept: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Answers:
    """One pupil's answers: marks set in the texts, and choices by question."""

    student: str
    file: str
    saved: str | None
    marks: tuple[Given, ...]
    choices: Mapping[str, tuple[str, str]]
    late: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a file that the teacher should know, and what was done about it."""

    file: str
    what: str


def answer_files(files: str | Path | Iterable[str | Path]) -> list[Path]:
    """List the files meant: those given, and of a folder its ``*.json``; keys are left out.

    The order is that of the names, whatever order they were given in, and each file counts once.
    """
    given = [files] if isinstance(files, str | Path) else list(files)
    found: list[Path] = []
    for path in map(Path, given):
        found += path.glob("*.json") if os.path.isdir(path) else [path]
    return [path for path in sorted(set(found)) if not path.name.endswith(".key.json")]


def read_answers(
    files: Iterable[Path], key: Key, due: datetime | None = None
) -> tuple[list[Answers], list[Problem]]:
    """Read answer files: each pupil once, with everything odd about them listed.

    Counted: late files, files edited by hand (as far as they fit the worksheet). Not counted:
    files that can't be read, answers to another worksheet, empty ones, and all but the last
    saved of several files under one code.
    """
    problems: list[Problem] = []
    read = [answer for path in files if (answer := _read(path, key, due, problems))]
    latest: dict[str, Answers] = {}
    for answer in sorted(read, key=lambda answers: (answers.saved or "", answers.file)):
        if answer.student in latest:
            before = latest[answer.student].file
            problems.append(
                Problem(
                    before,
                    f"a later file has the same code {answer.student!r}; {answer.file} counts",
                )
            )
        latest[answer.student] = answer
    counted = sorted(latest.values(), key=lambda answers: (answers.student, answers.file))
    seen: dict[object, Answers] = {}
    for answer in counted:
        twin = seen.setdefault((answer.marks, tuple(sorted(answer.choices.items()))), answer)
        if twin is not answer:
            what = f"holds word for word the answers of {twin.student!r}; both are counted"
            problems.append(Problem(answer.file, what))
    return counted, sorted(problems, key=lambda problem: (problem.file, problem.what))


def _read(path: Path, key: Key, due: datetime | None, problems: list[Problem]) -> Answers | None:
    content, refused = _content(path, key)
    if content is None:
        problems.append(Problem(path.name, f"{refused}; not counted"))
        return None
    notes: list[str] = []
    marks = _marks(content.get("marks"), key, notes)
    choices = _choices(content.get("choices"), notes)
    edited = content.get("check") != _check(content)
    if edited:
        notes.append("was changed after the worksheet saved it; counted as it is now")
    saved = _time(content.get("saved"))
    late = bool(due and saved and _comparable(saved, due) > due)
    if late:
        notes.append(f"is late (saved {content['saved']}); counted")
    if saved is None:
        notes.append("does not say when it was saved")
    if not marks and not any(value for value, _ in choices.values()):
        notes = ["is empty; not counted"]
    problems.extend(Problem(path.name, note) for note in notes)
    if notes == ["is empty; not counted"]:
        return None
    student = _text(content.get("student"))[:40].strip() or path.stem
    when = saved.isoformat() if saved else None
    return Answers(student, path.name, when, tuple(marks), choices, late, edited)


def _content(path: Path, key: Key) -> tuple[dict[str, Any] | None, str]:
    try:
        if path.stat().st_size > LARGEST:
            return None, "is far too large for an answer file"
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None, "is not there"
    except (OSError, ValueError, RecursionError):
        return None, "can't be read as JSON; ask for the file the worksheet saved"
    if not isinstance(content, dict) or content.get("kind") != KIND:
        return None, "holds no answers of a worksheet"
    if content.get("sheet") != key.sheet:
        return None, "answers another worksheet"
    return content, ""


def _check(content: Mapping[str, Any]) -> str:
    """Return the check the page would have written: a hash of all the rest, in its order."""
    rest = {name: value for name, value in content.items() if name != "check"}
    written = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
    return fnv1a(written.encode("utf-8", "surrogatepass"))


def _marks(marks: Any, key: Key, notes: list[str]) -> list[Given]:
    texts = {text.label: text.fields for text in key.texts}
    found: dict[tuple[str, str, int, int], Given] = {}
    for number, mark in enumerate(marks if isinstance(marks, list) else [], 1):
        given = _mark(mark, texts)
        if given is None:
            notes.append(f"mark {number} points at words that are not there; left out")
        else:
            found.setdefault((given.article, given.field, given.start, given.end), given)
    return [found[place] for place in sorted(found)]


def _mark(mark: Any, texts: Mapping[str, Mapping[str, str]]) -> Given | None:
    if not isinstance(mark, dict):
        return None
    article, field = _text(mark.get("article")), _text(mark.get("field"))
    start, end = mark.get("start"), mark.get("end")
    whole = texts.get(article, {}).get(field)
    if whole is None or type(start) is not int or type(end) is not int:
        return None
    if not 0 <= start < end <= len(whole) or whole[start:end] != mark.get("text"):
        return None
    voice = mark.get("voice") if mark.get("voice") in VOICES else None
    how = mark.get("how") if mark.get("how") in ("milder", "stronger") else None
    concept = _text(mark.get("concept")) or None
    words = (_text(mark.get("other")), concept, _text(mark.get("reason")))
    return Given(article, field, start, end, whole[start:end], voice, how, *words)


def _choices(choices: Any, notes: list[str]) -> dict[str, tuple[str, str]]:
    found = {}
    for name, choice in (choices if isinstance(choices, dict) else {}).items():
        if isinstance(choice, dict):
            found[name] = (_text(choice.get("value")), _text(choice.get("reason")))
        else:
            notes.append(f"answer {_text(name)!r} has no value; left out")
    return found


def _text(value: Any) -> str:
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""


def _time(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(_text(value))
    except ValueError:
        return None


def _comparable(saved: datetime, due: datetime) -> datetime:
    """Return `saved` in the time zone of `due`; a time without one is taken as local."""
    if due.tzinfo is None:
        return saved.astimezone().replace(tzinfo=None) if saved.tzinfo else saved
    return saved.astimezone(due.tzinfo)
