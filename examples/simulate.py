"""Simulated coverage with planted differences, for tests, teaching and power checks.

**Nothing here is a finding.** The outlets, places and events do not exist. Every article is put
together from templates by a seeded generator, and how often each outlet chooses the loaded word
in its own voice is written down in `PLANTED` before any article is made. A method that works
finds those differences again, and finds none between Simulated C and Simulated D.

    python examples/simulate.py OUT.csv            one table
    python examples/simulate.py OUT --seed 7       a folder EVENT/OUTLET.txt
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NOTE = "Simulated from templates; places, people and outlets do not exist. Not a finding."

#: Concept of the shipped lexicons: (neutral wording, loaded wording).
WORDS = {
    "foreign-troops": ("foreign troops", "occupation forces"),
    "drone-strike": ("drone strike", "terror drone strike"),
    "killing-of-person": ("killing", "assassination"),
    "armed-group-members": ("fighters", "terrorists"),
    "government": ("government", "regime"),
    "unrest-event": ("protest", "riot"),
}

#: Outlet: chance of the loaded wording in its own voice. C and D are alike on purpose.
PLANTED = {"Simulated A": 0.70, "Simulated B": 0.35, "Simulated C": 0.08, "Simulated D": 0.08}

#: Outlet: shares of its namings that are its own, quoted, attributed.
VOICES = {
    "Simulated A": (0.70, 0.15, 0.15),
    "Simulated B": (0.55, 0.30, 0.15),
    "Simulated C": (0.45, 0.25, 0.30),
    "Simulated D": (0.45, 0.25, 0.30),
}

#: Chance of the loaded wording inside quotations and indirect speech: the same for every outlet.
SPEAKERS_LOADED = 0.5

#: Chance that a naming repeats the article's last choice for the concept instead of a new draw.
REPEAT = 0.3

PLACES = ["Hadrun", "Sarn", "Dunmarrow", "Ollestead", "Brannock", "Tarrin", "Vellmouth", "Kesterby"]

SPEAKERS = [
    "Mayor Edda Prine",
    "Bero Tosk, a union leader",
    "Dela Quist, a historian",
    "Father Anno Wick",
    "Jorren Vash, a lawyer",
    "a resident who asked not to be named",
]

OWN = [
    "The {x} changed plans for everyone in {place}.",
    "The {x} kept {place} awake for a third night.",
    "The {x} brought traffic in {place} to a stop before noon.",
    "Shops near the harbor closed because of the {x}.",
    "A second week began in {place} under the shadow of the {x}.",
]
QUOTED = [
    "“Nobody here can forget the {x},” said {who}.",
    "“My children ask about the {x} at night,” said {who}.",
]
ATTRIBUTED = [
    "{Who} said that the {x} would be remembered for years.",
    "According to {who}, the {x} had been expected for weeks.",
]
FILLER = [
    "Rain fell through the afternoon.",
    "The ferry left an hour late.",
    "Schools are due to open again on Monday.",
    "Buses ran as far as the ring road and turned back there.",
    "The bakery on the corner sold out by eight.",
    "The river stood a hand higher than the day before.",
]


@dataclass
class _Draft:
    """One article as it grows: its text, and the namings planted in it."""

    text: str = ""
    planted: list[dict[str, object]] = field(default_factory=list)

    def say(self, sentence: str, end: str) -> int:
        """Append a sentence; return where it starts."""
        start = len(self.text)
        self.text += sentence + end
        return start


def _pick(rng: random.Random, items: list[str]) -> str:
    return items[int(rng.random() * len(items))]


def _voice(rng: random.Random, outlet: str) -> str:
    own, quoted, _ = VOICES[outlet]
    draw = rng.random()
    if draw < own:
        return "own"
    return "quoted" if draw < own + quoted else "attributed"


def _sentence(rng: random.Random, voice: str, words: str, place: str) -> str:
    template = _pick(rng, {"own": OWN, "quoted": QUOTED, "attributed": ATTRIBUTED}[voice])
    who = _pick(rng, SPEAKERS)
    return template.format(x=words, place=place, who=who, Who=who[0].upper() + who[1:])


def _article(
    rng: random.Random, outlet: str, concepts: list[str], place: str, tilt: float
) -> _Draft:
    draft = _Draft()
    last: dict[tuple[str, bool], bool] = {}
    turns = [concept for concept in concepts for _ in range(2 + int(rng.random() * 3))]
    turns.sort(key=lambda _: rng.random())
    for number, concept in enumerate(turns):
        voice = _voice(rng, outlet)
        own = voice == "own"
        chance = min(max(PLANTED[outlet] + tilt, 0.0), 1.0) if own else SPEAKERS_LOADED
        loaded = rng.random() < chance
        if rng.random() < REPEAT:
            loaded = last.get((concept, own), loaded)
        last[concept, own] = loaded
        words = WORDS[concept][loaded]
        sentence = _sentence(rng, voice, words, place)
        start = draft.say(sentence, " ") + sentence.index(words)
        draft.planted.append(
            {
                "start": start,
                "end": start + len(words),
                "text": words,
                "concept": concept,
                "loaded": loaded,
                "voice": voice,
            }
        )
        draft.say(_pick(rng, FILLER), "\n\n" if number % 2 else " ")
    return draft


def simulate_with_truth(n_events: int = 24, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make simulated coverage, and the table of every naming that was planted in it.

    Parameters
    ----------
    n_events : int
        How many events; each is covered once by every outlet of `PLANTED`.
    seed : int
        The same seed gives the same bytes.

    Returns
    -------
    articles : DataFrame
        ``id, outlet, event, date, title, text, simulated, note``, one row per article.
    truth : DataFrame
        ``id, outlet, event, start, end, text, concept, loaded, voice``, one row per naming;
        offsets are code points into the article's text.
    """
    import pandas as pd

    rng = random.Random(seed)  # noqa: S311 - reproducible simulation, no secret
    articles, truth = [], []
    for number in range(1, n_events + 1):
        event, place = f"sim-{number:03d}", _pick(rng, PLACES)
        concepts = sorted(sorted(WORDS, key=lambda _: rng.random())[:4])
        day = date(2024, 1, 8) + timedelta(days=7 * number)
        tilt = 0.2 * (rng.random() - 0.5)
        for outlet in PLANTED:
            draft = _article(rng, outlet, concepts, place, tilt)
            ids = {"id": f"{event}-{outlet[-1].lower()}", "outlet": outlet, "event": event}
            head = {"date": day.isoformat(), "title": f"Simulated event {number} in {place}"}
            text = draft.text.rstrip() + "\n"
            articles.append({**ids, **head, "text": text, "simulated": True, "note": NOTE})
            truth.extend({**ids, **planted} for planted in draft.planted)
    return pd.DataFrame(articles), pd.DataFrame(truth)


