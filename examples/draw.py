"""Draw every picture and figure that the project shows, or say which no longer shows what is so.

    python examples/draw.py            draws and writes
    python examples/draw.py --check    writes nothing; ends with 1 where something differs

Three things are held together:

- the gallery: each picture, the numbers it was drawn from and the page that describes it;
- chart commands in README and notebooks of pictures shown: they draw the gallery's numbers;
- blocks of output: a fenced block below ``<!-- drawn by: framing ARGUMENTS -->`` holds what that
  command prints (``<!-- drawn by: framing ARGUMENTS | lines 1-6 -->`` those lines of it).

Notebooks keep their outputs: `python examples/run_notebooks.py`.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import yaml
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).resolve().parent))

import make_gallery

from framing.cli import cli

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GALLERY = HERE / "gallery"
BLOCK = re.compile(
    r"(<!-- drawn by: framing (?P<args>[^|\n]+?)(?: \| lines (?P<from>\d+)-(?P<to>\d+))? -->\n"
    r"```\w*\n)(?P<body>.*?)(?=^```$)",
    re.S | re.M,
)
CHART = re.compile(r"framing chart (?P<kind>[a-z]+) (?P<rest>[^\n`\"]*)")


def pages() -> list[Path]:
    """Return the pages and notebooks whose figures are held."""
    return [ROOT / "README.md", *sorted((HERE / "notebooks").glob("*.ipynb"))]


def printed(arguments: str) -> str:
    """Return what a command of the command line prints, run from the checkout."""
    done = CliRunner().invoke(cli, shlex.split(arguments))
    if done.exit_code != 0:
        raise SystemExit(f"framing {arguments}: ends with {done.exit_code}\n{done.output}")
    return done.stdout


def renewed(text: str) -> str:
    """Return a page with every block of output as its command prints it now."""

    def block(found: re.Match[str]) -> str:
        lines = printed(found["args"]).splitlines()
        if found["from"]:
            lines = lines[int(found["from"]) - 1 : int(found["to"])]
        return found[1] + "\n".join(lines) + "\n"

    return BLOCK.sub(block, text)


def stale_pictures() -> Iterator[str]:
    """Yield what is wrong with the gallery: numbers, pictures and page."""
    shown, drawn = recorded(), make_gallery.displays()
    for kind, display in drawn.items():
        picture = GALLERY / f"{kind}.png"
        if not (picture.is_file() and kind in shown):
            yield f"{kind}: the picture or its numbers are not there"
        elif shown[kind]["numbers"] != make_gallery.numbers_of(display.data):
            yield f"{kind}: the numbers are others now"
        elif shown[kind]["picture"] != make_gallery.sha256(picture):
            yield f"{kind}: the picture was not drawn from these numbers"
    page = GALLERY / "README.md"
    if page.read_text(encoding="utf-8") != make_gallery.page_of(drawn):
        yield "the gallery's page describes other numbers"


def recorded() -> dict[str, dict[str, str]]:
    """Return the numbers of each picture and its fingerprint, as they were when it was drawn."""
    record = GALLERY / "drawn.yaml"
    if not record.is_file():
        return {}
    found: dict[str, dict[str, str]] = yaml.safe_load(record.read_text(encoding="utf-8"))
    return found


def other_numbers(text: str) -> Iterator[str]:
    """Yield the chart commands of a page that draw other numbers than the picture it shows."""
    shown = recorded()
    for found in CHART.finditer(text):
        kind = found["kind"]
        if f"gallery/{kind}.png" not in text or kind not in shown:
            continue
        words = iter(shlex.split(found["rest"]))
        kept = [word for word in words if word not in ("-o", "--data") or not next(words, None)]
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data.csv"
            files = ["-o", str(Path(folder) / "x.svg"), "--data", str(data)]
            printed(shlex.join(["chart", kind, *kept, *files]))
            drawn = make_gallery.numbers_of(pd.read_csv(data))
        if drawn != make_gallery.numbers_of(pd.read_csv(io.StringIO(shown[kind]["numbers"]))):
            yield f"`{found[0].strip()}` draws other numbers than the picture beside it"


def check() -> list[str]:
    """Return all that no longer shows what is so."""
    wrong = list(stale_pictures())
    for page in pages():
        text = page.read_text(encoding="utf-8")
        wrong += [f"{page.relative_to(ROOT)}: {what}" for what in other_numbers(text)]
        if renewed(text) != text:
            wrong.append(f"{page.relative_to(ROOT)}: a block of output is another now")
    return wrong


def main(arguments: list[str]) -> int:
    """Draw, or check, and say what was done."""
    os.chdir(ROOT)
    if "--check" in arguments:
        wrong = check()
        for line in wrong:
            print(line)
        print("all as drawn" if not wrong else "run: python examples/draw.py")
        return 1 if wrong else 0
    for path in make_gallery.make(GALLERY):
        print(path.relative_to(ROOT))
    for page in pages():
        text = page.read_text(encoding="utf-8")
        new = renewed(text)
        if new != text:
            page.write_text(new, encoding="utf-8")
            print(page.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
