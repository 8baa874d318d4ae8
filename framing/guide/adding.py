r'''How to add a thing: recipes, each one file or one line.

A test copies the package, does what each recipe says, and compares what the last block prints
with what it says here; so a recipe that is out of date does not pass.

## A reporting verb

One line under a class of `lexicons/reporting-verbs.yaml`; the class says how the verb reports
(neutral, strong, doubt …). A verb that takes more than a that-clause also stands in
`lexicons/verb-frames.yaml`.

```yaml lexicons/reporting-verbs.yaml after "    verbs: ["
      warble,
```

```python
import framing
article = framing.Article("a", outlet="Ash", text="The mayor warbled that the regime had fallen.")
mention = framing.analyze([article], "governments", sentiment=False).mentions.iloc[0]
print(mention["text"], mention["voice"], mention["speaker"])
# regime attributed The mayor
```

## A rule of voice

One file in `framing/voice/constructions`. Its `RULES` have an id, the words a reader sees, and
sentences with ⟦marked words⟧ whose voice the rule must decide (`yes`) and must not (`no`); its
`CONSTRUCTION` says when it is read. Patterns are written over tags with names
(`framing.voice.text.tagpatterns`).

```python framing/voice/constructions/thus.py
"""Words that "thus" hands to a speaker: "Thus Brandt: C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.voice.found import Found
from framing.voice.text.tagpatterns import pattern
from framing.voice.rules import Construction, Rule
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

RULES: Final = (
    Rule(
        "thus",
        "follows “thus”, a name and a colon",
        "phrase",
        act="speech",
        yes=("Thus Brandt: the ⟦rebels⟧ had fled.",),
        no=("Thus the ⟦rebels⟧ fled.",),
    ),
)

_THUS_NAME = pattern("<adv> <name>+ <colon>")


def read_thus(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what stands after "Thus Brandt:", to the end of its sentence."""
    found = []
    for number, unit in enumerate(page.units):
        match = _THUS_NAME.match(page.mask, unit.start, unit.end)
        if match and page.tokens.word(unit.start) == "Thus":
            source, cue = (unit.start + 1, match.end() - 1), (unit.start, unit.start + 1)
            content = [(match.end(), unit.end)]
            found.append(Found("thus", "phrase", "neutral", source, cue, content, number))
    return found


CONSTRUCTION: Final = Construction(6, read_thus)
```

```python
import framing
text = "Thus Brandt: the regime had fallen. Thus the regime fell."
article = framing.Article("a", outlet="Ash", text=text)
mentions = framing.analyze([article], "governments", sentiment=False).mentions
print(mentions["voice"].tolist(), mentions["rule"].tolist())
# ['attributed', 'own'] ['thus', 'own']
```

## A concept

A file in `lexicons`, or a concept in one of those that are there. All usual ways to call the
thing stand in it, the neutral ones too, and each loaded one cites a source that says so.
`framing lexicon check FILE` says what is wrong, line by line.

```yaml lexicons/harbours.yaml
schema: 1
kind: naming
id: harbours
title: Harbours and their fences
version: 1.0.0
language: en
license: CC0-1.0
sources:
  invented-study-2020:
    title: Words for Fences
    publisher: An invented journal
    year: 2020
concepts:
  - id: harbour-fence
    gloss: the fence around a harbour
    slots:
      builder: {gloss: who builds it, role: holder}
    variants:
      - id: wall-of-shame
        nouns: [wall of shame, "{nation:builder} wall of shame"]
        toward: {builder: -1}
        intensity: 3
        register: partisan
        sources: [{id: invented-study-2020, locator: p. 4, says: "a name its opponents gave it"}]
      - id: plain-fence
        nouns: [harbour fence]
        toward: {builder: 0}
        register: neutral
```

```python
import framing
text = "The harbour fence stood. France's wall of shame stood."
article = framing.Article("a", outlet="Ash", text=text)
print(framing.analyze([article], "harbours", sentiment=False).mentions["variant"].tolist())
# ['plain-fence', 'wall-of-shame']
```

## A chart

One file in `framing/charts/kinds`. A display that names its `kind` registers itself: the command,
the page and `framing.charts.chart` know it. `data` is exactly what is drawn, `_draw` lays it out
as marks on a canvas (which both painters paint), `alt` says it in words.

```python framing/charts/kinds/article_bars.py
"""Articles: how many each outlet wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from framing.charts.canvas import Canvas
from framing.charts.display import Display
from framing.charts.rowed import Axis, ChartRow, Plot, panels

if TYPE_CHECKING:
    from framing.comparison import Comparison


class ArticlesDisplay(Display):
    """One bar per outlet."""

    kind: ClassVar[str] = "articles"
    heading: ClassVar[str] = "How many articles there are"
    columns: ClassVar[tuple[str, ...]] = ("outlet", "articles")

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Count the articles of each outlet."""
        counts = comparison.analysis.scores.groupby("outlet").size().rename("articles")
        return cls(counts.reset_index(), **options)

    @property
    def alt(self) -> str:
        """Each outlet with its count."""
        counted = zip(self.data["outlet"], self.data["articles"], strict=True)
        return "; ".join(f"{outlet}: {count}" for outlet, count in counted)

    def _empty(self) -> str:
        return "Nothing to draw: there are no articles."

    def _draw(self, canvas: Canvas) -> str:
        axis = Axis(0, int(self.data["articles"].max()))
        panels(canvas, [[self._row(row) for row in self.data.to_dict("records")]], axis)
        return ""

    def _row(self, row: dict[Any, Any]) -> ChartRow:
        def draw(plot: Plot, y: float) -> None:
            width = plot.x(row["articles"]) - plot.left
            plot.canvas.box(plot.left, y - 4, width, 8, "#35689b")

        return ChartRow(name=row["outlet"], group="", aside=str(row["articles"]), draw=draw)
```

```python
import framing, framing.charts
texts = {"a": "Ash", "b": "Ash", "c": "Birch"}
articles = [framing.Article(i, outlet=o, text="The regime fell.") for i, o in texts.items()]
comparison = framing.compare(framing.analyze(articles, "governments", sentiment=False))
print(framing.charts.KINDS["articles"].from_comparison(comparison).alt)
framing.charts.chart("articles", comparison, "articles.svg")
# Ash: 2; Birch: 1
```

## A format of articles

One file in `framing/articles/formats` that registers the endings it reads and a function that
yields articles' rows from the bytes.

```python framing/articles/formats/letters.py
"""Letters: the first line is the outlet, the second empty, the rest the text."""

from __future__ import annotations

from collections.abc import Iterator

from framing.articles.intake import Format, Intake, Item, register


def read_letter(intake: Intake) -> Iterator[Item]:
    """Read one letter."""
    outlet, _, text = intake.read().decode("utf-8").partition("\n\n")
    yield intake.raw({"outlet": outlet, "text": text})


register(Format("letter", (".letter",), read_letter))
```

```python
import pathlib, tempfile
import framing
file = pathlib.Path(tempfile.mkdtemp()) / "one.letter"
file.write_text("Ash\n\nThe regime fell on Monday after a long night.")
print(framing.read_articles(file)[0].outlet)
# Ash
```

## A column of scores

A kind of cue is one entry in `framing/stance/catalogue.py` (what it is, source, known error) and
a class of the same id in a cue lexicon; its count and its rate are columns from then on.

```python framing/stance/catalogue.py after "_CUES: dict"
    "shouting": ("words that shout", "an invented study", "exclamations that quote count too"),
```

```yaml lexicons/stance-cues.yaml after "concepts:"
  - id: shouting
    gloss: words that shout
    exact: [hurrah, alas]
```

```python
import framing
article = framing.Article("a", outlet="Ash", text="Hurrah, the regime fell, alas on a Monday.")
scores = framing.analyze([article], "governments", sentiment=False).scores
print(scores["shouting"].tolist(), scores["shouting_per_1000"].tolist())
# [2] [250.0]
```

## An estimator

One file in `framing/learn`; the decorator lets `load_model` open what `save_model` wrote of it.
A public one also stands in `framing/learn/__init__.py`.

```python framing/learn/lengths.py
"""Texts into one column: how many words they have."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from framing.learn.estimators import estimator
from framing.learn.texts import as_texts


@estimator
class Lengths(TransformerMixin, BaseEstimator):
    """Count the words of each text."""

    def fit(self, X: Any, y: Any = None) -> Lengths:
        """Learn nothing."""
        self.fitted_ = True
        return self

    def transform(self, X: Any) -> Any:
        """Return one row per text."""
        return np.array([[len(text.split())] for text in as_texts(X)])
```

```python
import pathlib, tempfile
from framing.learn import load_model, save_model
from framing.learn.lengths import Lengths
file = save_model(Lengths().fit(["a"]), pathlib.Path(tempfile.mkdtemp()) / "lengths.skops")
print(load_model(file)[0].transform(["two words"]).tolist())
# [[2]]
```
'''
