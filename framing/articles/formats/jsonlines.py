"""JSON, one object per article: a line each (.jsonl), or in a list or an API's answer (.json)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from framing.articles.decoding import NotTextError, decode
from framing.articles.intake import LARGEST_CELL, Format, Ignored, Intake, Item, register
from framing.articles.rawrecords import columns_of, no_text_column

__all__ = ["read_json", "read_jsonl"]

_LARGEST_FILE = 1_000_000_000  # bytes of one .json; longer ones belong in .jsonl
_RESTARTS = 50  # broken elements of a list after which reading goes on at the next object
_NEXT = re.compile(r"\}\s*,\s*(?=\{)|,\s*\n\s*(?=\{\s*\")")
_COMMA = re.compile(r'"(?>(?:[^"\\]+|\\.)*)(?:"|\\?\Z)|,(?=\s*[}\]])', re.DOTALL)
_BY_COLUMNS = (
    "a table written by its columns; write it by its rows, which in pandas is "
    "to_json(orient='records', lines=True)"
)
_LONGEST = 4 * LARGEST_CELL  # bytes of one line
_OURS = re.compile(r'\{\s*"kind"\s*:\s*"framing-')  # a worksheet's key, or answers to one
_STRING_OR_BRACKET = re.compile(r'"(?>(?:[^"\\]+|\\.)*)(?:"|\\?\Z)|[{}\[\]]', re.DOTALL)


def read_jsonl(intake: Intake) -> Iterator[Item]:
    """Read JSON lines; a broken line is skipped and the rest goes on.

    A file that is no lines but one value over many (pretty JSON under the wrong ending) is read
    as that.
    """
    if _is_pretty(intake):
        yield from read_json(intake)
        return
    for line, written, remarks in _lines(intake):
        if isinstance(written, str):
            if written.strip():
                yield from _row(written, intake, line, line, remarks)
        else:
            yield intake.skip(f"{written}", line)


def read_json(intake: Intake) -> Iterator[Item]:
    """Read one JSON value: a list of articles, one article, or an answer that holds a list."""
    try:
        text, remarks = decode(intake.read(_LARGEST_FILE))
    except NotTextError as error:
        yield intake.skip(f"{error}")
        return
    yield from map(intake.remark, remarks)
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    opening = text[start : start + 1]
    if _OURS.match(text, start):
        yield Ignored(intake.file)
    elif opening not in ("[", "{"):
        yield intake.skip("no JSON list or object: a .json file holds articles as [{…}, {…}]", 1)
    elif opening == "[":
        yield from _elements(text, start, intake)
    elif _has_second_object(text, start):
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield from _row(line, intake, number, number, ())
    else:
        yield from _answer(text, intake)


def _is_pretty(intake: Intake) -> bool:
    with intake.opened() as stream:
        head = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    return re.match(rb"\[\s*\{|\{[ \t]*\r?\n", head) is not None


def _has_second_object(text: str, start: int) -> bool:
    """Tell JSON lines under the ending .json by an object that closes on the first line."""
    first, _, rest = text[start:].partition("\n")
    return first.rstrip().endswith("}") and rest.lstrip()[:1] == "{"


def _elements(text: str, start: int, intake: Intake) -> Iterator[Item]:
    """Yield each element of a list; after a broken one reading goes on at the next object."""
    number = restarts = 0
    line, counted = 1, 0
    place: int | None = start + 1
    while place is not None:
        begun, end = _next_object(text, place)
        if begun is None:
            rest = text[end:].strip()
            if rest != "]":
                yield intake.skip(f"{len(rest)} characters after the last object of the list", line)
            return
        number += 1
        line += text.count("\n", counted, begun)
        counted = begun
        broken = end is None or isinstance(_object(text[begun:end]), str)
        following = _NEXT.search(text, begun + 1, end or len(text)) if broken else None
        if end is None and restarts == _RESTARTS:
            reason = f"more than {_RESTARTS} broken elements; nothing from here on is read"
            yield intake.skip(reason, line)
            return
        if end is None or (following is not None and restarts < _RESTARTS):
            yield intake.skip(f"element {number} is broken JSON; it is left out", line)
            restarts += 1
            place = following.end() if following is not None else None
        else:
            yield from _row(text[begun:end], intake, line, number, ())
            place = end


def _next_object(text: str, place: int) -> tuple[int | None, int | None]:
    """Return where the next object of a list begins and ends; no end where none can be found.

    At the end of the list there is no beginning, and the end is where the rest begins.
    """
    depth = 0
    begun = place
    for found in _STRING_OR_BRACKET.finditer(text, place):
        mark = found.group()
        if mark in "{[":
            begun = begun if depth else found.start()
            depth += 1
        elif mark in "}]":
            depth -= 1
            if depth < 0:
                return None, found.start()
            if depth == 0:
                return begun, found.end()
    return (begun, None) if depth else (None, place)


def _answer(text: str, intake: Intake) -> Iterator[Item]:
    """Read one object: an article, or the answer of a news API with its articles in a list."""
    value = _object(text)
    if isinstance(value, str):
        yield intake.skip(value, 1)
        return
    values, _ = value
    if "text" in columns_of(list(values)):
        yield intake.skip(_BY_COLUMNS, 1) if _is_by_columns(values) else intake.raw(values)
        return
    found = _list_in(values)
    if found is None:
        yield from _row(text, intake, 1, 1, ())
        return
    for number, element in enumerate(found, start=1):
        if isinstance(element, dict):
            yield from _article(element, intake, None, number, ())
        else:
            yield intake.skip(f"element {number} is no object (one article)")


def _list_in(values: Mapping[str, Any]) -> list[Any] | None:
    """Return the list of objects that an API's answer wraps, one or two names deep."""
    for value in values.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return value
    for value in values.values():
        if isinstance(value, dict):
            for inner in value.values():
                if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                    return inner
    return None


