"""YAML read into a plain tree that remembers line numbers; nothing is ever constructed.

Scalars stay the text they were written as (``no`` is a word here, not false), keys may not
repeat, and the tree's size and depth are bounded, so that a hostile file can't blow up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from framing.errors import LexiconError

__all__ = ["Node", "node_of", "read_yaml", "safe_loader"]

MAX_NODES = 2_000_000
MAX_DEPTH = 30

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


def read_yaml(text: str, file: str) -> Node:
    """Read YAML (or JSON) into a `Node`; raise `LexiconError` with file and line if it can't."""
    try:
        root = yaml.compose(text, Loader=safe_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = "" if mark is None else f", line {mark.line + 1}"
        raise LexiconError(
            f"{file}{line}: not readable as YAML ({error.problem}); "
            "check indentation, colons and quotation marks there"
        ) from error
    except yaml.YAMLError as error:
        raise LexiconError(f"{file}: not readable as YAML ({error}); save it as UTF-8") from error
    if root is None:
        raise LexiconError(f"{file}: the file is empty; a lexicon needs at least `concepts:`")
    return _Reader(file).node(root, 0)


def node_of(value: object) -> Node:
    """Make a tree of plain Python values, as if they had been read from line 1 of a file."""
    if isinstance(value, Mapping):
        members = {str(key): node_of(each) for key, each in value.items()}
        return Node(members, 1, dict.fromkeys(members, 1))
    if isinstance(value, (list, tuple)):
        return Node([node_of(each) for each in value], 1)
    if isinstance(value, bool):
        return Node("true" if value else "false", 1)
    return Node(None if value is None else str(value), 1)


class _Reader:
    """Turns PyYAML's nodes into ours, counting them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.count = 0

    def node(self, raw: yaml.Node, depth: int) -> Node:
        line = raw.start_mark.line + 1
        self.count += 1
        if self.count > MAX_NODES or depth > MAX_DEPTH:
            raise LexiconError(
                f"{self.file}, line {line}: the file nests or repeats too much to be a lexicon; "
                "write repeated parts out instead of using YAML aliases"
            )
        if isinstance(raw, yaml.ScalarNode):
            empty = raw.tag == "tag:yaml.org,2002:null" and raw.value in ("", "~", "null")
            return Node(None if empty else str(raw.value), line)
        if isinstance(raw, yaml.SequenceNode):
            return Node([self.node(item, depth + 1) for item in raw.value], line)
        return self._mapping(raw, depth, line)

    def _mapping(self, raw: yaml.Node, depth: int, line: int) -> Node:
        members: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, value in raw.value:
            at = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise LexiconError(f"{self.file}, line {at}: a key must be a word, not a list")
            name = str(key.value)
            if name in members:
                raise LexiconError(
                    f"{self.file}, line {at}: the key '{name}' stands twice "
                    f"(first on line {lines[name]}); keep one of them"
                )
            members[name] = self.node(value, depth + 1)
            lines[name] = at
        return Node(members, line, lines)
