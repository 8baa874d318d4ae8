"""Records that the rooms hand to each other. They hold data and decide nothing.

All offsets are code-point offsets, half open, into the field they name exactly as it was
given: ``document.text[start:end]`` is the words meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "TELLING_ACTS", "VOICES", "Act", "Article", "Attribution", "Binding",
    "Cue", "Decision", "Distancing", "Document", "Hit", "Reading", "Scope", "Skipped", "Span",
    "Target", "Voice", "Zone", "readable",
]  # fmt: skip

Span: TypeAlias = tuple[int, int]
Act: TypeAlias = Literal["speech", "thought", "will", "deed"]
Voice: TypeAlias = Literal["own", "quoted", "attributed", "distanced"]
Zone: TypeAlias = Literal["headline", "lead", "body", "caption", "boilerplate"]

TELLING_ACTS: tuple[Act, ...] = ("speech", "thought")
"""The acts that take words from the outlet; these alone count where sources are counted."""
VOICES: tuple[Voice, ...] = ("own", "quoted", "attributed", "distanced")


def readable(name: str) -> str:
    """Return `name`, an id or that of a column, as words.

    Examples
    --------
    >>> readable("foreign-troops"), readable("event_id")
    ('foreign troops', 'event id')
    """
    return " ".join(name.replace("-", " ").replace("_", " ").split())


class Scope(StrEnum):
    """Whose words are counted together: one voice, or several.

    ``own`` and ``outlet_worded`` (own and attributed: the outlet may have chosen the words) stand
    side by side wherever sides are compared; ``own`` is the declared one.

    Examples
    --------
    >>> Scope.OUTLET_WORDED.voices, Scope("own").words
    (('own', 'attributed'), 'in its own words')
    """

    OWN = "own"
    OUTLET_WORDED = "outlet_worded"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"
    DISTANCED = "distanced"
    ALL = "all"

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices that this scope pools."""
        return _POOLED[self]

    @property
    def words(self) -> str:
        """What a sentence says of it."""
        return _SAID[self]


