"""The query behind a number, and sentences whose numbers carry theirs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, TypeAlias

from framing.errors import ComparisonError

__all__ = ["Part", "Query", "Sentence", "join"]

Show: TypeAlias = Literal[
    "lines", "events", "passages", "cues", "rates", "articles", "outlets", "coverage", "uses"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a number counts: sentences, tables, charts, the page and Python ask by it alike.

    What is None leaves rows as they are; an empty `event` asks for articles without one. With `a`
    the rows are those of a contrast: namings of both sides in the events in which both named the
    concept, `b` None standing for all other sides; `side` keeps one of the two.

    Attributes
    ----------
    lexicon, concept, variant, wording : str or None
        What is named, and how. Two lexicons may use one concept id: `lexicon` tells them apart.
    outlet, event, scope : str or None
        Whose namings, of which event, in whose voice (a value of `framing.values.Scope`).
    a, b, side : str or None
        The sides of a contrast, and which of them.
    target : str or None
        Only namings bound to this party; an empty one asks for those whose slots nobody fills.
    loaded : bool or None
        Only loaded namings.
    article, week, term, speaker, speaker_kind, cue : str or None
        One article, one week (its Monday), a term of distinctive wording, a source, a kind of
        cue.
    told, doubt : bool or None
        Of reported passages: with a source; reported with doubt.
    other, met : str or None
        With `met`, what shows that `variant`, the first side's word, and `other`, the second
        side's, are of one thing: the namings by either in ``sentences`` that tell the same, of one
        ``party``, in articles with ``both``, or in articles with ``either``.
    show : str
        What opens: ``lines`` (mentions), ``events``, ``passages``, ``cues``, ``rates``,
        ``articles``, ``outlets``, ``coverage`` or ``uses``.
    n, of : int or None
        The number, and what it is out of.

    Examples
    --------
    >>> Query(lexicon="protest", concept="unrest-event", outlet="Ash", scope="own", n=3).data()
    {'lexicon': 'protest', 'concept': 'unrest-event', 'outlet': 'Ash', 'scope': 'own', 'n': 3}
    """

    lexicon: str | None = None
    concept: str | None = None
    variant: str | None = None
    wording: str | None = None
    outlet: str | None = None
    event: str | None = None
    scope: str | None = None
    a: str | None = None
    b: str | None = None
    side: Literal["a", "b"] | None = None
    target: str | None = None
    loaded: bool | None = None
    article: str | None = None
    week: str | None = None
    term: str | None = None
    speaker: str | None = None
    speaker_kind: str | None = None
    cue: str | None = None
    told: bool | None = None
    doubt: bool | None = None
    other: str | None = None
    met: Literal["sentences", "party", "both", "either"] | None = None
    show: Show = "lines"
    n: int | None = None
    of: int | None = None

    @classmethod
    def of_row(cls, row: Mapping[Any, Any], **more: Any) -> Query:
        """Read a row of one of a comparison's tables, or a chart's link; other columns are left.

        A row of `differences` asks for the namings of its contrast, a row of `naming` for its
        variant, a row of `stance` for its cues, reported passages or the namings bound to its
        target, a row of `rates` for its entries, a row of `sources` for its passages.

        Parameters
        ----------
        row : mapping
            Column → cell; a missing cell (None, NA, NaN) leaves its field None.
        **more
            Fields to set besides, in place of the row's columns of that name; what follows from
            its ``kind`` or ``measure`` is set after them.

        Returns
        -------
        Query

        Examples
        --------
        >>> Query.of_row({"concept": "troops", "outlet": "Ash", "scope": "own", "share": .5}).outlet
        'Ash'
        """
        known = {field.name for field in dataclasses.fields(cls)}
        known -= set() if "show" in row else _NO_COLUMN
        found = {name: _plain(row[name]) for name in row if name in known} | more
        measure = str(_plain(row.get("measure")) or "")
        first = "outlet_a" if "outlet_a" in row else "outlet"
        if _plain(row.get("kind")) in ("pair", "rest", "reference"):
            found |= {"a": _plain(row[first]), "b": _plain(row.get("outlet_b")), "outlet": None}
        if measure.startswith("rate of "):
            found |= {"show": "cues", "cue": measure.removeprefix("rate of ")}
        found |= _OF_MEASURES.get(measure, {})
        if "share" in row:  # there it is a label, the form written most, and counts nothing
            found.pop("wording", None)
        if row.keys() >= _RATED and "measure" not in row:
            found |= {"show": "rates"}
        if "speaker_name" in row and "passages" in row:
            found |= {"show": "passages", "speaker": _plain(row["speaker_name"]) or ""}
            found["speaker_kind"] = _plain(row.get("speaker_kind")) or "none"
        return cls(**found)

    def data(self) -> dict[str, str | int | bool]:
        """Return what is set as plain values: the page's data, and a chart's link."""
        found = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        if found["show"] == "lines":
            found["show"] = None
        return {
            name: str(value) if isinstance(value, str) else value
            for name, value in found.items()
            if value is not None
        }

    def but(self, **changes: Any) -> Query:
        """Return the query with some of its fields changed."""
        return Query(**(dict(zip(_FIELDS, _values_of(self), strict=True)) | changes))


