"""Draw every kind of chart into examples/gallery, with a page that shows them all.

    python examples/make_gallery.py [FOLDER]

The teaching corpus serves the charts of few articles; those that need many events take the
simulated coverage of simulate.py. All of it is made up: none of these pictures is a finding.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import framing
from framing.charts import KINDS

sys.path.insert(0, str(Path(__file__).resolve().parent))

from simulate import simulate

if TYPE_CHECKING:
    import pandas as pd

HERE = Path(__file__).resolve().parent
DPI = 110

#: Kind of chart: (which material, options, what it answers).
CHARTS: dict[str, tuple[str, dict[str, object], str]] = {
    "naming": ("corpus", {}, "With which words was the same thing named, n of N?"),
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


def make(folder: Path) -> list[Path]:
    """Draw all kinds and write the page; return the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    material = comparisons()
    names = {"corpus": "teaching corpus", "pair": "two of its outlets",
             "simulated": "simulated", "party": "simulated, one party's troops"}  # fmt: skip
    lines = [
        "# Gallery",
        "",
        "Made by `python examples/make_gallery.py`. The articles are invented or simulated:",
        "none of these pictures is a finding about anybody.",
    ]
    written = []
    for kind, (which, options, question) in CHARTS.items():
        display = KINDS[kind].from_comparison(material[which], **options).plot()
        written.append(display.save(folder / f"{kind}.png", dpi=DPI))
        alt = " ".join(display.alt.split()).replace("]", ")").replace("[", "(")
        lines += ["", f"## {kind}", "", f"{question} ({names[which]}; `framing chart {kind} …`)"]
        lines += ["", f"![{alt}]({kind}.png)"]
    page = folder / "README.md"
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [*written, page]


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gallery"):
        print(path)
