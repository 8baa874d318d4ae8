"""Do articles of one event come out in the order of their stance? basil and seesaw.

Run: python tests/benchmarks/learn_ordering.py [basil] [seesaw] [--vectors=corpus|none]
Each figure has the evaluators' 95% interval (bootstrap over events). tau: Kendall's tau-b of
three articles of an event, 0 by chance. pair: share of pairs in the right order, .5 by chance.
No system is trained on what it is scored on: the classifier learns from newsmtsc, the tagger from
babe (sentences that stand in a scored article left out), or from basil with the event held out.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from learn_common import rows, score, show, vectors_of, which_vectors
from learn_loaded import corpus
from learn_stance import table
from sklearn.model_selection import GroupKFold

from framing import analyze
from framing.articles import documents
from framing.language import WORD
from framing.language.closed import STOP_WORDS
from framing.learn import LoadedLanguageTagger, StanceClassifier
from framing.stance import (
    PartyFinder,
    find_cues,
    target_figures,
    target_index,
)
from framing.stance.sentiment import sentiment
from framing.values import Article, Target
from framing.voice import decide, read_voice

# last words that name no party by themselves
GENERIC = frozenset(
    """Act Administration Agency Bank Bill Campaign Commission Committee Company Council Court
    Department Force Foundation Group House Justice Law Members Office Order Party Plan Policy
    Program Service State States Times Union University Wall""".split()
)
Scores = dict[tuple[str, str], float]


class Naming(NamedTuple):
    """Where an article names a party: the sentence, offsets into it, in own voice or not."""

    article: str
    target: str
    text: str
    start: int
    end: int
    own: bool


def party(name: str) -> Target | None:
    """Return an annotated entity with its whole name and its last, or None for a description."""
    words = name.replace("_", " ").split()
    if not words or not words[0][0].isupper():
        return None
    last = words[-1] if words[-1] not in ("Jr.", "Sr.") else words[-2]
    usable = len(words) > 1 and len(last) > 3 and last[0].isupper() and last not in GENERIC
    aliases = (" ".join(words), *((last,) if usable else ()))
    return Target(name, aliases)


def entities(name: str) -> dict[str, list[str]]:
    """Return the annotated entities of each event, sorted."""
    event = {row["id"]: row["event"] for row in rows(f"{name}/articles.jsonl")}
    found: dict[str, set[str]] = defaultdict(set)
    if name == "basil":
        for row in rows("basil/bias_spans.jsonl"):
            found[event[row["article_id"]]].add(row["target"])
    else:
        for row in rows("seesaw/annotations.jsonl"):
            listed = row["annotations"]["entity lists"]
            found[event[row["article_id"]]].update(one[0] for one in listed)
    return {key: sorted(filter(None, names)) for key, names in found.items()}


class Corpus:
    """The articles of one set, read once: documents, readings, cues, where parties are named."""

    def __init__(self, name: str) -> None:
        self.name = name
        fields = ("id", "outlet", "event", "date", "title", "text")
        self.articles = [
            Article(**{key: row[key] for key in fields}) for row in rows(f"{name}/articles.jsonl")
        ]
        self.entities = entities(name)
        self.targets = {
            event: [one for one in map(party, names) if one] for event, names in
            self.entities.items()
        }  # fmt: skip
        self.parts: dict[str, Any] = {}
        self.namings: list[Naming] = []
        for article in self.articles:
            finder = PartyFinder(self.targets.get(article.event or "", ()))
            parts = []
            for document in documents(article):
                reading = read_voice(document)
                parts.append((document, reading, find_cues(document, reading)))
                self.namings.extend(_namings(article.id, document, reading, finder))
            self.parts[article.id] = parts

    def both(self, by_target: Scores, by_article: dict[str, float]) -> list[dict[str, Any]]:
        """Return predictions: one row an article, one an article and entity of its event."""
        found: list[dict[str, Any]] = [
            {"article_id": one.id, "score": by_article.get(one.id, 0.0)} for one in self.articles
        ]
        for one in self.articles:
            for name in self.entities.get(one.event or "", ()):
                value = by_target.get((one.id, name), 0.0)
                found.append({"article_id": one.id, "target": name, "score": value})
        return found if self.name == "basil" else found[len(self.articles) :]


def _namings(name: str, document: Any, reading: Any, finder: PartyFinder) -> Iterator[Naming]:
    parties = finder.find(document.text)
    voices = decide(reading, [(one.start, one.end) for one in parties])
    for one, voice in zip(parties, voices, strict=True):
        for start, end in document.sentences:
            if start <= one.start < end:
                text, end = document.text[start:end], min(one.end, end)
                own = voice.voice == "own"
                yield Naming(name, one.target, text, one.start - start, end - start, own)


def summed(by_target: Scores) -> dict[str, float]:
    """Add up an article's figures over the entities of its event."""
    sums: dict[str, float] = defaultdict(float)
    for (article, _), value in by_target.items():
        sums[article] += value
    return sums


