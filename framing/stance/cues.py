"""Stance cues of one document: words of the cue lexicons, passives, and what voice found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from framing.language.closed import DETERMINERS, NEUTRAL_PRONOUNS, SUBJECT_PRONOUNS
from framing.stance.bytefold import folded
from framing.stance.catalogue import CUE_MEANINGS
from framing.stance.cuewords import cue_words
from framing.stance.passives import names_agent, passive_after
from framing.stance.titles import before_names, in_title_case
from framing.values import TELLING_ACTS, Cue, Document, Reading, Span
from framing.voice import decide

__all__ = ["CUE_KINDS", "find_cues", "negated_spans"]

_VOICED = {
    "agent_passive": "be or get with a participle, and 'by' within five words",
    "agentless_passive": "be or get with a participle, and no 'by' within five words",
    "anonymous_source": "the source of an attribution that names nobody",
    "distancing": "a phrase by which the outlet holds words off, with those words",
    "doubt": "a reporting cue that doubts what it reports",
    "endorse": "a reporting cue that presumes the truth of what it reports",
    "scare_quote": "quotation marks with no source, with the words in them",
}

CUE_KINDS: dict[str, str] = {
    kind: {**CUE_MEANINGS, **_VOICED}[kind] for kind in sorted((*CUE_MEANINGS, *_VOICED))
}
"""Every kind of cue `find_cues` gives, with its meaning."""

_KINDS = {kind.replace("_", "-"): kind for kind in CUE_KINDS}
_BEFORE_NAMES = frozenset(("title", "epithet"))
_SIMPLE = {
    name: kind
    for name, kind in _KINDS.items()
    if name not in _BEFORE_NAMES and name not in ("negation", "passive-auxiliary")
}
"""Kinds of which a word in small letters is one wherever it stands."""
_OPENERS = frozenset("“\"‘'`:(—–-…")
_CLASS_KINDS = {
    "doubt": "doubt",
    "endorse": "endorse",
    "truth": "endorse",
    "truth-presuming": "endorse",
    "factive": "endorse",
}
_WINDOW = 3
_WIDE = 80  # characters that no such window exceeds
_DESCRIPTION = 60  # characters in which one whose name is withheld is described
_DESCRIBED = re.compile(
    r"\b(?:an?|the|one|two|three|some|several|another) (?:[\w’'-]+ ){1,4}$", re.IGNORECASE
)
_NAMES_TOO = frozenset(("May", "Will"))  # verbs that are somebody's name as well
_WITHOUT = frozenset(("no", "without", "beyond"))
_REACH = 20
_CLAUSE_BREAKS = frozenset(".;:!?")

Found = tuple[int, int, str]
_new = tuple.__new__  # building a NamedTuple this way takes a third of the time


def find_cues(document: Document, reading: Reading) -> list[Cue]:
    """Find every stance cue of a document, in one pass over its text.

    Parameters
    ----------
    document
        One field of an article, with its sentences and zones.
    reading
        What a voice reader found in it; gives doubt, endorsement, anonymous sources,
        scare quotes and distancing, and the voice of every cue.

    Returns
    -------
    list of Cue
        By start, end and kind (one of `CUE_KINDS`); none in boilerplate. The span of a scare
        quote or distancing phrase includes the words held off.

    Examples
    --------
    >>> from framing.values import Reading
    >>> text = "The mayor clearly failed to stop them."
    >>> document = Document("a", "text", text, ((0, 38),), ((0, 38),), ("lead",))
    >>> [(text[c.start : c.end], c.kind) for c in find_cues(document, Reading((), (), ()))]
    [('clearly', 'booster'), ('failed to', 'implicative')]
    """
    starts = _starts(document)
    found = [*_worded(document, starts), *_from_voice(document.text, reading)]
    found.sort()
    sentences = [bisect_right(starts, cue[0]) - 1 for cue in found]
    if not document.zones:
        return []
    if not document.all_counts:
        kept = [number for number, at in enumerate(sentences) if document.counts(at)]
        found = [found[number] for number in kept]
        sentences = [sentences[number] for number in kept]
    decisions = decide(reading, [cue[:2] for cue in found])
    return [
        _new(Cue, (start, end, kind, decision[0], sentence))
        for (start, end, kind), decision, sentence in zip(found, decisions, sentences, strict=True)
    ]


def _starts(document: Document) -> list[int]:
    """Return where the sentences start; the first of them holds whatever comes before."""
    starts = [start for start, _ in document.sentences] or [0]
    starts[0] = -1
    return starts


def _worded(document: Document, starts: Sequence[int]) -> list[Found]:
    """Find the cues that words alone give: lexicon classes, names' titles, passives."""
    text = document.text
    plain = folded(text).plain
    found: list[Found] = []
    titles: list[Found] = []
    seen = -1
    kinds = _SIMPLE.get
    for hit in cue_words().find(plain):
        start, end, name = hit
        word = text[start:end]
        simple = kinds(name)
        if simple is not None and word.islower() and word.isalpha():  # as most do, without a call
            found.append((start, end, simple))
        elif name == "passive-auxiliary":
            passive = passive_after(plain, text, start, end)
            if passive is not None and passive.participle > seen:
                limit = _sentence_end(document, starts, start)
                if passive.participle < limit:
                    seen = passive.participle
                    agentless = not names_agent(plain, passive, limit)
                    kind = "agentless_passive" if agentless else "agent_passive"
                    found.append((passive.start, passive.end, kind))
        elif name in _BEFORE_NAMES:
            titles.append(hit)
        elif _counts(document, starts, start, end) and not _answers(text, start, end, name):
            found.append((start, end, _KINDS[name]))
    for hit in before_names(text, titles):
        if hit[2] == "title" or not _in_headline_case(document, starts, hit[0]):
            found.append(hit)
    return found


