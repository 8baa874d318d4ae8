"""Pupils' answers against the key, level by level: what each got, and where the class differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from framing.classroom.answers import Answers, Given
from framing.classroom.classagreement import Alpha, alpha, split
from framing.classroom.rewrites import listed_in, lost_in, words_of
from framing.classroom.sheetrecords import Item, Key
from framing.values import VOICES

__all__ = ["ScoreLine", "Scored", "ScoredWord", "score"]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One answer of one pupil beside the key's: a row of that pupil's table."""

    article: str
    text: str
    asked: str
    answer: str
    key: str
    agrees: bool | None
    other: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoredWord:
    """One word, text or sentence: how many of the class chose what, and what the key says.

    `differs` runs from 0 (all alike) to 1 (the class is split down the middle, or more ways).
    """

    article: str
    text: str
    n: int
    of: int
    answers: tuple[tuple[str, int], ...]
    key: str
    differs: float


@dataclass(slots=True)
class Scored:
    """A class, scored: lines and counts by pupil, words most differed on first, alphas."""

    lines: dict[str, list[ScoreLine]] = field(default_factory=dict)
    counts: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    words: list[ScoredWord] = field(default_factory=list)
    alphas: dict[str, Alpha] = field(default_factory=dict)


def score(key: Key, pupils: Sequence[Answers]) -> Scored:
    """Score a class at the key's level."""
    scored = _LEVELS[key.level](key, pupils)
    scored.words.sort(key=lambda word: (-word.differs, word.article, word.text))
    return scored


def _find(key: Key, pupils: Sequence[Answers]) -> Scored:
    """Score marks; a text in which a pupil marked nothing counts as not read by that pupil."""
    scored = Scored()
    loaded = [item for item in key.items if item.loaded and not item.either]
    allowed = [item for item in key.items if item.loaded or item.either]
    places: list[Item | Given] = [*key.items, *_beside(key.items, pupils)]
    hits = {pupil.student: [_hit(place, pupil.marks) for place in places] for pupil in pupils}
    for pupil in pupils:
        mine, read = hits[pupil.student], _read(pupil)
        wanted = [item for item in loaded if item.article in read]
        found = sum(m is not None and i in loaded for m, i in zip(mine, places, strict=True))
        keyed = [m for m, place in zip(mine, places, strict=True) if isinstance(place, Item)]
        voices = [
            mark.voice in item.accepted
            for mark, item in zip(keyed, key.items, strict=True)
            if mark and mark.voice
        ]
        beside = sum(not any(_over(mark, item) for item in allowed) for mark in pupil.marks)
        scored.counts[pupil.student] = {
            "loaded words of the key found": (found, len(wanted)),
            "marks the key does not call loaded": (beside, len(pupil.marks)),
            "voices as in the key": (sum(voices), len(voices)),
        }
        if key.level == "compare":
            named = [m.concept == i.concept for m, i in zip(keyed, key.items, strict=True) if m]
            scored.counts[pupil.student]["things named as in the key"] = (sum(named), len(named))
        scored.lines[pupil.student] = _mark_lines(places, mine, read)
    scored.words = [
        _marked(place, [hits[p.student][number] for p in pupils if place.article in _read(p)])
        for number, place in enumerate(places)
    ]
    scored.alphas["which words are marked"] = alpha(_by_word(key, pupils))
    scored.alphas["whose words they are"] = alpha(
        {student: mark.voice for student, row in hits.items() if (mark := row[n]) and mark.voice}
        for n in range(len(places))
    )
    return scored


def _read(pupil: Answers) -> set[str]:
    return {mark.article for mark in pupil.marks}


def _over(mark: Given, place: Item | Given) -> bool:
    same = (mark.article, mark.field) == (place.article, place.field)
    return same and mark.start < place.end and place.start < mark.end


def _hit(place: Item | Given, marks: Sequence[Given]) -> Given | None:
    over = [mark for mark in marks if _over(mark, place)]
    return max(over, key=lambda m: min(m.end, place.end) - max(m.start, place.start), default=None)


def _beside(items: Sequence[Item], pupils: Sequence[Answers]) -> list[Given]:
    """Return the places marked by pupils that the key does not have, overlapping ones once."""
    marks = [mark for pupil in pupils for mark in pupil.marks]
    outside = [mark for mark in marks if not any(_over(mark, item) for item in items)]
    kept: list[Given] = []
    for mark in sorted(outside, key=lambda m: (m.end - m.start, m.article, m.field, m.start)):
        if not any(_over(mark, other) for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: (mark.article, mark.field != "title", mark.start))


def _mark_lines(
    places: Sequence[Item | Given], mine: Sequence[Given | None], read: set[str]
) -> list[ScoreLine]:
    lines = []
    for place, mark in zip(places, mine, strict=True):
        wanted = _wanted(place) and place.article in read
        if mark is None and not wanted:
            continue
        answer = "not marked" if mark is None else (mark.voice or "marked, no voice")
        agrees = mark.voice in place.accepted if mark and isinstance(place, Item) else None
        other = f"{mark.how}: {mark.other}" if mark and mark.how and mark.other else ""
        lines.append(
            ScoreLine(
                place.article,
                mark.text if mark else place.text,
                "loaded, and whose word",
                answer,
                _key_words(place),
                False if mark is None else agrees,
                other or (mark.other if mark else ""),
                mark.reason if mark else "",
            )
        )
    return lines