def spread(corpus_: Corpus, by_article: dict[str, float]) -> Scores:
    """Give an article's figure to each entity of its event."""
    return {
        (one.id, name): by_article[one.id]
        for one in corpus_.articles
        for name in corpus_.entities.get(one.event or "", ())
    }


def index(read: Corpus) -> Scores:
    """Return S_t of each article and entity, own voice, from the shipped lexicons (no least N)."""
    # an alias may mean another entity in another event: let each be a party of its own
    aliases = {alias for group in read.targets.values() for one in group for alias in one.aliases}
    declared = {alias: [alias] for alias in sorted(aliases)}
    mentions = analyze(read.articles, targets=declared, sentiment=False).mentions
    event = {one.id: one.event or "" for one in read.articles}
    found: Scores = {}
    for article, group in mentions.groupby("article_id", sort=True):
        entity = {
            alias: one.name
            for one in reversed(read.targets.get(event[str(article)], []))
            for alias in one.aliases
        }
        slots = [
            [{**slot, "target": entity.get(slot["target"])} for slot in those]
            for those in group["bindings"]
        ]
        for one in target_index(slots, list(group["voice"]), min_count=1):
            if one.scope == "own" and one.value is not None:
                found[str(article), one.target] = one.value
    return found


def near(read: Corpus) -> Scores:
    """Return TextBlob's polarity in own voice, nearer words counting more."""
    found: Scores = {}
    for article in read.articles:
        finder = PartyFinder(read.targets.get(article.event or "", ()))
        for one in target_figures(read.parts[article.id], finder, sentiment=True):
            found[article.id, one.target] = one.local_sentiment or 0.0
    return found


def textblob(read: Corpus) -> dict[str, float]:
    """Return TextBlob's polarity of each article."""
    return {one.id: sentiment(one.text, [(0, len(one.text))]).polarity or 0.0
            for one in read.articles}  # fmt: skip


def classified(read: Corpus, model: StanceClassifier) -> Scores:
    """Pool P(for) − P(against) over namings: the sum in own voice (basil), the mean (seesaw)."""
    import pandas as pd

    kept = [one for one in read.namings if one.own or read.name == "seesaw"]
    frame = pd.DataFrame([one[2:5] for one in kept], columns=["text", "target_start", "target_end"])
    place = {int(label): column for column, label in enumerate(model.classes_)}
    shares = model.predict_proba(frame)
    values: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one, row in zip(kept, shares, strict=True):
        values[one.article, one.target].append(float(row[place[1]] - row[place[-1]]))
    pooled = np.mean if read.name == "seesaw" else np.sum
    return {key: float(pooled(those)) for key, those in values.items()}


def loaded(read: Corpus, spans: Sequence[Sequence[tuple[int, int]]]) -> dict[str, float]:
    """Return minus the loaded words an article says in its own voice."""
    found = {}
    for article, marked in zip(read.articles, spans, strict=True):
        own = [(p[0], p[1]) for p in read.parts[article.id] if p[0].field == "text"]
        words = [m.span() for start, end in marked for m in WORD.finditer(article.text, start, end)
                 if m.group().lower() not in STOP_WORDS]  # fmt: skip
        voices = decide(own[0][1], words) if own else []
        found[article.id] = -float(sum(one.voice == "own" for one in voices))
    return found


def unseen(texts: Sequence[str], read: Sequence[Corpus]) -> np.ndarray[Any, Any]:
    """Tell which training sentences stand in no scored article."""
    squeeze = re.compile(r"\W+")
    pool = "\n".join(squeeze.sub("", a.text.lower()) for one in read for a in one.articles)
    return np.array([squeeze.sub("", text.lower())[:60] not in pool for text in texts])


