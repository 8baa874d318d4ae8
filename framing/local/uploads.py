"""From what a person pasted or dropped to drafts, through the readers of every kind of file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from framing.articles import Articles, read_articles
from framing.errors import ArticleError
from framing.local.drafts import LONGEST, Draft
from framing.local.guessing import guessed

__all__ = ["MOST_ARTICLES", "MOST_BYTES", "Received", "Upload", "receive"]

MOST_ARTICLES = 60
"""Articles of one event on the page; more belong in a folder and on the command line."""

MOST_BYTES = 100_000_000
"""Bytes handed over at once, files and pasted text together."""

PASTED = "pasted text"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser sent it: its name there, and how to save its bytes."""

    name: str
    save: Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Received:
    """What came of it: the drafts to add, and a sentence on everything that gave none."""

    drafts: tuple[Draft, ...]
    remarks: tuple[str, ...]


def receive(
    pasted: str, uploads: Iterable[Upload], present: Sequence[Draft], names: Callable[[], str]
) -> Received:
    """Read what was pasted and dropped; nothing is left out without a sentence.

    Parameters
    ----------
    pasted
        The text in the box, maybe empty.
    uploads
        The files.
    present
        The drafts that are there: a text among them is not taken twice.
    names
        Gives each new draft its id.
    """
    remarks: list[str] = []
    found: list[tuple[str, Articles]] = []
    with tempfile.TemporaryDirectory(prefix="framing-") as folder:
        for name, path in _saved(pasted, uploads, Path(folder)):
            try:
                found.append((name, read_articles(path)))
            except ArticleError as problem:
                remarks.append(f"{name}: {_plain(str(problem), path, name)}")
    drafts: list[Draft] = []
    known = {draft.text: draft for draft in present}
    for name, articles in found:
        remarks += [
            f"{name}: {remark.reason}" for remark in (*articles.skipped, *articles.warnings)
        ]
        for article in articles:
            draft = guessed(article, "", "" if name == PASTED else name)
            if len(draft.text) > LONGEST:
                remarks.append(
                    f"{name}: {len(draft.text):,} characters in one article; this page takes "
                    f"{LONGEST:,}. If it is several articles, give them one by one"
                )
            elif draft.text in known:
                remarks.append(f"{name}: the same text is here already; it was not added again")
            elif len(present) + len(drafts) >= MOST_ARTICLES:
                remarks.append(
                    f"{name}: this page compares up to {MOST_ARTICLES} articles of one event; "
                    "the others were not added"
                )
                break
            else:
                known[draft.text] = draft
                drafts.append(replace(draft, id=names()))
        remarks += _several_events(name, articles)
    return Received(tuple(drafts), tuple(dict.fromkeys(remarks)))


def _saved(pasted: str, uploads: Iterable[Upload], folder: Path) -> list[tuple[str, Path]]:
    """Save each thing into a folder of its own, under a name that no path can hide in."""
    saved = []
    if pasted.strip():
        ending = (
            ".html" if pasted.lstrip()[:15].lower().startswith(("<!doctype", "<html")) else ".txt"
        )
        path = folder / f"pasted{ending}"
        path.write_text(pasted, encoding="utf-8", errors="replace", newline="")
        saved.append((PASTED, path))
    for number, upload in enumerate(uploads):
        name = PureWindowsPath(PurePosixPath(upload.name).name).name
        if not name:
            continue
        apart = folder / str(number)
        apart.mkdir()
        path = apart / ("file" + "".join(PurePosixPath(name).suffixes[-2:])[:24])
        upload.save(path)
        saved.append((name, path))
    return saved


def _plain(message: str, path: Path, name: str) -> str:
    """Name the file as the person knows it, not where it was put for reading."""
    for written in (f"{str(path)!r}", str(path), path.name):
        message = message.replace(written, name)
    return message.removeprefix(f"{name}: ")


def _several_events(name: str, articles: Articles) -> list[str]:
    events = {article.event for article in articles if article.event}
    if len(events) < 2:
        return []
    return [
        f"{name}: its articles name {len(events)} events; here all count as one. To compare "
        "within each of them use the command framing compare"
    ]