_POOLED: dict[Scope, tuple[Voice, ...]] = {
    Scope.OWN: ("own",),
    Scope.OUTLET_WORDED: ("own", "attributed"),
    Scope.ATTRIBUTED: ("attributed",),
    Scope.QUOTED: ("quoted",),
    Scope.DISTANCED: ("distanced",),
    Scope.ALL: VOICES,
}
_SAID: dict[Scope, str] = {
    Scope.OWN: "in its own words",
    Scope.OUTLET_WORDED: "in its own words and those it attributes to others",
    Scope.ATTRIBUTED: "in words it attributes to others",
    Scope.QUOTED: "in quotations",
    Scope.DISTANCED: "in words it holds at a distance",
    Scope.ALL: "in whatever voice",
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given; nothing in `text` or `title` is changed.

    `id` is no other article's; `outlet` published it, `event` is what it is about, `url` its
    address. `date` is ISO 8601 (``2020-01-08`` or with a time) or None; a date that could not be
    read stays in ``meta["date"]``. Offsets are code points into `text`, which is without the
    `title`. `meta` holds every other column, `genre` and `agency` among them.
    """

    id: str
    outlet: str | None = None
    event: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    text: str = ""
    meta: Mapping[str, object] = field(default_factory=dict)

    def with_event(self, event: str | None, meta: Mapping[str, object]) -> Article:
        """Return the same article in another `event`, with other `meta`; its text stays there."""
        return replace(self, event=event, meta=meta)

    def field(self, name: str) -> str | None:
        """Return what the data say under `name`, a field of ours or a column of `meta`, as text.

        None where there is nothing: no such column, an empty cell, a missing number.

        Examples
        --------
        >>> article = Article("a1", outlet="Ash", meta={"genre": " letter ", "page": 3})
        >>> [article.field(name) for name in ("outlet", "genre", "page", "agency")]
        ['Ash', 'letter', '3', None]
        """
        value = getattr(self, name) if name in _FIELDS else self.meta.get(name)
        if value is None or value != value:
            return None
        return str(value).strip() or None


_FIELDS = ("id", "outlet", "event", "date", "title", "url", "text")


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was to be an article and could not be read: its `file` and `line`, and the `reason`."""

    file: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One field of an article, cut up: paragraphs, and sentences with their zones.

    `text` is that `field` of the article `article_id`. `sentences` are in order, do not overlap,
    never cross one of the `paragraphs`, and together hold every character of the text that is not
    white space; `zones` are theirs, one for each, in the same order.
    """

    article_id: str
    field: Literal["text", "title"]
    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    zones: tuple[Zone, ...]

    def counts(self, sentence: int) -> bool:
        """Whether what stands in `sentence`, a number from 0, counts: boilerplate never does."""
        return self.zones[sentence] != "boilerplate"

    @property
    def counted(self) -> Sequence[tuple[int, Span]]:
        """Number and span of each sentence that counts, in order."""
        numbered = list(enumerate(self.sentences))
        return (
            numbered if self.all_counts else [block for block in numbered if self.counts(block[0])]
        )

    @property
    def all_counts(self) -> bool:
        """Whether every sentence counts, as in most documents."""
        return "boilerplate" not in self.zones


@dataclass(frozen=True, slots=True)
class Target:
    """A party that can fill a slot: its `name`, and the `aliases` that a text may use for it."""

    name: str
    aliases: tuple[str, ...] = ()


class Binding(NamedTuple):
    """What fills one `slot` of a mention; `target`, `start`, `end` are None when unbound.

    `direction` is −1, 0 or +1: what the variant does to whoever fills the slot (its `toward`).
    `rule` says how: ``modifier`` (the words beside it: "American occupation forces", "by Ostland"),
    ``subject``, ``object``, ``apposition``, ``pronoun``, ``coreference`` (a definite noun takes up
    what the text said before), ``office`` (the state that a person leads), ``fixed`` (the word
    itself names a party), ``nearest`` (where a file asks for it) or ``unbound``.
    """

    slot: str
    target: str | None
    direction: int
    start: int | None
    end: int | None
    rule: str


class Hit(NamedTuple):
    """One naming, `start` to `end`: its `entry` (a number in ``Matcher.entries``), `bindings`."""

    start: int
    end: int
    entry: int
    bindings: tuple[Binding, ...]


class Attribution(NamedTuple):
    """One reported passage: who (source), the word that reports it (cue), what (content).

    `kind` is ``direct``, ``indirect`` or ``mixed``; `speaker` the source's words as written,
    `speaker_name` the linked name; `speaker_kind` ``named``, ``official``, ``institution``,
    ``group``, ``document``, ``anonymous`` (a withheld name), ``pronoun`` or ``none``; `cue` the
    reporting word as written, `cue_class` its class, `rule` what found it; `source_span` and
    `cue_span` where they stand. The spans of `content` leave these out; those of direct speech
    include the quotation marks. `negated` says that the reporting verb is ("did not say"),
    `speaks_for` whom a spokesperson speaks for, `act` what the report is of; `worded` are the
    parts of the content in the speaker's own words, for a will or a deed none.
    """

    kind: str
    speaker: str | None
    speaker_name: str | None
    speaker_kind: str
    cue: str | None
    cue_class: str | None
    source_span: Span | None
    cue_span: Span | None
    content: tuple[Span, ...]
    rule: str
    negated: bool = False
    speaks_for: str | None = None
    act: Act = "speech"
    worded: tuple[Span, ...] | None = None


class Distancing(NamedTuple):
    """A scope the outlet keeps at a distance: scare quotes, or words after "so-called".

    `start`, `end` cover the words held off; `cue_start`, `cue_end` the cue together with them.
    `kind` is ``scare_quote`` or ``distancing``, `rule` what found it. A place between `first` and
    `end` is distanced.
    """

    start: int
    end: int
    cue_start: int
    cue_end: int
    kind: str
    rule: str

    @property
    def first(self) -> int:
        """Where what is distanced begins: with the "alleged" that may be part of a naming."""
        return self.cue_start if self.rule == "so-called" else self.start


@dataclass(frozen=True, slots=True)
class Reading:
    """What a voice reader found in one document: `attributions`, `distancings`; which `reader`.

    `quotations` are all paired quotations with their marks, titles and scare quotes included;
    `woven` are those of a few words that the outlet's own complete inside a reported clause;
    `inserted` is what the outlet put into a quotation in brackets.
    """

    attributions: tuple[Attribution, ...]
    distancings: tuple[Distancing, ...]
    quotations: tuple[Span, ...]
    reader: str = "rules"
    woven: tuple[Span, ...] = ()
    inserted: tuple[Span, ...] = ()


class Decision(NamedTuple):
    """The `voice` of one span, the `rule` that decided, and the attribution it lies in, if any.

    `attribution` is an index into ``Reading.attributions``; `distanced` is true inside any
    distancing scope whatever the voice. `voice_broad` is the voice where wills and deeds told of
    count as reports too, and `report` the attribution of any act that the span lies in.
    """

    voice: Voice
    rule: str
    attribution: int | None
    distanced: bool
    voice_broad: Voice
    report: int | None


class Cue(NamedTuple):
    """One stance cue: `start`, `end`, its `kind`, in whose `voice`, which `sentence` (from 0)."""

    start: int
    end: int
    kind: str
    voice: Voice
    sentence: int