def simulate(n_events: int = 24, seed: int = 0) -> pd.DataFrame:
    """Make simulated coverage: one row per article, with columns `read_articles` knows."""
    return simulate_with_truth(n_events, seed)[0]


def write(articles: pd.DataFrame, out: Path) -> None:
    """Write the articles as one CSV file, or as a folder ``EVENT/OUTLET.txt``."""
    if out.suffix == ".csv":
        articles.to_csv(out, index=False, lineterminator="\n")
        return
    for row in articles.to_dict("records"):
        path = out / str(row["event"]) / f"{str(row['outlet']).lower().replace(' ', '-')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = ("outlet", "date", "event", "title", "note", "simulated")
        front = "".join(
            f"{key}: {str(row[key]).lower() if key == 'simulated' else row[key]}\n" for key in keys
        )
        path.write_bytes(f"---\n{front}---\n{row['text']}".encode())


def main(arguments: list[str] | None = None) -> None:
    """Write simulated coverage where the command line says."""
    parser = argparse.ArgumentParser(description=NOTE)
    parser.add_argument("out", type=Path, help="a .csv file, or a folder to make")
    parser.add_argument("--events", type=int, default=24)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    articles = simulate(options.events, options.seed)
    write(articles, options.out)
    print(f"{len(articles)} simulated articles written to {options.out}. {NOTE}")


if __name__ == "__main__":
    main()
