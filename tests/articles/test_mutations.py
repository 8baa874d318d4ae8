"""Damaged files of every kind end in articles or in words, never in a traceback, and in time."""

from __future__ import annotations

import gzip
import io
import json
import random
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from framing import read_articles
from framing.errors import ArticleError

WORDS = "The troops left the base on Monday, and the crowd that had waited since dawn went home. "
ROWS = [{"id": str(n), "outlet": "“Star”", "date": "3 May 2021", "text": WORDS} for n in range(3)]


def seeds() -> dict[str, bytes]:
    """Return a sound file of each kind that needs no library to be written."""
    nexis = "".join(
        f"{n} of 2 DOCUMENTS\n\nStar\n\nMay 3, 2021 Monday\n\nTitle\n\nLENGTH: 18 words\n\n"
        f"{WORDS}\n\nLOAD-DATE: May 4, 2021\n\n"
        for n in (1, 2)
    )
    table = "id,outlet,text\n" + "".join(f'{n},Star,"{WORDS}"\n' for n in range(3))
    page = (
        f'<html><head><meta charset="utf-8"></head><body><article><p>{WORDS}</p></article></body>'
    )
    odt = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    packed, document = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("e/Star.txt", WORDS)
        archive.writestr("news.csv", table)
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("content.xml", f"<a {odt}><text:p>{WORDS}</text:p></a>")
    return {
        "a.txt": f"---\noutlet: Star\ndate: 2021-05-03\n---\n{WORDS}".encode(),
        "nexis.txt": nexis.encode(),
        "a.csv": table.encode(),
        "a.csv.gz": gzip.compress(table.encode()),
        "a.jsonl": "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode(),
        "a.json": json.dumps(ROWS, indent=1).encode(),
        "a.html": page.encode(),
        "a.rtf": rf"{{\rtf1\ansi {WORDS}\par \u8220?Yes\u8221?}}".encode(),
        "a.zip": packed.getvalue(),
        "a.odt": document.getvalue(),
    }


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Flip bits, cut, double and insert bytes at a few places."""
    changed = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 5, 20])):
        place = dice.randrange(len(changed) or 1)
        kind = dice.random()
        if kind < 0.5 and changed:
            changed[place] ^= 1 << dice.randrange(8)
        elif kind < 0.65:
            del changed[place : place + dice.randrange(1, 40)]
        elif kind < 0.8:
            changed[place:place] = dice.randbytes(dice.randrange(1, 9))
        elif kind < 0.9:
            del changed[place:]
        else:
            changed[place:place] = changed[max(0, place - 60) : place]
    return bytes(changed)


@pytest.mark.slow
@pytest.mark.parametrize(
    "rounds", [12, pytest.param(300, marks=pytest.mark.slow)], ids=["short", "long"]
)
def test_mutated_files(tmp_path: Path, rounds: int, optional: Callable[..., Any]) -> None:
    """What is read can be written, has ids of its own and a text; all else is said."""
    for module, extra in (("trafilatura", "html"), ("striprtf", "exports"), ("lxml", "exports")):
        optional(module, extra)
    dice = random.Random(4)  # noqa: S311 - the same mutations each time
    for name, data in seeds().items():
        path = tmp_path / name
        for _ in range(rounds):
            path.write_bytes(mutated(data, dice))
            try:
                articles = read_articles(path)
            except ArticleError as error:
                assert str(error)  # noqa: PT017 - that there is an error is not what is tested
                continue
            assert len({article.id for article in articles}) == len(articles)
            for article in articles:
                assert article.text.strip()
                json.dumps(dict(article.meta), ensure_ascii=False, default=str).encode()
                f"{article.id}{article.outlet}{article.title}{article.text}".encode()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.json", '["' + '\\"' * 300_000), ("b.json", '[{"a":"' + '"' * 300_000),
        ("c.json", "[" + '{"a":"x},{"a":"' * 20_000 + "]"), ("d.json", "[" + '{"a":' * 50_000),
        ("a.csv", "text\n" + '"a\n' * 100_000), ("a.txt", "HD  " + " " * 500_000 + "x\nLP\nSN  a"),
        ("b.txt", "Publication title: x\nFull text: " + "_" * 500_000),
        ("c.txt", "1 of 1 DOCUMENTS\n\nLENGTH: 2 words\n\n" + "X: y\n" * 50_000),
    ],
    ids=lambda value: value if len(value) < 9 else "",
)  # fmt: skip
def test_time_is_linear(tmp_path: Path, name: str, written: str) -> None:
    """Forms made to send a reader back and forth are done within seconds."""
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    begun = time.process_time()
    with suppress(ArticleError):  # most of them hold no article
        assert len(read_articles(path)) == 1
    assert time.process_time() - begun < 5
