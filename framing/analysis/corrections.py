"""A reader's corrections: decisions overridden by hand, which every number then follows.

A corrections file is a CSV with the columns ``article_id`` (or ``text_sha256``), ``field``,
``start``, ``end``, ``column``, ``value``, ``who``, ``why``. `column` is ``voice``, ``speaker``,
``speaker_name``, ``speaker_kind``, ``target``, ``direction``, ``loaded`` or ``mention``; the value
``no`` for ``mention`` says that the words are not a mention at all. A value that is the tool's own
accepts it: the row then counts as decided by a reader.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from framing.articles.filledtables import filled_table
from framing.errors import SettingsError
from framing.values import VOICES, Article

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COLUMNS",
    "Correction",
    "CorrectionSource",
    "Corrections",
    "load_corrections",
    "text_sha256",
]

COLUMNS = (
    "voice", "speaker", "speaker_name", "speaker_kind", "target", "direction", "loaded", "mention",
)  # fmt: skip
_ALLOWED: dict[str, tuple[str, ...]] = {
    "voice": VOICES,
    "direction": ("-1", "0", "1"),
    "loaded": ("true", "false"),
    "mention": ("no",),
}
CorrectionSource: TypeAlias = "str | Path | pd.DataFrame | Iterable[Mapping[str, Any]] | None"
"""What every function takes as `corrections`: a CSV file, a table, or rows."""
_NEEDED = ("start", "end", "column", "value")
# What is told of the report that holds a naming; the outlet's own words have none.
_OF_REPORT = ("speaker", "speaker_name", "speaker_kind", "cue", "cue_class", "act")


@dataclass(frozen=True, slots=True)
class Correction:
    """One override: where it applies (article, field, offsets), what it sets, who and why."""

    article: str
    field: str
    start: int
    end: int
    column: str
    value: str
    who: str = ""
    why: str = ""
    where: str = ""


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text, by which a correction can name an article.

    Examples
    --------
    >>> text_sha256("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def load_corrections(source: CorrectionSource) -> tuple[Correction, ...]:
    """Read corrections from a CSV file, a DataFrame, or a list of mappings.

    Raises
    ------
    SettingsError
        Naming the file and line of the first row that can't be understood.
    """
    if source is None:
        return ()
    if isinstance(source, str | Path):
        return _agreeing(_from_file(Path(source)))
    rows: Any = source
    records = rows.to_dict("records") if hasattr(rows, "to_dict") else rows
    if not isinstance(records, Iterable) or isinstance(records, Mapping):
        raise SettingsError(
            f"corrections are a CSV file, a DataFrame or a list of mappings, not {source!r}"
        )
    return _agreeing(tuple(_one(row, f"corrections, row {i}") for i, row in enumerate(records, 1)))


def _agreeing(given: tuple[Correction, ...]) -> tuple[Correction, ...]:
    """Refuse two values for one decision: neither row says which of them holds."""
    first: dict[tuple[str, str, int, int, str], Correction] = {}
    for one in given:
        place = (one.article, one.field, one.start, one.end, one.column)
        other = first.setdefault(place, one)
        if other.value != one.value:
            raise SettingsError(
                f"{one.where}: {one.column} of {one.article}, {one.start}–{one.end} is "
                f"{one.value!r} here and {other.value!r} in {other.where}; keep one of the rows"
            )
    return given


def _from_file(path: Path) -> tuple[Correction, ...]:
    hint = (
        "A corrections file has article_id, field, start, end, column, value, who, why, a "
        "correction a row"
    )
    _, rows = filled_table(path, "the corrections file", _NEEDED, hint)
    return tuple(_one(row, where) for where, row in rows)


def _one(row: Mapping[str, Any], where: str) -> Correction:
    cell = {key: str(value).strip() for key, value in row.items() if key and value is not None}
    article = cell.get("article_id") or cell.get("text_sha256") or ""
    if not article:
        raise SettingsError(f"{where}: give article_id or text_sha256")
    column, value = cell.get("column", ""), cell.get("value", "")
    if column not in COLUMNS:
        raise SettingsError(
            f"{where}: can't correct the column {column!r}; one of {', '.join(COLUMNS)} can be"
        )
    allowed = _ALLOWED.get(column)
    if allowed:
        value = value.lower()
    if allowed and value not in allowed:
        raise SettingsError(f"{where}: {column} can't be {value!r}; use {', '.join(allowed)}")
    try:
        start, end = int(cell.get("start", "")), int(cell.get("end", ""))
    except ValueError as error:
        given = f"{cell.get('start', '')!r} and {cell.get('end', '')!r}"
        raise SettingsError(
            f"{where}: start and end must be whole numbers, not {given}; they are those of the "
            "row in `framing mentions`"
        ) from error
    return Correction(
        article, cell.get("field") or "text", start, end, column, value,
        cell.get("who", ""), cell.get("why", ""), where,
    )  # fmt: skip


class Corrections:
    """Corrections ready to be applied article by article, and which of them found their place."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self.given = tuple(corrections)
        self._of: dict[str, list[int]] = {}
        for place, correction in enumerate(self.given):
            self._of.setdefault(correction.article, []).append(place)
        self._applied: set[int] = set()

    def for_article(self, article: Article) -> dict[tuple[str, int, int], list[int]]:
        """Return the corrections of one article by (field, start, end); usually none."""
        if not self._of:
            return {}
        places = [*self._of.get(article.id, ()), *self._of.get(text_sha256(article.text), ())]
        found: dict[tuple[str, int, int], list[int]] = {}
        for place in places:
            correction = self.given[place]
            found.setdefault((correction.field, correction.start, correction.end), []).append(place)
        return found

    def apply(self, row: dict[str, Any], places: Sequence[int]) -> bool:
        """Override cells of one mention's row; False when it is no mention after all."""
        kept = True
        for place in places:
            correction = self.given[place]
            self._applied.add(place)
            if correction.column == "mention":
                kept = False
            elif correction.column == "voice":
                _revoice(row, correction.value)
            elif correction.column == "target":
                _retarget(row, correction.value or None)
            elif correction.column == "loaded":
                _reload(row, correction.value == "true")
            elif correction.column == "direction":
                row["direction"] = int(correction.value)
                for binding in row["bindings"][:1]:
                    binding["direction"] = int(correction.value)
            else:
                row[correction.column] = correction.value or None
        return kept

    def withdraw(self, article: Article) -> None:
        """Take back that the corrections of an article were applied: it is left out."""
        for places in self.for_article(article).values():
            self._applied.difference_update(places)

    def places_applied(self) -> list[int]:
        """Return the places of those that found what they correct."""
        return sorted(self._applied)

    def note_applied(self, places: Iterable[int]) -> None:
        """Note corrections that another process applied."""
        self._applied.update(places)

    def summary(self) -> dict[str, Any]:
        """Return how many were given and applied, and where the others came from."""
        unmet = [
            correction for place, correction in enumerate(self.given) if place not in self._applied
        ]
        return {
            "given": len(self.given),
            "applied": len(self._applied),
            "unmatched": [
                f"{lost.where}: no mention at {lost.start}–{lost.end} of {lost.article!r}"
                for lost in unmet
            ],
        }


def _reload(row: dict[str, Any], loaded: bool) -> None:
    """Let a naming take a side or none; what takes none has no strength and no direction."""
    if row["loaded"] is None or bool(row["loaded"]) is loaded:
        return  # a word of a category lexicon, or accepted as it is
    row["loaded"], row["intensity"] = loaded, int(loaded)
    if not loaded:
        row["direction"] = 0
        for binding in row["bindings"]:
            binding["direction"] = 0


def _revoice(row: dict[str, Any], voice: str) -> None:
    """Set whose word a naming is; where that is new, what was read of it follows."""
    if voice != row["voice"]:
        row["voice_broad"], row["distanced"] = voice, voice == "distanced"
        if voice == "own":
            row |= dict.fromkeys(_OF_REPORT)
    row["voice"], row["rule"] = voice, "corrected"


def _retarget(row: dict[str, Any], target: str | None) -> None:
    row["target"] = target
    for binding in row["bindings"][:1]:
        binding.update(target=target, rule="corrected")
