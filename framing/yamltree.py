"""YAML read into a plain tree that remembers line numbers; nothing is ever constructed.

Scalars stay the text they were written as (``no`` is a word here, not false), keys may not
repeat, and the tree's size and depth are bounded, so that a hostile file can't blow up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

import yaml

from framing.errors import LexiconError

__all__ = ["Node", "node_of", "plain_tree", "read_yaml", "safe_loader"]

MAX_NODES = 1_000_000
MAX_DEPTH = 30

#: What a scalar without quotation marks is written as where it is nothing.
_NOTHING = frozenset(("", "~", "null"))
#: The lines of keys of what has no keys.
_NO_LINES: dict[str, int] = {}
_BRACKET = re.compile(r"[\[\]{}]")

Value: TypeAlias = "str | list[Node] | dict[str, Node] | None"


@dataclass(slots=True)
class Node:
    """One value of a YAML file, the line it starts on and the lines of its keys."""

    value: Value
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)


def safe_loader() -> type[yaml.SafeLoader]:
    """Return PyYAML's safe loader, the one written in C where it is there."""
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader


def read_yaml(text: str, file: str, *, what: str = "lexicon", aliases: bool = True) -> Node:
    """Read YAML (or JSON) into a `Node`; raise `LexiconError` with file and line if it can't.

    Parameters
    ----------
    text, file
        What to read, and its name for messages.
    what
        What it is to be, for messages.
    aliases
        Whether parts may be repeated by YAML aliases (``*name``).
    """
    reader = _Reader(file, what, aliases)
    try:
        for event in yaml.parse(text, Loader=safe_loader()):
            reader.take(event)
    except (yaml.YAMLError, UnicodeEncodeError, RecursionError) as error:
        raise LexiconError(_fault(text, file, error, what)) from error
    if reader.root is None or reader.root.value is None:
        needs = "; a lexicon needs at least `concepts:`" if what == "lexicon" else ""
        raise LexiconError(f"{file}: the {'file' if needs else what} is empty{needs}")
    return reader.root


def plain_tree(node: Node) -> object:
    """Return the tree as dictionaries, lists, strings and None, without its lines."""
    if isinstance(node.value, dict):
        return {key: plain_tree(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain_tree(value) for value in node.value]
    return node.value


def _fault(text: str, file: str, error: Exception, what: str) -> str:
    """Say in our own words why a file can't be read; the library's differ between releases.

    Deep nesting is told by the text itself, as some releases of the library stop at a depth of
    their own before `_Reader` has counted to `MAX_DEPTH`.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = file if mark is None else f"{file}, line {mark.line + 1}"
    if isinstance(error, RecursionError) or _depth(text) > MAX_DEPTH:
        return f"{where if mark is not None else f'{file}, line 1'}: {_too_much(what)}"
    if mark is None:
        return (
            f"{file}: not readable as YAML; it holds a character that text can't have: save it "
            "as UTF-8"
        )
    lines = text.splitlines()[max(0, mark.line - 1) : mark.line + 1]
    if any("\t" in line[: len(line) - len(line.lstrip())] for line in lines):
        return f"{where}: not readable as YAML; a tab indents it: write spaces in its place"
    return f"{where}: not readable as YAML; check indentation, colons and quotation marks there"


def _too_much(what: str) -> str:
    return (
        f"the file nests or repeats too much to be a {what}; "
        "write repeated parts out instead of using YAML aliases"
    )


def _depth(text: str) -> int:
    """Return how deep brackets and braces stand in one another, at most."""
    depth = deepest = 0
    for mark in _BRACKET.findall(text):
        depth = depth + 1 if mark in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def node_of(value: object, name: str, depth: int = 0) -> Node:
    """Make a tree of plain Python values, as if they had been read from line 1 of a file.

    Raises
    ------
    LexiconError
        Where they nest deeper than a file may, or hold themselves; the message has the `name`.
    """
    if depth > MAX_DEPTH:
        raise LexiconError(f"{name}: it nests more than {MAX_DEPTH} deep, or holds itself")
    if isinstance(value, Mapping):
        members = {str(key): node_of(each, name, depth + 1) for key, each in value.items()}
        return Node(members, 1, dict.fromkeys(members, 1))
    if isinstance(value, (list, tuple)):
        return Node([node_of(each, name, depth + 1) for each in value], 1)
    if isinstance(value, bool):
        return Node("true" if value else "false", 1)
    return Node(None if value is None else str(value), 1)


class _Reader:
    """Builds the tree from YAML's events, one by one: nothing here or in C recurses."""

    def __init__(self, file: str, what: str, aliases: bool) -> None:
        self.file = file
        self.what = what
        self.aliases = aliases
        self.root: Node | None = None
        self.count = 0
        self._open: list[tuple[Node, str | None]] = []
        self._keys: list[tuple[str, int] | None] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._begun: list[int] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event in."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            nothing = event.value in _NOTHING and event.style in (None, "")
            self._add(Node(None if nothing else event.value, line, _NO_LINES), event.anchor, 1)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            mapping = isinstance(event, yaml.MappingStartEvent)
            self._count(1, line)
            opened = Node({}, line, {}) if mapping else Node([], line, _NO_LINES)
            self._open.append((opened, event.anchor))
            self._keys.append(None)
            self._begun.append(self.count)
            if len(self._open) > MAX_DEPTH:
                self._too_much(line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node, anchor = self._open.pop()
            self._keys.pop()
            self._add(node, anchor, 0, self.count - self._begun.pop() + 1)
        elif isinstance(event, yaml.AliasEvent):
            self._repeat(str(event.anchor), line)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise LexiconError(
                f"{self.file}, line {line}: a second document begins; keep one {self.what} a file"
            )

    def _repeat(self, anchor: str, line: int) -> None:
        """Put what an alias repeats where it stands."""
        if not self.aliases:
            raise LexiconError(
                f"{self.file}, line {line}: it repeats parts of itself (a YAML alias, "
                f"*{anchor}); write them out"
            )
        if anchor not in self._anchors:
            self._too_much(line)
        node, size = self._anchors[anchor]
        self._add(node, None, size)

    def _count(self, size: int, line: int) -> None:
        self.count += size
        if self.count > MAX_NODES:
            self._too_much(line)

    def _too_much(self, line: int) -> NoReturn:
        raise LexiconError(f"{self.file}, line {line}: {_too_much(self.what)}")

    def _add(self, node: Node, anchor: str | None, size: int, whole: int = 1) -> None:
        """Put a finished node where it belongs; `size` is what it adds to the tree."""
        self.count += size
        if self.count > MAX_NODES:
            self._too_much(node.line)
        if anchor is not None:
            self._anchors[anchor] = node, whole
        if not self._open:
            self.root = node
            return
        parent = self._open[-1][0]
        members = parent.value
        if type(members) is list:
            members.append(node)
        elif type(members) is dict:
            key = self._keys[-1]
            if key is None:
                self._keys[-1] = self._key(parent, members, node)
            else:
                members[key[0]] = node
                parent.key_lines[key[0]] = key[1]
                self._keys[-1] = None

    def _key(self, parent: Node, members: dict[str, Node], node: Node) -> tuple[str, int]:
        """Return a mapping's next key and its line."""
        if not isinstance(node.value, str):
            raise LexiconError(
                f"{self.file}, line {node.line}: a key must be a word, not a list or nothing"
            )
        if node.value in members:
            raise LexiconError(
                f"{self.file}, line {node.line}: the key '{node.value}' stands twice "
                f"(first on line {parent.key_lines[node.value]}); keep one of them"
            )
        return node.value, node.line
