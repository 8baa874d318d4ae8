"""The answer key as a JSON file: written beside a worksheet, read again for marking."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from framing.classroom.rewrites import fnv1a
from framing.classroom.sheetrecords import LEVELS, Item, Key, SheetText, Task
from framing.errors import SettingsError

__all__ = ["key_as_json", "read_key", "sheet_id"]

KIND = "framing-key"


def sheet_id(level: str, texts: tuple[SheetText, ...], items: tuple[Item, ...]) -> str:
    """Return the name by which a worksheet, its key and its answers know each other.

    It is a hash of what pupils read and are asked, so a worksheet made anew from the same
    articles accepts the answers given to the old one.
    """
    parts: list[object] = [level, *(text.fields for text in texts)]
    parts += [(item.article, item.field, item.start, item.end) for item in items]
    return fnv1a(json.dumps(parts, ensure_ascii=True).encode())


def key_as_json(key: Key) -> str:
    """Write a key as JSON, one entry per line, the same bytes every time."""
    content = {"kind": KIND, "schema": 1, **asdict(key)}
    lines = [
        f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in content.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_key(path: str | Path) -> Key:
    """Read an answer key back.

    Parameters
    ----------
    path : path
        A worksheet's ``.key.json``.

    Returns
    -------
    Key
        Items with what is right for each, and what it is out of.

    Raises
    ------
    SettingsError
        The file is not there, is no JSON, or is no answer key of a worksheet.

    Examples
    --------
    >>> import tempfile, framing
    >>> from framing.classroom import worksheet
    >>> articles = [framing.Article("1", outlet="Post", text="The regime fell on Monday."),
    ...             framing.Article("2", outlet="Star", text="The government fell on Monday.")]
    >>> files = worksheet(articles, tempfile.mkdtemp() + "/sheet.html", lexicon="governments")
    >>> key = read_key(files.key)
    >>> key.level, len(key.texts), len(key.items)
    ('find', 2, 2)
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError(
            f"answer key {path} is not there; `framing worksheet` writes it beside the worksheet"
        ) from None
    except OSError as problem:
        raise SettingsError(
            f"answer key {path} can't be read ({problem.strerror}); check the path"
        ) from problem
    except (ValueError, RecursionError) as problem:
        raise SettingsError(f"answer key {path} is no JSON file; make it anew") from problem
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise SettingsError(
            f"{path} is no answer key; it ends in .key.json and lies beside its worksheet"
        )
    try:
        return _key(content)
    except (KeyError, TypeError, ValueError) as problem:
        raise SettingsError(
            f"answer key {path} is damaged: a part of it is missing or not what it should be; "
            "make it anew with `framing worksheet`"
        ) from problem


def _key(content: Mapping[str, Any]) -> Key:
    if content["level"] not in LEVELS:
        raise ValueError(f"unknown level {content['level']!r}")
    return Key(
        sheet=str(content["sheet"]),
        level=content["level"],
        title=str(content["title"]),
        texts=tuple(_text(text) for text in content["texts"]),
        items=tuple(_item(item) for item in content["items"]),
        tasks=tuple(_task(task) for task in content["tasks"]),
        listed=tuple(content["listed"]),
        made_from=str(content["made_from"]),
        undecided=int(content.get("undecided", 0)),
    )


def _task(content: Mapping[str, Any]) -> Task:
    lists = {name: tuple(content.get(name, ())) for name in ("words", "facts", "rest")}
    return Task(**{**content, **lists})


def _text(content: Mapping[str, Any]) -> SheetText:
    spans = {
        name: {field: tuple((a, b) for a, b in found) for field, found in content[name].items()}
        for name in ("shown", "words")
    }
    return SheetText(
        label=content["label"],
        outlet=content["outlet"],
        article_id=content["article_id"],
        fields=dict(content["fields"]),
        **spans,
    )


def _item(content: Mapping[str, Any]) -> Item:
    lists = {name: tuple(content.get(name, ())) for name in ("milder", "stronger", "also")}
    return Item(**{**content, **lists})