def held_out(read: Corpus, vectors: Any) -> list[list[tuple[int, int]]]:
    """Mark basil's articles by taggers that have not seen their event."""
    _, texts, spans, events = corpus("basil")
    found: list[list[tuple[int, int]]] = [[] for _ in texts]
    for train, test in GroupKFold(5).split(texts, groups=events):
        tagger = LoadedLanguageTagger(vectors=vectors).fit(
            [texts[i] for i in train], [spans[i] for i in train], groups=[events[i] for i in train]
        )
        for place, marked in zip(test, tagger.predict([texts[i] for i in test]), strict=True):
            found[place] = marked
    return found


def trained(read: Sequence[Corpus], vectors: Any) -> tuple[StanceClassifier, LoadedLanguageTagger]:
    """Fit the classifier on newsmtsc and the tagger on babe, without sentences that are scored."""
    sentences = table(rows("newsmtsc/targets.jsonl"))
    kept = unseen(sentences["text"].tolist(), read)
    print(f"newsmtsc: {int((~kept).sum())} of {len(kept)} rows left out, they stand in "
          "scored articles", file=sys.stderr)  # fmt: skip
    sentences = sentences[kept]
    model = StanceClassifier(vectors=vectors).fit(sentences, sentences["polarity"].to_numpy())
    _, texts, spans, _ = corpus("babe")
    places = np.flatnonzero(unseen(texts, read))
    tagger = LoadedLanguageTagger(vectors=vectors)
    tagger.fit([texts[i] for i in places], [spans[i] for i in places])
    return model, tagger


def verdict(low: float, high: float, chance: float) -> str:
    """Say what an interval allows to say, going by its ends as they are printed."""
    if round(low, 3) <= chance <= round(high, 3):
        return "holds chance: no claim"
    return "right order" if low > chance else "reversed order"


def report(read: Corpus, systems: dict[str, tuple[Scores, dict[str, float]]]) -> None:
    """Score every system and print one table for each question."""
    basil = read.name == "basil"
    evaluator = "eval_ordering.py" if basil else "eval_ordering_seesaw.py"
    found = {
        system: score(evaluator, read.name, read.both(*figures))
        for system, figures in systems.items()
    }
    for level in ("article", "target") if basil else ("pair",):
        lines, count = [], ""
        for system, figures in found.items():
            head = f"{level}_" if basil else ""
            middle = float(figures[f"{head}tau" if basil else "pair"])
            low, high = float(figures[f"{head}lo"]), float(figures[f"{head}hi"])
            share = [float(figures[f"{head}pair"])] if basil else []
            lines.append([system, middle, f"{low:.3f} to {high:.3f}", *share,
                          verdict(low, high, 0.0 if basil else 0.5)])  # fmt: skip
            count = figures[f"{head}n"] if basil else figures["pairs"]
        measure = ["tau", "95%", "pair"] if basil else ["pair", "95%"]
        what = f"{level}, {count} triples" if basil else f"{count} pairs toward one entity"
        show(f"{read.name}: {what}, {figures['events']} events",
             ["system", *measure, "interval"], lines)  # fmt: skip


def main() -> None:
    """Read, train on other sets, score and print."""
    start = time.perf_counter()
    names = [one for one in sys.argv[1:] if not one.startswith("-")] or ["basil", "seesaw"]
    read = [Corpus(name) for name in names]
    vectors = vectors_of(which_vectors(), [a.text for one in read for a in one.articles])
    model, tagger = trained(read, vectors)
    for one in read:
        lengths = {a.id: float(len(WORD.findall(a.text))) for a in one.articles}
        by_article = {"TextBlob's polarity": textblob(one), "length (control)": lengths}
        by_article["loaded words, tagger of babe"] = loaded(
            one, tagger.predict([a.text for a in one.articles])
        )
        if one.name == "basil":
            by_article["loaded words, tagger of other basil events"] = loaded(
                one, held_out(one, vectors)
            )
        by_target = {
            "polarity near the party": near(one),
            "S_t, own voice, shipped lexicons": index(one),
            "stance, classifier of newsmtsc": classified(one, model),
        }
        systems = {key: (spread(one, those), those) for key, those in by_article.items()}
        systems |= {key: (those, summed(those)) for key, those in by_target.items()}
        report(one, systems)
        known = by_target["S_t, own voice, shipped lexicons"]
        every = sum(len(one.entities.get(a.event or "", ())) for a in one.articles)
        charged = sum(value != 0 for value in known.values())
        print(f"S_t is known for {len(known)} of {every} pairs of article and entity, "
              f"and other than 0 for {charged}")  # fmt: skip
    print(f"\n{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
