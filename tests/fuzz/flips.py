"""Files of every format with bytes changed: good files beside them must be read all the same."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tempfile
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

import newsroom

import framing
from framing.errors import ArticleError

__all__ = ["broken_by_flips", "files_of_every_format"]

GOOD = {
    "one.txt": "American occupation forces left the town, Ana Ruiz said on Monday.",
    "two.txt": "Coalition troops stayed in the town, the ministry said on Tuesday.",
}


def files_of_every_format(seed: int) -> dict[str, bytes]:
    """Return a small file of every format that can be written here, by its ending."""
    rows = [_row(seed, number) for number in range(3)]
    title, text = newsroom.article_of(seed)
    matter = f"---\noutlet: Alder Times\ndate: 2024-04-01\ntitle: {json.dumps(title)}\n---\n"
    body = "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    found = {
        "txt": text, "md": matter + text, "html": page, "jsonl": lines, "json": json.dumps(rows),
        "csv": _separated(rows, ","), "tsv": _separated(rows, "\t"),
        "rtf": "{\\rtf1\\ansi " + text.encode("ascii", "ignore").decode() + "}",
    }  # fmt: skip
    files = {ending: words.encode("utf-8") for ending, words in found.items()}
    files["txt.gz"], files["jsonl.gz"] = gzip.compress(files["txt"]), gzip.compress(files["jsonl"])
    files["txt.bz2"], files["txt.xz"] = bz2.compress(files["txt"]), lzma.compress(files["txt"])
    files["zip"] = _zipped({"a.txt": files["txt"], "b.html": files["html"]})
    return files | _of_libraries(rows, text, page)


def _row(seed: int, number: int) -> dict[str, str]:
    title, text = newsroom.article_of(seed + number)
    about = {"id": f"r{number}", "outlet": newsroom.OUTLETS[number], "event": "talks"}
    return {**about, "date": "2024-04-01", "title": title, "text": text}


def _separated(rows: list[dict[str, str]], mark: str) -> str:
    import csv

    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _of_libraries(rows: list[dict[str, str]], text: str, page: str) -> dict[str, bytes]:
    """Return the formats that need a library to write; what is not installed is left out."""
    found: dict[str, bytes] = {}
    for make in (_parquet, _docx, _xlsx, _warc, _pdf):
        try:
            found |= make(rows, text, page)
        except ImportError:
            continue
    return found


def _parquet(rows: list[dict[str, str]], _text: str, _page: str) -> dict[str, bytes]:
    import pyarrow
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), stream)
    return {"parquet": stream.getvalue()}


def _docx(_rows: list[dict[str, str]], text: str, _page: str) -> dict[str, bytes]:
    import docx

    document, stream = docx.Document(), io.BytesIO()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(stream)
    return {"docx": stream.getvalue()}


def _xlsx(rows: list[dict[str, str]], _text: str, _page: str) -> dict[str, bytes]:
    import openpyxl

    book, stream = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row in (list(rows[0]), *(list(row.values()) for row in rows)):
        sheet.append(row)
    book.save(stream)
    return {"xlsx": stream.getvalue()}


def _warc(_rows: list[dict[str, str]], _text: str, page: str) -> dict[str, bytes]:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    record = writer.create_warc_record(
        "https://news.example/a", "response", payload=io.BytesIO(page.encode("utf-8")),
        http_headers=headers,
    )  # fmt: skip
    writer.write_record(record)
    return {"warc": stream.getvalue()}


def _pdf(_rows: list[dict[str, str]], text: str, _page: str) -> dict[str, bytes]:
    words = (
        text.encode("ascii", "ignore").replace(b"(", b"").replace(b")", b"").replace(b"\n", b" ")
    )
    drawn = b"BT /F1 12 Tf 40 700 Td (" + words[:400] + b") Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return {
        "pdf": out
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out) - 0)
    }


def _changed(data: bytes, chance: random.Random) -> bytes:
    """Flip bits, overwrite, cut or repeat bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 10))):
        at = chance.randrange(len(changed)) if changed else 0
        how = chance.choice(("bit", "byte", "cut", "again", "end"))
        if how == "bit" and changed:
            changed[at] ^= 1 << chance.randrange(8)
        elif how == "byte" and changed:
            changed[at] = chance.choice((0, 10, 34, 44, 60, 92, 123, 128, 255))
        elif how == "cut":
            del changed[at : at + chance.choice((1, 4, 64))]
        elif how == "again":
            changed[at:at] = changed[at : at + chance.choice((1, 4, 64))]
        elif how == "end":
            del changed[max(at, len(changed) // 2) :]
    return bytes(changed)


def broken_by_flips(files: int, first: int = 0) -> Iterator[str]:
    """Read so many folders of two good files and a changed one; yield what was lost or raised."""
    kinds = files_of_every_format(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for good, words in GOOD.items():
            (folder / good).write_text(words, encoding="utf-8")
        for number in range(first, first + files):
            chance = random.Random(f"flip {number}")  # noqa: S311  (no secret is made)
            ending = sorted(kinds)[number % len(kinds)]
            bad = folder / f"bad.{ending}"
            bad.write_bytes(_changed(kinds[ending], chance))
            try:
                found = framing.read_articles(folder)
            except ArticleError as error:  # a row repeated with its id: refused, as it says
                if "two articles claim the id" not in str(error):
                    yield f"flip {number} of .{ending}: {error}"
            except Exception:
                yield f"flip {number} of .{ending}: {traceback.format_exc(limit=-3)}"
            else:
                texts = {article.text for article in found}
                if not set(GOOD.values()) <= texts:
                    yield f"flip {number} of .{ending}: a good article is lost"
                said = found.skipped or found.ignored or found.warnings
                if len(found) == len(GOOD) and not said:
                    yield f"flip {number} of .{ending}: nothing is said of it"
            bad.unlink()