def _in_headline_case(document: Document, starts: Sequence[int], offset: int) -> bool:
    """Tell whether a place is in a headline that writes most words with a capital."""
    sentence = bisect_right(starts, offset) - 1
    return (
        bool(document.zones)
        and document.zones[sentence] == "headline"
        and in_title_case(document.text, *document.sentences[sentence])
    )


def _counts(document: Document, starts: Sequence[int], start: int, end: int) -> bool:
    """Tell a word from a name ("May 5", "Mike Savage") and a phrase from two clauses' ends."""
    text = document.text
    if " " in text[start:end] and not _CLAUSE_BREAKS.isdisjoint(text[start:end]):
        return False
    if not text[start].isupper():
        return True
    if text[end : end + 2].strip(" ")[:1].isdigit():
        return False
    if not document.sentences or start < document.sentences[0][0]:
        return True
    sentence = bisect_right(starts, start) - 1
    if document.zones[sentence] == "headline":
        return True
    if document.sentences[sentence][0] == start:
        return text[start:end] not in _NAMES_TOO or _inverts(document, sentence, end)
    before = text[:start][-2:].rstrip(" ")[-1:]
    return before in _OPENERS or text[start : start + 2].isupper()


def _inverts(document: Document, sentence: int, end: int) -> bool:
    """Tell the verb that opens a question or a wish ("May they rest") from a name ("May won")."""
    stop = document.sentences[sentence][1]
    following = document.text[end:stop].split(None, 1)
    word = following[0].lower() if following else ""
    return (
        word in SUBJECT_PRONOUNS
        or word in NEUTRAL_PRONOUNS
        or (document.text[:stop].endswith("?") and word in DETERMINERS)
    )


def _answers(text: str, start: int, end: int, name: str) -> bool:
    """Tell the "No, …" that answers and the "No. 5" that counts: they negate nothing after."""
    if name != "negation" or text[start:end].lower() != "no":
        return False
    return text[end : end + 1] in (",", "!") or (
        text[end : end + 1] == "." and text[end + 1 : end + 3].strip()[:1].isdigit()
    )


def _sentence_end(document: Document, starts: Sequence[int], offset: int) -> int:
    sentences = document.sentences
    if not sentences or offset < sentences[0][0]:
        return len(document.text)
    return sentences[bisect_right(starts, offset) - 1][1]


def _undoubted(text: str, start: int) -> bool:
    """Tell whether "no", "without" or "beyond" stands before a word: "no doubt" doubts nothing."""
    before = text[max(0, start - _REACH) : start].lower().split()
    return bool(before) and (
        before[-1] in _WITHOUT or (len(before) > 1 and before[-1] == "a" and before[-2] in _WITHOUT)
    )


def _from_voice(text: str, reading: Reading) -> Iterator[Found]:
    """Yield the cues that attributions and distancings give."""
    for attribution in reading.attributions:
        kind = _CLASS_KINDS.get(attribution.cue_class or "")
        if (
            kind is not None
            and attribution.cue_span is not None
            and not _undoubted(text, attribution.cue_span[0])
        ):
            yield *attribution.cue_span, kind
        hidden = attribution.speaker_kind == "anonymous" and attribution.act in TELLING_ACTS
        if hidden and attribution.source_span is not None:
            yield *_withheld(text, *attribution.source_span), "anonymous_source"
    for scope in reading.distancings:
        yield scope.cue_start, scope.cue_end, scope.kind


def _withheld(text: str, start: int, end: int) -> Span:
    """Return the words for one whose name is withheld: "a diplomat who", where "who" was read."""
    if text[start:end].lower() in ("who", "that"):
        before = _DESCRIBED.search(text, max(0, start - _DESCRIPTION), start)
        if before is not None:
            return before.start(), end
    return start, end


def negated_spans(document: Document, cues: Sequence[Cue], spans: Sequence[Span]) -> list[bool]:
    """Tell for each span whether a negation stands in the three words before it.

    A flag only: nothing is reversed by it. The window ends at a clause's punctuation and at
    the sentence's start.

    Parameters
    ----------
    document
        The document the spans and cues are in.
    cues
        What `find_cues` found; those of kind ``negation`` are read.
    spans
        (start, end) pairs, in any order.

    Returns
    -------
    list of bool
        In the order of `spans`.

    Examples
    --------
    >>> text = "They are not the terrorists. Terrorists fled."
    >>> document = Document("a", "text", text, ((0, 45),), ((0, 28), (29, 45)), ("lead",) * 2)
    >>> negated_spans(document, [Cue(9, 12, "negation", "own", 0)], [(17, 27), (29, 39)])
    [True, False]
    """
    negations = sorted([cue[:2] for cue in cues if cue[2] == "negation"])
    if not negations:
        return [False] * len(spans)
    text = document.text
    starts = [start for start, _ in negations]
    flags = []
    for start, _ in spans:
        index = bisect_right(starts, start) - 1
        end = negations[index][1] if index >= 0 else start + 1
        if not 0 <= start - end < _WIDE:
            flags.append(False)
            continue
        between = text[end:start]
        flags.append(
            _CLAUSE_BREAKS.isdisjoint(between)
            and "\n\n" not in between
            and len(between.split()) < _WINDOW
        )
    return flags
