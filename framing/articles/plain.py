"""One article a file: .txt and .md, with the YAML front matter some of them open with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.articles.decoding import NotTextError, decode
from framing.articles.records import Raw
from framing.values import Skipped

__all__ = ["read_plain"]

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_FRONT_LIMIT = 10_000  # characters; front matter is a few lines


def read_plain(path: Path, file: str, stem: str, hints: Mapping[str, str]) -> Raw | Skipped:
    """Read one text file; what stands below its front matter is the text, untouched."""
    try:
        written, remarks = decode(path.read_bytes())
    except NotTextError as error:
        return Skipped(file, None, f"{error}")
    front, text = _parted(written)
    values: dict[str, object] = {}
    if front is not None:
        found = _front_values(front)
        if isinstance(found, str):
            return Skipped(file, 1, f"the front matter can't be read: {found}")
        values.update(found)
    values.pop("text", None)
    return Raw({"text": text, **values}, file, None, stem, file, hints, remarks)


def _parted(written: str) -> tuple[str | None, str]:
    """Part front matter from text; a line of dashes that no second one follows is text."""
    opening = _FRONT.match(written)
    if opening is None:
        return None, written
    closing = _END.search(written, opening.end(), _FRONT_LIMIT)
    if closing is None:
        return None, written
    front = written[opening.end() : closing.start()]
    if not re.match(r"\s*(?:#.*\s+)*[\w\"'-]+[ \t]*:", front):
        return None, written  # two rules across the page, not settings
    return front, written[closing.end() :]


def _front_values(front: str) -> Mapping[str, Any] | str:
    """Return the settings of the front matter, or what is wrong with them."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if "*" in front and any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(front, Loader=loader)
        ):
            return "it repeats parts of itself (a YAML alias, *name), which can grow without end"
        found = yaml.load(front, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = "" if mark is None else f" at its line {mark.line + 1}"
        return f"it is no YAML{line}; write 'name: value' lines, with quotation marks round colons"
    if not isinstance(found, dict):
        return "it holds no 'name: value' lines"
    return {str(name): value for name, value in found.items()}
