"""The namings of a worksheet and their answers: a teacher's own key, or the tool's proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from framing.classroom.arguable import by_the_lists, by_the_sheet
from framing.classroom.sheetrecords import Item
from framing.classroom.sheettexts import MarkedText
from framing.errors import SettingsError
from framing.values import VOICES

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["answered_by_hand", "proposed", "settled"]


def answered_by_hand(folder: str | Path, readings: Sequence[MarkedText]) -> list[Item]:
    """Read the namings of a worksheet from answer keys, one YAML file an article.

    A file bears the article's own name (``free-ferrun.yaml`` for ``free-ferrun.txt``) and holds
    ``mentions``, each with ``text``, ``concept``, ``loaded``, ``voice`` and, where `text` stands
    more than once, ``in``: a piece of the article that stands once and holds it once. ``also``
    names further voices that count as right, and ``why`` says why; ``distanced: true`` says that
    the outlet holds the word off, whoever says it.

    Raises
    ------
    SettingsError
        A key is missing or can't be read, or points at words that are not there.
    """
    items: list[Item] = []
    for reading in readings:
        name = reading.article.id.replace("\\", "/").rsplit("/", 1)[-1]
        path = Path(folder) / f"{name}.yaml"
        for number, mention in enumerate(_mentions(path), 1):
            try:
                item = _by_hand(mention, reading, len(items) + 1)
            except (KeyError, ValueError, TypeError) as problem:
                raise SettingsError(f"{path}, mention {number}: {_words(problem)}") from problem
            items += [item] if item else []
    return items


def proposed(analysis: Analysis, readings: Sequence[MarkedText]) -> list[Item]:
    """Take the namings and voices that the tool found as the answers.

    What a person corrected or accepted counts as decided; all the rest is a draft.
    """
    items: list[Item] = []
    by_id = {reading.article.id: reading for reading in readings}
    words = _words_written(analysis)
    taken: set[tuple[str, str, int]] = set()
    rows = analysis.mentions.sort_values(["article_id", "field", "start", "end"])
    for row in rows.to_dict("records"):
        reading = by_id[row["article_id"]]
        span = reading.masked[row["field"]].moved((row["start"], row["end"]))
        place = (row["article_id"], row["field"], row["start"])
        if span is None or _missing(row["loaded"]) or place in taken:
            continue
        taken.add(place)
        milder, stronger = _alternatives(words, row)
        said = [row[name] for name in ("speaker_name", "speaker") if not _missing(row[name])]
        item = Item(
            id=f"n{len(items) + 1}",
            article=reading.text.label,
            field=row["field"],
            start=span[0],
            end=span[1],
            text=row["text"],
            concept=row["concept"],
            loaded=bool(row["loaded"]),
            voice=row["voice"],
            speaker=said[0] if said else None,
            milder=milder,
            stronger=stronger,
            decided=row["rule"] == "corrected",
        )
        items.append(
            by_the_sheet(
                item,
                distanced=bool(row["distanced"]),
                headline=row["zone"] == "headline",
                unsure=not _missing(row["uncertain"]) and bool(row["uncertain"]),
            )
        )
    return sorted(items, key=lambda item: (item.article, item.field != "title", item.start))


def settled(
    items: Sequence[Item], analysis: Analysis, readings: Sequence[MarkedText]
) -> list[Item]:
    """Return the items of a hand-made key in agreement with the word lists, or open to both."""
    by_label = {reading.text.label: reading for reading in readings}
    places: dict[tuple[str, str], list[tuple[int, int, Mapping[Any, Any]]]] = {}
    rows: list[dict[Any, Any]] = analysis.mentions.to_dict("records")
    for row in rows:
        if not _missing(row["loaded"]):
            places.setdefault((row["article_id"], row["field"]), []).append(
                (row["start"], row["end"], row)
            )
    found: dict[str, list[Mapping[Any, Any]]] = {}
    for item in items:
        reading = by_label[item.article]
        masked = reading.masked[item.field]
        for start, end, mention in places.get((reading.article.id, item.field), ()):
            span = masked.moved((start, end))
            if span and span[0] < item.end and item.start < span[1]:
                found.setdefault(item.id, []).append(mention)
    return by_the_lists(items, found)


def _mentions(path: Path) -> list[Mapping[str, Any]]:
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{path} is not there; every article needs an answer key") from None
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise SettingsError(
            f"{path}: can't be read as YAML; check its colons and quotation marks"
        ) from problem
    found = read.get("mentions") if isinstance(read, dict) else None
    if not isinstance(found, list) or not all(isinstance(naming, dict) for naming in found):
        raise SettingsError(f"{path}: no list 'mentions'; an answer key starts with mentions:")
    return found


def _by_hand(mention: Mapping[str, Any], reading: MarkedText, number: int) -> Item | None:
    field = str(mention.get("field", "text"))
    whole = reading.article.title or "" if field == "title" else reading.article.text
    words = str(mention["text"])
    around = str(mention.get("in", words))
    if whole.count(around) != 1 or around.count(words) != 1:
        raise ValueError(f"{words!r} does not stand exactly once; give its surroundings as 'in'")
    if mention["voice"] not in VOICES:
        raise ValueError(f"voice {mention['voice']!r} is none of {', '.join(VOICES)}")
    if field not in reading.masked:
        return None
    start = whole.index(around) + around.index(words)
    span = reading.masked[field].moved((start, start + len(words)))
    if span is None:
        return None
    also = mention.get("also", ())
    also = (also,) if isinstance(also, str) else tuple(also)
    if not set(also) <= set(VOICES):
        raise ValueError(f"also {', '.join(map(str, also))}: a voice is one of {', '.join(VOICES)}")
    item = Item(
        id=f"n{number}",
        article=reading.text.label,
        field=field,
        start=span[0],
        end=span[1],
        text=words,
        concept=str(mention["concept"]),
        loaded=bool(mention["loaded"]),
        voice=str(mention["voice"]),
        speaker=mention.get("speaker"),
        milder=tuple(map(str, mention.get("milder", ()))),
        stronger=tuple(map(str, mention.get("stronger", ()))),
        also=also,
        why=str(mention.get("why", "")),
    )
    item = by_the_sheet(item, distanced=bool(mention.get("distanced")), headline=field == "title")
    return replace(item, decided=True)


Words: TypeAlias = dict[tuple[str, str], dict[str, tuple[int, int]]]
"""By lexicon and concept: each word that these articles wrote for it, intensity and direction."""

_ENDINGS = (("ed",), ("ing", "ion"), ("s",), ("",))
"""Kinds of form by their endings, so that a noun is not offered for a past tense."""


def _words_written(analysis: Analysis) -> Words:
    """Collect what the articles themselves call each thing; no word comes from anywhere else."""
    written: Words = {}
    rows: list[dict[Any, Any]] = analysis.mentions.to_dict("records")
    for row in rows:
        opens = row["start"] == row["sentence_start"]
        named = any(map(str.isupper, row["text"][1:] if opens else row["text"]))
        if not _missing(row["loaded"]) and not named:  # a word with a name in it fits one thing
            side = 0 if _missing(row["direction"]) else int(row["direction"])
            words = written.setdefault((row["lexicon"], row["concept"]), {})
            words[row["text"].lower()] = (int(row["intensity"]), side)
    return written


def _alternatives(words: Words, row: Mapping[Any, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name up to three plainer and three stronger words for the thing, all from these articles.

    Words of the lexicons that none of the outlets wrote would be absurd here: a name for another
    country's government, another story's crime. A plainer word is not loaded; a stronger one leans
    to the same side.
    """
    text, level = row["text"].lower(), int(row["intensity"])
    side = 0 if _missing(row["direction"]) else int(row["direction"])
    known = words.get((row["lexicon"], row["concept"]), {})
    alike = {word: told for word, told in known.items() if _form(word) == _form(text)}
    mild = sorted(word for word, (n, _) in alike.items() if n == 0 < level)
    strong = sorted((-n, word) for word, (n, to) in alike.items() if n > level and to * side >= 0)
    return tuple(mild[:3]), tuple(word for _, word in strong[:3])


def _form(word: str) -> int:
    """Say which kind of form a word looks like, by its ending."""
    return next(kind for kind, endings in enumerate(_ENDINGS) if word.endswith(endings))


def _missing(value: Any) -> bool:
    return value is None or value != value or str(value) == "<NA>"


def _words(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"{problem.args[0]!r} is missing"
    return " ".join(str(problem).split())
