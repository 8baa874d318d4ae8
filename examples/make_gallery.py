"""Draw every kind of chart into examples/gallery, with a page that shows them all.

    python examples/make_gallery.py [FOLDER]

Beside the pictures lies ``drawn.yaml``: for each the numbers drawn, as CSV, and the SHA-256 of the
picture drawn from them; ``examples/draw.py --check`` reads it. (It is no CSV file, as commands
that read ``examples`` would take one for articles.)

A new kind of chart (a file of ``framing/charts/kinds``) is drawn without a line here. The articles
are the teaching corpus, which is made up: none of these pictures is a finding.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import framing
from framing.charts import KINDS

if TYPE_CHECKING:
    import pandas as pd

    from framing.charts.display import Display

HERE = Path(__file__).resolve().parent
DPI = 110
#: How the command line draws a kind from the teaching corpus: the same numbers as here.
COMMAND = "examples --targets examples/targets.yaml"


def displays() -> dict[str, Display]:
    """Return every kind of chart of the teaching corpus with its numbers, not drawn yet."""
    articles = framing.read_articles(HERE / "corpus")
    read = framing.analyze(articles, targets=HERE / "targets.yaml", sentiment=False)
    comparison = framing.compare(read)
    return {kind: display.from_comparison(comparison) for kind, display in KINDS.items()}


def numbers_of(data: pd.DataFrame) -> str:
    """Return what a chart draws as CSV, to six figures, so that releases of NumPy agree."""
    return str(data.to_csv(index=False, float_format="%.6g", lineterminator="\n"))


def page_of(drawn: dict[str, Display]) -> str:
    """Return the page that shows all pictures, each described by its numbers."""
    lines = [
        "# Gallery",
        "",
        "Made by `python examples/draw.py` from the teaching corpus, whose articles are invented:",
        "none of these pictures is a finding about anybody. The numbers drawn lie in",
        f"[drawn.yaml](drawn.yaml); `framing chart KIND {COMMAND}` draws the same.",
    ]
    for kind, display in KINDS.items():
        alt = " ".join(drawn[kind].alt.split()).replace("]", ")").replace("[", "(")
        lines += ["", f"## {kind}", "", display.question]
        lines += ["", f"![{alt}]({kind}.png)"]
    return "\n".join(lines) + "\n"


def make(folder: Path) -> list[Path]:
    """Draw all kinds, and write page, numbers and fingerprints; return the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn, written, records = displays(), [], []
    for kind, display in drawn.items():
        picture = display.plot().save(folder / f"{kind}.png", dpi=DPI)
        lines = numbers_of(display.data).splitlines()
        records += [f"{kind}:", f"  picture: {sha256(picture)}", "  numbers: |"]
        records += [f"    {line}" for line in lines]
        written.append(picture)
    page, record = folder / "README.md", folder / "drawn.yaml"
    page.write_bytes(page_of(drawn).encode())
    record.write_bytes(("\n".join(records) + "\n").encode())
    return [*written, page, record]


def sha256(path: Path) -> str:
    """Return the fingerprint of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gallery"):
        print(path)
