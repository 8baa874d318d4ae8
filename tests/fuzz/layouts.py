"""How a part of the fuzz lies on the disk: one file of many rows, or a folder in some encoding.

Only JSON lines keep a text exactly; of the other layouts it is asked that each row become an
article or a line that says why not, and that everything holds of what was read.
"""

from __future__ import annotations

import csv
import html
import io
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["EXACT", "LAYOUTS", "laid_out", "layout_of"]

Rows = Sequence[dict[str, Any]]

_ENCODINGS = (
    *("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1"),
    *("mac_roman", "cp1251", "shift_jis", "gb18030"),
)
_CHARSETS = ("utf-8", "windows-1252", "undefined", "utf-7", "x-user-defined", "", "iso-8859-8-i")


def _json_lines(rows: Rows, folder: Path, _chance: random.Random) -> Path:
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _json_list(rows: Rows, folder: Path, chance: random.Random) -> Path:
    path = folder / "news.json"
    held: Any = list(rows) if chance.random() < 0.5 else {"status": "ok", "articles": list(rows)}
    path.write_text(json.dumps(held, ensure_ascii=chance.random() < 0.5), "utf-8", "surrogatepass")
    return path


def _comma_separated(rows: Rows, folder: Path, chance: random.Random) -> Path:
    path, stream = folder / "news.csv", io.StringIO(newline="")
    writer = csv.DictWriter(
        stream, list(rows[0]), delimiter=chance.choice(",;\t"), quoting=chance.choice((0, 1)),
        lineterminator=chance.choice(("\n", "\r\n")),
    )  # fmt: skip
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(stream.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "utf-16"))))
    return path


def _texts(rows: Rows, folder: Path, chance: random.Random) -> Path:
    """Write a file an article, each in an encoding of its own, some with front matter."""
    for number, row in enumerate(rows):
        matter = f"---\noutlet: {row['outlet']}\ntitle: {row['title']}\n---\n"
        text = (matter if number % 3 == 0 else "") + row["text"]
        data = text.encode(chance.choice(_ENCODINGS), "replace")
        if number % 7 == 0:  # one bad byte
            at = chance.randint(0, len(data))
            data = data[:at] + bytes([chance.randrange(128, 256)]) + data[at:]
        place = (
            folder
            / "corpus"
            / row["event"]
            / f"{number % 5}-{number}.{'txt md'.split()[number % 2]}"
        )
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder / "corpus"


def _pages(rows: Rows, folder: Path, chance: random.Random) -> Path:
    """Write a page an article: paragraphs raw or escaped, among what pages have besides."""
    for number, row in enumerate(rows[:60]):
        write: Callable[[str], str] = html.escape if number % 3 else str
        parts = "".join(f"<p>{write(part)}</p>" for part in row["text"].split("\n\n"))
        depth = chance.choice((0, 0, 1, 30, 300))
        page = (
            f'<!doctype html><html><head><meta charset="{chance.choice(_CHARSETS)}">'
            f"<title>{write(row['title'])}</title>"
            f'<script>var a = "<p>{row["outlet"]}</p>";</script><style>p {{}}</style></head><body>'
            f"<nav><a href='javascript:alert(1)'>{row['outlet']}</a></nav>{'<div>' * depth}"
            f"<article><!-- {write(row['event'])} --><h1>{write(row['title'])}</h1>{parts}"
            "</article>"
            f"{'</div>' * chance.choice((0, depth))}<footer onclick=alert(1)>© 2024</footer>"
        )
        place = folder / "pages" / row["event"] / f"{number}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page.encode(chance.choice(_ENCODINGS[:8]), "replace"))
    return folder / "pages"


LAYOUTS: tuple[Callable[[Rows, Path, random.Random], Path], ...] = (
    _json_lines, _texts, _json_lines, _comma_separated, _json_lines,
    _pages, _json_lines, _json_list, _json_lines, _texts,
)  # fmt: skip
EXACT = _json_lines
"""The layout in which a text is read exactly as it was given."""


def layout_of(part: int) -> Callable[[Rows, Path, random.Random], Path]:
    """Return how a part is laid out."""
    return LAYOUTS[part % len(LAYOUTS)]


def laid_out(part: int, rows: Rows, folder: Path) -> Path:
    """Write a part's rows and return what is to be read."""
    chance = random.Random(f"layout {part}")  # noqa: S311  (no secret is made)
    return layout_of(part)(rows, folder, chance)
