"""The namings of a worksheet and their answers: a teacher's own key, or the tool's proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from framing.classroom.records import Item
from framing.classroom.texts import Reading
from framing.errors import SettingsError
from framing.lexicon import Lexicon, Variant
from framing.lexicon.forms import expand
from framing.values import VOICES

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["answered_by_hand", "proposed"]


def answered_by_hand(folder: str | Path, readings: Sequence[Reading]) -> list[Item]:
    """Read the namings of a worksheet from answer keys, one YAML file an article.

    A file bears the article's own name (``free-ferrun.yaml`` for ``free-ferrun.txt``) and holds
    ``mentions``, each with ``text``, ``concept``, ``loaded``, ``voice`` and, where `text` stands
    more than once, ``in``: a piece of the article that stands once and holds it once.

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


def proposed(analysis: Analysis, readings: Sequence[Reading]) -> list[Item]:
    """Take the namings and voices that the tool found as the answers; a teacher may differ."""
    items: list[Item] = []
    by_id = {reading.article.id: reading for reading in readings}
    choices = _choices(analysis.lexicons)
    taken: set[tuple[str, str, int]] = set()
    columns = ["article_id", "field", "start", "end", "text", "concept", "variant", "loaded"]
    columns += ["voice", "speaker_name", "speaker"]
    rows = analysis.mentions[columns].sort_values(["article_id", "field", "start", "end"])
    for row in rows.to_dict("records"):
        reading = by_id[row["article_id"]]
        span = reading.masked[row["field"]].moved((row["start"], row["end"]))
        place = (row["article_id"], row["field"], row["start"])
        if span is None or _missing(row["loaded"]) or place in taken:
            continue
        taken.add(place)
        milder, stronger = _alternatives(choices, row)
        said = [row[name] for name in ("speaker_name", "speaker") if not _missing(row[name])]
        items.append(
            Item(
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
            )
        )
    return sorted(items, key=lambda item: (item.article, item.field != "title", item.start))


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
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise SettingsError(f"{path}: no list 'mentions'; an answer key starts with mentions:")
    return found


def _by_hand(mention: Mapping[str, Any], reading: Reading, number: int) -> Item | None:
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
    return Item(
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
    )


def _choices(lexicons: Sequence[Lexicon]) -> dict[tuple[str, str], tuple[Variant, ...]]:
    return {
        (lexicon.id, concept.id): concept.variants
        for lexicon in lexicons
        for concept in lexicon.concepts
    }


def _alternatives(
    choices: Mapping[tuple[str, str], tuple[Variant, ...]], row: Mapping[Any, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name up to three milder and three stronger words of the concept, in the same number."""
    for (_, concept), variants in choices.items():
        used = [variant for variant in variants if variant.id == row["variant"]]
        if concept == row["concept"] and used:
            level = used[0].intensity
            ordered = sorted(variants, key=lambda variant: variant.intensity)
            mild = [_like(v, row["text"]) for v in ordered if v.intensity < level]
            strong = [_like(v, row["text"]) for v in reversed(ordered) if v.intensity > level]
            return tuple(filter(None, mild))[:3], tuple(filter(None, strong))[:3]
    return (), ()


def _like(variant: Variant, text: str) -> str | None:
    """Return a form of `variant` without a slot, plural where `text` looks plural."""
    forms = [form.text for form in expand(variant) if "{" not in form.text]
    alike = [form for form in forms if form.endswith("s") == text.lower().endswith("s")]
    return next(iter(alike or forms), None)


def _missing(value: Any) -> bool:
    return value is None or value != value or str(value) == "<NA>"


def _words(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"{problem.args[0]!r} is missing"
    return " ".join(str(problem).split())
