"""What foreign formats share: rows of (category, term, weight), and the lexicon made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from framing.errors import LexiconError
from framing.language.languages import ENGLISH
from framing.lexicon.cache import sha256_of
from framing.lexicon.forms import forms_of
from framing.lexicon.lexiconrecords import WORD_LISTS, Concept, Lexicon, Variant

__all__ = ["RATES_ONLY", "Imported", "TermRow", "build", "decode", "listed", "rows_of", "unfit"]

RATES_ONLY = (
    "read as kind category: it lists words without their neutral alternatives, so only rates "
    "can be had from it, not naming shares"
)
_SHOWN = 5


class TermRow(NamedTuple):
    """One term of one category, as a foreign file lists it."""

    category: str
    term: str
    weight: float | None = None
    part: str = "exact"
    case: bool = False
    forms: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(slots=True)
class Imported:
    """What reading a foreign file gives: its rows, its categories' glosses, what was lost."""

    rows: list[TermRow] = field(default_factory=list)
    glosses: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def lost(self, what: str, terms: Sequence[str]) -> None:
        """Note some terms that could not be kept as they were, naming the first few."""
        if terms:
            shown = ", ".join(f"'{term}'" for term in terms[:_SHOWN])
            more = f" and {len(terms) - _SHOWN} more" if len(terms) > _SHOWN else ""
            self.notes.append(f"{len(terms)} {what}: {shown}{more}")


def decode(data: bytes) -> str:
    """Read bytes as UTF-8, else as Windows-1252, which older dictionaries are written in."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def unfit(term: str) -> bool:
    """Tell whether a pattern has * anywhere but at the end of its words, which can't be kept."""
    return any("*" in word[:-1] or word == "*" for word in term.split())


def build(imported: Imported, path: Path, data: bytes, format_name: str) -> Lexicon:
    """Make a lexicon of kind category of the rows of a foreign file."""
    if not imported.rows:
        raise LexiconError(
            f"{path}: no terms found; is it really in the format {format_name}? "
            "`framing lexicon check` shows what was read"
        )
    unheld = [row.term for row in imported.rows if unfit(row.term) and not row.forms]
    imported.lost("patterns with * inside or before a word are left out", unheld)
    by_category: dict[str, dict[str, Variant]] = {name: {} for name in imported.glosses}
    for row in imported.rows:
        if row.forms or not unfit(row.term):
            variants = by_category.setdefault(row.category, {})
            variants[row.term] = _merged(variants.get(row.term), row)
    concepts = [
        Concept(
            id=category,
            gloss=imported.glosses.get(category),
            variants=tuple(variants.values()),
            note=imported.parents.get(category),
        )
        for category, variants in by_category.items()
        if variants
    ]
    return Lexicon(
        id=path.stem,
        kind="category",
        title=path.stem,
        version="0.0.0",
        language=ENGLISH.code,
        license=None,
        sources={},
        concepts=tuple(concepts),
        sha256=sha256_of(data),
        path=path,
        notes=(RATES_ONLY, *imported.notes),
    )


def _merged(known: Variant | None, row: TermRow) -> Variant:
    """Make a row's variant, or add the row to the one of the same term."""
    words = {part: list(getattr(known, part)) if known else [] for part in WORD_LISTS}
    for form in row.forms or (row.term,):
        if form not in words[row.part]:
            words[row.part].append(form)
    return Variant(
        id=row.term,
        nouns=tuple(words["nouns"]),
        verbs=tuple(words["verbs"]),
        adjectives=tuple(words["adjectives"]),
        exact=tuple(words["exact"]),
        case=row.case,
        unless=row.unless,
        weight=row.weight if known is None else known.weight,
    )


def listed(variant: Variant) -> Iterable[tuple[str, str]]:
    """Yield a variant's entries as they are listed, each with its list."""
    for part in WORD_LISTS:
        for entry in getattr(variant, part):
            yield entry, part


def rows_of(lexicon: Lexicon) -> tuple[list[TermRow], list[str]]:
    """Return a lexicon's forms as rows, and what formats of plain terms can't hold of it.

    Forms with slots are left out; inflected forms become terms of their own.
    """
    rows: list[TermRow] = []
    slotted: list[str] = []
    for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
        for variant, forms in zip(concept.variants, variants, strict=True):
            if variant.status == "unsourced":
                continue
            for form in forms:
                if "{" in form.text:
                    slotted.append(form.text)
                else:
                    category = concept.id
                    rows.append(
                        TermRow(category, form.text, variant.weight, form.part, variant.case)
                    )
    return rows, _lost(lexicon, slotted)


def _lost(lexicon: Lexicon, slotted: Sequence[str]) -> list[str]:
    notes = []
    if slotted:
        notes.append(f"{len(slotted)} forms with slots are left out, such as '{slotted[0]}'")
    if lexicon.kind == "naming":
        notes.append(
            "which variant a form belongs to, directions, intensities, sources and rulings are lost"
        )
    variants = [variant for concept in lexicon.concepts for variant in concept.variants]
    if any(
        variant.requires or variant.unless or variant.unless_in_sentence for variant in variants
    ):
        notes.append("context rules (requires, unless) are lost")
    if any(variant.valid_from or variant.valid_to for variant in variants):
        notes.append("dates (valid_from, valid_to) are lost")
    if any(variant.nouns or variant.verbs or variant.adjectives for variant in variants):
        notes.append("inflected forms are written out, so the entries themselves are lost")
    return notes