def _lines(intake: Intake) -> Iterator[tuple[int, str | NotTextError, tuple[str, ...]]]:
    """Yield (line, text, remarks), line by line; a file with zero bytes is decoded as one."""
    with intake.opened() as stream:
        whole = b"\0" in stream.read(4096)
    if whole:
        try:
            text, remarks = decode(intake.read(_LARGEST_FILE), records=True)
        except NotTextError as error:
            yield 1, error, ()
            return
        for number, line in enumerate(text.split("\n"), start=1):
            yield number, line, remarks
        return
    with intake.opened() as stream:
        number = 0
        while raw := stream.readline(_LONGEST):
            number += 1
            if len(raw) == _LONGEST and not raw.endswith(b"\n"):
                while (raw := stream.readline(_LONGEST)) and not raw.endswith(b"\n"):
                    pass
                yield number, NotTextError(f"a line of more than {_LONGEST:,} bytes"), ()
                continue
            try:
                yield number, *decode(raw)
            except NotTextError as error:
                yield number, error, ()


def _row(
    written: str, intake: Intake, line: int, number: int, remarks: tuple[str, ...]
) -> Iterator[Item]:
    found = _object(written.strip())
    if isinstance(found, str):
        yield intake.skip(found, line)
        return
    values, twice = found
    if twice:
        listed = ", ".join(repr(name) for name in twice[:3])
        remarks = (*remarks, f"a key stands twice ({listed}); the first value is read")
    yield from _article(values, intake, line, number, remarks)


def _article(
    values: Mapping[str, Any],
    intake: Intake,
    line: int | None,
    number: int,
    remarks: tuple[str, ...],
) -> Iterator[Item]:
    if "text" not in columns_of(list(values)):
        inner = [
            value
            for value in values.values()
            if isinstance(value, dict) and "text" in columns_of(list(value))
        ]
        if len(inner) != 1:
            yield intake.skip(_no_text(values, len(inner)), line)
            return
        values = {**inner[0], **values}  # an API that keeps the text a level down
    yield intake.raw(values, number=number, line=line, remarks=remarks)


def _no_text(values: Mapping[str, Any], inner: int) -> str:
    """Say why an object is no article, and how it is written so that it is one or several."""
    if inner:
        return f"{inner} articles stand in one object; write them as a list, or one to a line"
    if _is_by_columns(values):
        return _BY_COLUMNS
    return no_text_column(list(values), "key")


def _is_by_columns(values: Mapping[str, Any]) -> bool:
    """Tell a table written column by column: names apart from rows, or rows by their numbers."""
    text = values.get(columns_of(list(values)).get("text", ""))
    numbered = isinstance(text, dict) and bool(text) and all(map(str.isdecimal, text))
    return numbered or {"columns", "data"} <= set(values)


def _object(written: str) -> tuple[dict[str, Any], list[str]] | str:
    """Return the object and its doubled keys, or the reason why it is none."""
    twice: list[str] = []

    def first_wins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            for name, value in reversed(pairs):
                found[name] = value
            names = [name for name, _ in pairs]
            twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return found

    try:
        value = json.loads(written, object_pairs_hook=first_wins)
    except json.JSONDecodeError as error:
        mended = _COMMA.sub(lambda found: "" if found.group() == "," else found.group(), written)
        if mended != written:  # a comma before a closing bracket, as people leave it
            return _object(mended)
        return f"broken JSON from column {error.colno} on; this line is left out"
    except (ValueError, RecursionError):
        return "broken JSON: a number too long or brackets too deep; this line is left out"
    if not isinstance(value, dict):
        return f"a JSON {type(value).__name__} where an object (one article) is expected"
    return value, twice


register(Format("jsonl", (".jsonl", ".ndjson"), read_jsonl))
register(Format("json", (".json",), read_json))
