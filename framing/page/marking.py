"""Text on a page: spans marked, characters it can't hold, words written from the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from markupsafe import Markup, escape

__all__ = ["Attributes", "Highlight", "clean", "isolated", "mark", "names_apart"]

Attributes: TypeAlias = Mapping[str, str | int | bool | None]

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_TAGS = frozenset({"a", "button", "mark", "q", "span"})
# Control characters that HTML forbids, and lone surrogates, which no UTF-8 file can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Letters of scripts written from the right (Unicode blocks set aside for them), and what stands
# between the words of one name.
_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LEFTWARD_NAME = re.compile(f"{_LEFTWARD}+(?:[ '’\"-]{_LEFTWARD}+)*")


class Highlight(NamedTuple):
    """One span to mark, with the attributes its element carries.

    Attributes
    ----------
    start, end : int
        Code points of the text, half open.
    attributes : mapping of str to str, int, bool or None
        Name → value; True stands for the name alone, what is None or False is left out.
    tag : {"a", "button", "mark", "q", "span"}
        The element's name.
    """

    start: int
    end: int
    attributes: Attributes = {}  # noqa: RUF012 - a NamedTuple default, never written to
    tag: str = "mark"


def clean(text: str) -> str:
    r"""Put U+FFFD for every character an HTML file can't hold; the length stays the same.

    Parameters
    ----------
    text : str
        Any text; nothing is escaped here.

    Returns
    -------
    str
        `text` with U+FFFD for control characters other than tab, line feed, form feed and
        carriage return, for lone surrogates, U+FFFE and U+FFFF.

    Examples
    --------
    >>> clean("a\x00b")
    'a�b'
    """
    return _UNWRITABLE.sub("\ufffd", text)


def isolated(text: str) -> str:
    r"""Put an isolate round each name written from the right, so that nothing beside it moves.

    Without it "3 of 4" after an Arabic name is shown as "3" before it and "of 4" behind. For
    pictures; on a page `names_apart` does the same by elements.

    Parameters
    ----------
    text : str
        Words to be drawn.

    Returns
    -------
    str
        `text` with U+2068 before each such name and U+2069 after it.

    Examples
    --------
    >>> isolated("הארץ 3 of 4") == "\u2068הארץ\u2069 3 of 4"
    True
    """
    return _LEFTWARD_NAME.sub("\u2068\\g<0>\u2069", text)


def names_apart(text: str) -> Markup:
    """Return `text` escaped, each name written from the right in a ``<bdi>`` of its own.

    Signs that turn the rest of a line round are none of a name's: U+FFFD stands for each.

    Examples
    --------
    >>> print(names_apart("הארץ, الجزيرة & 3"))
    <bdi>הארץ</bdi>, <bdi>الجزيرة</bdi> &amp; 3
    """
    found = Markup()
    last = 0
    text = _TURNING.sub("\ufffd", clean(text))
    for name in _LEFTWARD_NAME.finditer(text):
        found += escape(text[last : name.start()]) + Markup("<bdi>{}</bdi>").format(name[0])
        last = name.end()
    return found + escape(text[last:])


def mark(
    text: str, spans: Iterable[Highlight | tuple[int, int] | tuple[int, int, Attributes]]
) -> Markup:
    """Return `text` escaped, with an element round every span.

    Spans may nest, coincide or cross. Where two cross, the one that began later is closed and
    opened again; the continued piece has ``data-continued`` and neither ``id`` nor ``tabindex``.

    Parameters
    ----------
    text
        The text as given; offsets are code points into it.
    spans
        `Highlight` records or plain tuples, in any order.

    Raises
    ------
    ValueError
        A span is empty or leaves the text, or sets an event handler, ``style`` or a foreign tag.

    Examples
    --------
    >>> print(mark("the <b> regime", [(8, 14, {"class": "loaded"})]))
    the &lt;b&gt; <mark class="loaded">regime</mark>
    >>> print(mark("abcd", [(0, 3, {"id": "x"}), (2, 4, {"id": "y"})]))
    <mark id="x">ab<mark id="y">c</mark></mark><mark data-continued="true">d</mark>
    """
    marks = sorted((Highlight(*span) for span in spans), key=lambda span: (span.start, -span.end))
    for span in marks:
        _check(span, len(text))
    text = clean(text)
    pieces: list[str] = []
    stack: list[Highlight] = []
    position = 0
    for span in marks:
        position = _write_until(span.start, text, position, stack, pieces)
        pieces.append(_opening(span))
        stack.append(span)
    position = _write_until(len(text), text, position, stack, pieces)
    return Markup("".join(pieces))  # noqa: S704 - every piece was escaped as it was written


def _write_until(
    stop: int, text: str, position: int, stack: list[Highlight], pieces: list[str]
) -> int:
    """Write the text up to `stop`, closing every span that ends on the way; return `stop`."""
    while stack and (edge := min(span.end for span in stack)) <= stop:
        pieces.append(str(escape(text[position:edge])))
        position = edge
        _close(stack, edge, pieces)
    pieces.append(str(escape(text[position:stop])))
    return stop


def _close(stack: list[Highlight], edge: int, pieces: list[str]) -> None:
    """Close every span that ends at `edge`, reopening those that only had to make way."""
    first = next(i for i, span in enumerate(stack) if span.end == edge)
    above = stack[first:]
    pieces.extend(f"</{span.tag}>" for span in reversed(above))
    kept = [span for span in above if span.end != edge]
    del stack[first:]
    stack.extend(kept)
    pieces.extend(_opening(span, continued=True) for span in kept)


def _opening(span: Highlight, *, continued: bool = False) -> str:
    attributes = dict(span.attributes)
    if continued:
        attributes.pop("id", None)
        attributes.pop("tabindex", None)
        attributes["data-continued"] = "true"
    parts = [span.tag]
    for name, value in attributes.items():
        if value is True:
            parts.append(name)
        elif value is not None and value is not False:
            parts.append(f'{name}="{escape(clean(str(value)))}"')
    return f"<{' '.join(parts)}>"


def _check(span: Highlight, length: int) -> None:
    if not 0 <= span.start < span.end <= length:
        raise ValueError(
            f"span ({span.start}, {span.end}) does not lie in a text of {length} characters; "
            "spans are half open and not empty"
        )
    if span.tag not in _TAGS:
        raise ValueError(f"tag {span.tag!r} can't mark text; use one of {', '.join(sorted(_TAGS))}")
    for name, value in span.attributes.items():
        if not _NAME.fullmatch(name) or name.startswith("on") or name == "style":
            raise ValueError(f"attribute {name!r} may not be set on a mark; use class or data-…")
        if name in {"href", "src"} and not str(value).startswith("#"):
            raise ValueError(f"{name}={value!r}: a mark may only link within its page (#…)")