_FIELDS = tuple(field.name for field in dataclasses.fields(Query))
_values_of = attrgetter(*_FIELDS)

# Columns of tables that mean something else there; a link, which says what it shows, has none.
_NO_COLUMN = {"cue"}
# Columns that only rows of rates have together.
_RATED = {"lexicon", "concept", "scope", "outlet", "n", "total", "value"}
_OF_MEASURES: Mapping[str, Mapping[str, Any]] = {
    "unbound share": {"target": ""},
    "doubt share": {"show": "passages", "doubt": True},
    "anonymous share": {"show": "passages", "speaker_kind": "anonymous"},
    "top source share": {"show": "passages", "told": True},
    "sources": {"show": "passages", "told": True},
    "source entropy": {"show": "passages", "told": True},
    "quoted share": {"show": "passages"},
    "attributed share": {"show": "passages"},
    "agentless share of harm": {"show": "cues", "cue": "agentless_passive"},
    "polarity": {"show": "articles"},
    "subjectivity": {"show": "articles"},
}
"""What a row of stance opens, by its measure: what is counted, or what holds the words counted."""


def _plain(value: Any) -> Any:
    """Return one cell as a plain value; None where it is missing."""
    if value is None or type(value).__name__ == "NAType" or value != value:
        return None
    return value.item() if hasattr(value, "item") else value


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: words, or a number with what it counts.

    `text` is what is written; `query` is None where the piece counts nothing.
    """

    text: str
    query: Query | None = None

    def __str__(self) -> str:
        return self.text


class Sentence(tuple[Part, ...]):
    """A sentence as a tuple of parts; `str` joins them.

    `Sentence.of` makes one of words as well; here `iterable` gives parts alone.

    Examples
    --------
    >>> said = Sentence.of("Ash wrote it ", Part("3", Query(outlet="Ash", n=3)), " times.")
    >>> str(said)
    'Ash wrote it 3 times.'
    >>> said[1].query.outlet
    'Ash'
    >>> "3 times" in said
    True
    """

    __slots__ = ()

    @classmethod
    def of(cls, *pieces: str | Part | Iterable[Part]) -> Sentence:
        """Make a sentence of words, parts and other sentences; words next to words are one part.

        Parameters
        ----------
        *pieces : str, Part or iterable of Part
            In the order in which they stand; what is empty is left out.

        Returns
        -------
        Sentence

        Raises
        ------
        ComparisonError
            When a piece is something else, such as a number that was not written as text.

        Examples
        --------
        >>> len(Sentence.of("Ash ", "wrote it ", Part("3", Query(n=3)), ".")), len(Sentence.of(""))
        (3, 0)
        """
        parts: list[Part] = []
        for piece in pieces:
            for part in _parts(piece):
                if not part.text:
                    continue
                if part.query is None and parts and parts[-1].query is None:
                    parts[-1] = Part(parts[-1].text + part.text)
                else:
                    parts.append(part)
        return cls(parts)

    def __str__(self) -> str:
        return "".join(part.text for part in self)

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"

    def __contains__(self, piece: object) -> bool:
        """Tell whether some words, or a part, stand in it."""
        return piece in str(self) if isinstance(piece, str) else super().__contains__(piece)

    @property
    def queries(self) -> tuple[Query, ...]:
        """The queries of its numbers, in order."""
        return tuple(part.query for part in self if part.query is not None)

    def capital(self) -> Sentence:
        """Return it with a capital letter at its beginning."""
        if not self:
            return self
        first = self[0]
        return Sentence((Part(first.text[:1].upper() + first.text[1:], first.query), *self[1:]))


def _parts(piece: str | Part | Iterable[Part]) -> Iterable[Part]:
    if isinstance(piece, str):
        return (Part(piece),)
    if isinstance(piece, Part):
        return (piece,)
    if isinstance(piece, Iterable):
        return piece
    raise ComparisonError(f"a sentence is made of words and parts, not of {piece!r}")


def join(sentences: Iterable[Sentence | Part | str], final: str = "and") -> Sentence:
    """Join pieces with commas and a final word.

    Examples
    --------
    >>> str(join(["Ash", "Birch", "Clay"]))
    'Ash, Birch and Clay'
    """
    listed = list(sentences)
    pieces: list[str | Part | Iterable[Part]] = []
    for number, piece in enumerate(listed):
        if number:
            pieces.append(f" {final} " if number == len(listed) - 1 else ", ")
        pieces.append(piece)
    return Sentence.of(*pieces)
