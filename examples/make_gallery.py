"""Draw every kind of chart into examples/gallery, with a page that shows them all.

    python examples/make_gallery.py [FOLDER]

Beside the pictures lies ``drawn.yaml``: for each the numbers drawn, as CSV, and the SHA-256 of the
picture drawn from them; ``examples/draw.py --check`` reads it. (It is no CSV file, as commands
that read ``examples`` would take one for articles.)

The teaching corpus serves the charts of few articles; those that need many events take the
simulated coverage of simulate.py. All of it is made up: none of these pictures is a finding.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import framing
from framing.charts import KINDS

sys.path.insert(0, str(Path(__file__).resolve().parent))

from simulate import simulate

if TYPE_CHECKING:
    import pandas as pd

    from framing.charts.display import Display

HERE = Path(__file__).resolve().parent
DPI = 110
#: How the command line draws a kind from the teaching corpus: the same numbers as here.
COMMAND = "examples --targets examples/targets.yaml"

#: Kind of chart: (which material, options, what it answers).
CHARTS: dict[str, tuple[str, dict[str, object], str]] = {
    "naming": ("corpus", {}, "With which words was the same thing named, n of N?"),
    "pairs": ("corpus", {}, "Which words did two outlets choose for the same thing?"),
    "dumbbell": ("pair", {}, "How far apart are two outlets, concept by concept?"),
    "heatmap": ("corpus", {}, "Who chose loaded words for what?"),
    "voice": ("corpus", {}, "Whose words are the namings?"),
    "stance": ("party", {}, "How do namings lean toward each party, with intervals?"),
    "words": ("simulated", {}, "Which words set an outlet's own text apart?"),
    "shift": ("pair", {}, "Which words make two outlets' texts differ?"),
    "sources": ("corpus", {}, "Who is quoted how much?"),
    "timeline": ("simulated", {}, "How does the share move by week?"),
    "coverage": ("corpus", {}, "Which outlet covered which event?"),
    "map": ("corpus", {}, "Which outlets choose alike?"),
    "dispersion": ("corpus", {}, "Where in the articles are things named?"),
}


def comparisons() -> dict[str, framing.Comparison]:
    """Compare the teaching corpus, two of its outlets, and the simulated coverage."""
    articles = framing.read_articles(HERE / "corpus")
    two = sorted({str(a.outlet) for a in articles})[1:3]
    pair = [article for article in articles if article.outlet in two]
    read = {"corpus": articles, "pair": pair, "simulated": simulate(), "party": of_a_party()}
    targets = {"party": "Varenia"}
    return {
        name: framing.compare(
            framing.analyze(one, targets=HERE / "targets.yaml", sentiment=False),
            target=targets.get(name),
        )
        for name, one in read.items()
    }


def of_a_party() -> pd.DataFrame:
    """Return the simulated coverage of three outlets with Varenia named as the troops' owner."""
    articles = simulate()
    articles = articles[articles["outlet"] != "Simulated D"].copy()
    for words, whose in {"foreign troops": "Varenian troops",
                         "occupation forces": "Varenian occupation forces"}.items():  # fmt: skip
        articles["text"] = articles["text"].str.replace(words, whose, regex=False)
    return articles


def displays() -> dict[str, Display]:
    """Return every kind of chart with its numbers, not drawn yet."""
    material = comparisons()
    return {
        kind: KINDS[kind].from_comparison(material[which], **options)
        for kind, (which, options, _) in CHARTS.items()
    }


def numbers_of(data: pd.DataFrame) -> str:
    """Return what a chart draws as CSV, to six figures, so that releases of NumPy agree."""
    return str(data.to_csv(index=False, float_format="%.6g", lineterminator="\n"))


def page_of(drawn: dict[str, Display]) -> str:
    """Return the page that shows all pictures, each described by its numbers."""
    names = {"corpus": f"teaching corpus; `framing chart {{kind}} {COMMAND}`",
             "pair": "two outlets of the teaching corpus", "simulated": "simulated",
             "party": "simulated, one party's troops"}  # fmt: skip
    lines = [
        "# Gallery",
        "",
        "Made by `python examples/draw.py`. The articles are invented or simulated: none of these",
        "pictures is a finding about anybody. The numbers drawn lie in [drawn.yaml](drawn.yaml).",
    ]
    for kind, (which, _, question) in CHARTS.items():
        alt = " ".join(drawn[kind].alt.split()).replace("]", ")").replace("[", "(")
        lines += ["", f"## {kind}", "", f"{question} ({names[which].format(kind=kind)})"]
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