def _wanted(place: Item | Given) -> bool:
    return isinstance(place, Item) and place.loaded and not place.either


def _key_words(place: Item | Given) -> str:
    if not isinstance(place, Item):
        return "not in the key"
    loaded = "loaded" if place.loaded else "neutral"
    return f"{'loaded or neutral' if place.either else loaded}, {' or '.join(place.accepted)}"


def _marked(place: Item | Given, marks: Sequence[Given | None]) -> ScoredWord:
    given = [mark for mark in marks if mark]
    share = len(given) / len(marks) if marks else 0.0
    voices = [mark.voice for mark in given if mark.voice]
    differs = max(2 * min(share, 1 - share), split(voices) if len(voices) > 1 else 0.0)
    answers = _ranked(voices)
    return ScoredWord(
        place.article, place.text, len(given), len(marks), answers, _key_words(place), differs
    )


def _ranked(values: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _by_word(key: Key, pupils: Sequence[Answers]) -> list[dict[str, str]]:
    """Return for every word of the texts what each pupil who read it made of it."""
    units = []
    for text in key.texts:
        readers = [pupil for pupil in pupils if text.label in _read(pupil)]
        for name, words in text.words.items():
            covered = {pupil.student: _covered(pupil, text.label, name, key) for pupil in readers}
            units += [
                {student: places.get(word, "") for student, places in covered.items()}
                for word in (start for start, _ in words)
            ]
    return units


def _covered(pupil: Answers, label: str, name: str, key: Key) -> dict[int, str]:
    words = next(text.words[name] for text in key.texts if text.label == label)
    marks = [mark for mark in pupil.marks if (mark.article, mark.field) == (label, name)]
    return {
        start: (mark.concept or "marked") if key.level == "compare" else "marked"
        for mark in marks
        for start, end in words
        if start < mark.end and mark.start < end
    }


def _voice(key: Key, pupils: Sequence[Answers]) -> Scored:
    questions = {item.id: (item.article, item.text, item.accepted) for item in key.items}
    return _choice("whose word", questions, pupils, set(VOICES), "voices as in the key")


def _guess(key: Key, pupils: Sequence[Answers]) -> Scored:
    questions = {t.label: (t.label, f"Text {t.label}", (t.outlet,)) for t in key.texts}
    outlets = {text.outlet for text in key.texts}
    return _choice("who published it", questions, pupils, outlets, "outlets guessed")


def _choice(
    asked: str,
    questions: Mapping[str, tuple[str, str, tuple[str, ...]]],
    pupils: Sequence[Answers],
    allowed: set[str],
    name: str,
) -> Scored:
    scored = Scored()
    for pupil in pupils:
        lines = []
        for question, (article, text, right) in questions.items():
            value, reason = pupil.choices.get(question, ("", ""))
            value = value if value in allowed else ""
            agrees = value in right if value else None
            lines.append(
                ScoreLine(article, text, asked, value, " or ".join(right), agrees, "", reason)
            )
        scored.lines[pupil.student] = lines
        right_ones = sum(line.agrees is True for line in lines)
        scored.counts[pupil.student] = {name: (right_ones, len(questions))}
    units = []
    for number, (article, text, right) in enumerate(questions.values()):
        given = {s: lines[number].answer for s, lines in scored.lines.items()}
        given = {student: value for student, value in given.items() if value}
        units.append(given)
        values = list(given.values())
        agreeing = sum(value in right for value in values)
        scored.words.append(
            ScoredWord(
                article,
                text,
                agreeing,
                len(values),
                _ranked(values),
                " or ".join(right),
                split(values),
            )
        )
    scored.alphas[asked] = alpha(units)
    return scored


def _rewrite(key: Key, pupils: Sequence[Answers]) -> Scored:
    """Count rewrites without a listed word or a lost fact; whether they are good, people judge."""
    scored = Scored()
    name = "rewrites without a listed word that keep the facts"
    left_over: dict[str, list[str]] = {task.id: [] for task in key.tasks}
    for pupil in pupils:
        lines = []
        for task in key.tasks:
            value, reason = pupil.choices.get(task.id, ("", ""))
            lost = lost_in(value, task.text, task.facts, task.rest) if value.strip() else []
            left = [*listed_in(value, key.listed), *(f"lost: {fact}" for fact in lost)]
            same = words_of(value) == words_of(task.text)
            left_over[task.id] += [", ".join(left) or "nothing"] if value.strip() else []
            clear = (not left and not same) if value.strip() else None
            shown = "the same sentence" if same else ", ".join(left)
            lines.append(
                ScoreLine(task.article, task.text, "rewrite", value, shown, clear, "", reason)
            )
        scored.lines[pupil.student] = lines
        clear_ones = sum(line.agrees is True for line in lines)
        scored.counts[pupil.student] = {name: (clear_ones, len(lines))}
    for task in key.tasks:
        left = left_over[task.id]
        clear_ones = left.count("nothing")
        words = ", ".join(task.words)
        scored.words.append(
            ScoredWord(task.article, words, clear_ones, len(left), _ranked(left), "", split(left))
        )
    return scored


_LEVELS: dict[str, Callable[[Key, Sequence[Answers]], Scored]] = {
    "find": _find,
    "voice": _voice,
    "rewrite": _rewrite,
    "guess": _guess,
    "compare": _find,
}
