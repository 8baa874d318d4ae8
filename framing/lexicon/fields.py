"""Reading one mapping of a lexicon file: its keys, types and ranges, with errors that help."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from framing.lexicon.lexiconrecords import Finding, Level

if TYPE_CHECKING:
    from framing.yamltree import Node

__all__ = ["Fields", "Problems", "did_you_mean", "unique_ids"]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean 'x'?`` for the nearest of `known`, or nothing.

    Examples
    --------
    >>> did_you_mean("nuons", ["nouns", "verbs"])
    " Did you mean 'nouns'?"
    >>> did_you_mean("zzz", ["nouns", "verbs"])
    ''
    """
    import difflib  # only an error needs it

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""


class Problems:
    """Collects what is wrong with one file, in the order of its lines as read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Finding] = []

    def add(self, line: int | None, what: str, mend: str, level: Level = "error") -> None:
        """Note one finding."""
        self.found.append(Finding(self.file, line, what, mend, level))

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep the lexicon from being used."""
        return [finding for finding in self.found if finding.level == "error"]


def _keyed(node: Node) -> bool:
    """Tell a mapping from ids to what they stand for, where a list belongs."""
    mapping = node.value
    return (
        isinstance(mapping, dict)
        and len(mapping) > 0
        and "id" not in mapping
        and all(isinstance(each.value, dict) for each in mapping.values())
    )


class Fields:
    """One mapping, read key by key; every wrong key or value is noted, none raises."""

    def __init__(self, node: Node, where: str, allowed: Sequence[str], problems: Problems) -> None:
        self.where = where
        self.line = node.line
        self.problems = problems
        self.members: dict[str, Node] = {}
        self.lines = node.key_lines
        if not isinstance(node.value, dict):
            problems.add(node.line, f"{where} is not a mapping", "write it as `key: value` lines")
            return
        self.members = node.value
        for key in node.value:
            if key not in allowed:
                problems.add(
                    node.key_lines[key],
                    f"unknown key '{key}' in {where}",
                    f"allowed are {', '.join(allowed)}.{did_you_mean(key, allowed)}",
                )

    def has(self, key: str) -> bool:
        """Tell whether the key stands there with a value."""
        return key in self.members and self.members[key].value is not None

    def at(self, key: str) -> int:
        """Return the line of a key, or of the mapping where the key is absent."""
        return self.lines.get(key, self.line)

    def wrong(self, key: str, wanted: str, got: str | None = None, line: int | None = None) -> None:
        """Note that a key's value can't be used, and what to write instead."""
        given = "" if got is None else f" (got {got!r})"
        self.problems.add(
            line or self.at(key), f"'{key}' in {self.where} can't be used{given}", f"write {wanted}"
        )

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Read a scalar as text, blank and absent alike as None."""
        node = self.members.get(key)
        if node is None or node.value is None:
            if required:
                self.problems.add(
                    self.line, f"{self.where} has no '{key}'", f"add a line `{key}: …`"
                )
            return None
        if not isinstance(node.value, str):
            self.wrong(key, "one text")
            return None
        value = " ".join(node.value.split())
        if not value and required:
            self.problems.add(self.at(key), f"'{key}' in {self.where} is empty", "fill it in")
        return value or None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; a single text counts as a list of one."""
        node = self.members.get(key)
        if node is None or node.value is None:
            return ()
        items = [node] if isinstance(node.value, str) else node.value
        if not isinstance(items, list):
            self.wrong(key, "a list of texts")
            return ()
        found: list[str] = []
        for item in items:
            if not isinstance(item.value, str) or not item.value.strip():
                self.wrong(key, "a list of texts, none of them empty or nested", line=item.line)
                continue
            found.append(" ".join(item.value.split()))
        return tuple(found)

    def nodes(self, key: str) -> list[Node]:
        """Read a list of nested values; a single mapping or text counts as a list of one."""
        node = self.members.get(key)
        if node is None or node.value is None or node.value == {}:
            return []
        if _keyed(node):
            first = next(iter(node.value))
            problem = f"'{key}' in {self.where} is no list, but has names as keys"
            self.problems.add(self.at(key), problem, f"write `- id: {first}` and so on below it")
            return []
        return node.value if isinstance(node.value, list) else [node]

    def integer(self, key: str, low: int, high: int) -> int | None:
        """Read a whole number within bounds."""
        text = self.text(key)
        if text is None:
            return None
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            self.wrong(key, f"a whole number from {low} to {high}", text)
            return None
        return number

    def number(self, key: str) -> float | None:
        """Read a finite number."""
        text = self.text(key)
        if text is None:
            return None
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if number != number or number in (float("inf"), float("-inf")):
            self.wrong(key, "a number", text)
            return None
        return number

    def boolean(self, key: str, default: bool) -> bool:
        """Read true or false."""
        text = self.text(key)
        if text is None:
            return default
        if text.lower() not in ("true", "false"):
            self.wrong(key, "true or false", text)
            return default
        return text.lower() == "true"

    def date(self, key: str) -> str | None:
        """Read a day written as 2020-01-31."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return datetime.date.fromisoformat(text).isoformat()
        except ValueError:
            self.wrong(key, "a date such as 2020-01-31", text)
            return None

    def choice(self, key: str, options: Sequence[str]) -> str | None:
        """Read one of some words."""
        text = self.text(key)
        if text is not None and text not in options:
            self.problems.add(
                self.at(key),
                f"'{key}' in {self.where} is {text!r}",
                f"use one of {', '.join(options)}.{did_you_mean(text, options)}",
            )
            return None
        return text


def unique_ids(
    ids: list[tuple[str, int | None]], what: str, where: str, problems: Problems
) -> None:
    """Note every id that stands twice."""
    first: dict[str, int | None] = {}
    for name, line in ids:
        if name in first:
            problems.add(
                line,
                f"{what} '{name}' stands twice{where} (first on line {first[name]})",
                "give one of them another id, or put their words together",
            )
        else:
            first[name] = line
