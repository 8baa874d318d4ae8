"""Reporting verbs: is it a verb here, who is its subject, what does it report."""

from __future__ import annotations

import re

from framing.values import Span
from framing.voice.contents import content_start, ends_here
from framing.voice.ends import Surroundings, clause_end, clause_parts, object_end
from framing.voice.distancing import CLAIMS
from framing.voice.found import Found
from framing.voice.grammar import REVERSED_VERB_PHRASE, compiled
from framing.voice.subjects import first_subject, subject_after, subject_before
from framing.voice.units import Page, Unit
from framing.voice.words import (
    ADDRESSEE,
    CLAUSE,
    OBJECT,
    PASSIVE,
    PHYSICAL,
    PREDICATE,
    QUESTION,
    SPEECH,
    Verb,
    Vocabulary,
)

__all__ = ["read_verbs"]

_CANDIDATE = re.compile(r"[0-9]")
_AFTER_VERB = frozenset("htdpPyWN“ei#a")
_BEFORE_INVERTED = frozenset("”,u-")


_LEADING = {"h": "leading-that", "“": "leading-quote", "t": "leading-to", "W": "leading-question",
            "s": "leading-question"}  # fmt: skip
_ADJECTIVE = ("al", "ive", "ous", "est", "ic", "ful", "less", "able", "ible", "ary", "ish", "er")
_GAP = re.compile(r"a?(?:[xzmv13]|[5V6](?!t))")
_CLAUSE_FOLLOWS = re.compile(
    r"[^,;:wWsh()\-xzmVv1356]{1,14}+(?:\(k*+\)|,[^,]{1,16},)?(?:[xzmv135]|[V6](?!i)|(?<=[pnN])[V6])"
    r"|[py][axzm]*[xzmvV0-6]|[^,;:wWsh()\-xzmVv1356]{0,12}w[^,;:]{1,14}?[xzmV135][^,;:]{0,8}[xzm135]"
)


class _Reader:
    """One unit being read; keeps what the unit's earlier cues found."""

    def __init__(self, page: Page, reverse: str, unit: Unit, number: int,
                 words: Vocabulary) -> None:  # fmt: skip
        self.page = page
        self.mask = page.mask
        self.reverse = reverse
        self.low = unit.start
        self.end = unit.end
        self.number = number
        self.verbs = words.verbs
        self.sources = words.sources
        self.found: list[Found] = []
        self.done = 0

    def verb_at(self, at: int) -> tuple[Verb, int] | None:
        """Return the longest reporting verb that begins at token `at`, and where it ends."""
        word = self.page.tokens.word
        for verb in self.verbs.get(word(at).lower().replace("’", "'"), ()):
            if not verb.rest:
                return verb, at + 1
            stop = at + 1
            if self.mask[stop : stop + 1] == "a" and word(stop).lower() != verb.rest[0]:
                stop += 1  # "spoke warmly of"
            end = stop + len(verb.rest)
            if end <= self.end and all(
                word(stop + i).lower() == part for i, part in enumerate(verb.rest)
            ):
                return verb, end
        return None

    def read_opening(self) -> None:
        """Read a participle with a capital that opens the unit: "Asked whether C, Ortiz …"."""
        at = self.low
        word = self.page.tokens.word(at).lower()
        known = self.verb_at(at) if word.endswith(("ing", "ed")) else None
        if known is None or self.mask[known[1] : known[1] + 1] in (
            ",",
            ".",
            ":",
            "n",
            "N",
            "’",
            "'",
        ):
            if known is None or word[-3:] != "ing":
                return
        verb, stop = known
        self._active(verb, at, at, stop, "^", "8" if word.endswith("ing") else "6")

    def read(self, at: int) -> None:
        """Read the candidate at token `at`; append what it reports, if anything."""
        known = self.verb_at(at) if at >= self.done else None
        if known is None:
            return
        verb, stop = known
        if verb.rest:
            self.done = stop
        mask, size = self.mask, len(self.mask)
        back = REVERSED_VERB_PHRASE.match(self.reverse, size - at)
        begin = max(self.low, at - (back.end() - back.start() if back else 0))
        prefix = mask[begin:at]
        before = mask[begin - 1] if begin > self.low else "^"
        tag = mask[at]
        predicate = bool(verb.frames & PREDICATE)
        if predicate and prefix.rstrip("ak")[-1:] != "z":
            return
        passive = tag in "670" and prefix.rstrip("ak")[-1:] == "z" and not predicate
        if not passive and not predicate and not self._is_verb(at, stop, tag, prefix, before):
            return
        if passive:
            if verb.frames & PASSIVE:
                self._passive(verb, begin, at, stop)
            return
        if tag in "1356" and before in _BEFORE_INVERTED and not prefix and verb.frames & SPEECH:
            if self._inverted(verb, begin, stop, before):
                return
        self._active(verb, begin, at, stop, before, tag)

    def _is_verb(self, at: int, stop: int, tag: str, prefix: str, before: str) -> bool:
        """Whether the form is a verb here, and not a noun, an adjective or a passive."""
        after = self.mask[stop] if stop < self.end else "."
        auxiliary = prefix.replace("a", "").replace("k", "")[-1:]
        if tag in "24":
            return self._noun_is_verb(at, tag, auxiliary, before, after)
        if tag == "7":
            return auxiliary == "x"
        if tag == "8":
            return auxiliary == "z" or before not in "d'o#"
        if tag == "6" and not auxiliary:
            if before in "d'oig" or (after == "i" and self._by(stop)):
                return False
            return not (before in "e#" and after == "n")
        if tag == "1":
            return auxiliary == "m" or before not in "d'oi"
        return True

    def _by(self, at: int) -> bool:
        return self.page.tokens.word(at).lower() == "by"

    def _noun_is_verb(self, at: int, tag: str, auxiliary: str, before: str, after: str) -> bool:
        """Whether a form that may be a noun is a verb here."""
        if auxiliary:
            return auxiliary == "m" and tag == "2"
        if after in ".,i" and before in "pnN" and self._follows_quotation(at):
            return True
        if before in "pwy":
            return True
        if before == "t":
            return tag == "2"
        if before in "d'#oigPG8^ha" or after not in _AFTER_VERB or after == "i":
            return False
        previous = self.page.tokens.word(at - 1)
        plural = previous.endswith("s") or before == "e"
        if before in "nNe":
            if after == "h" and self._after_adjective(at):
                return False
            return plural if tag == "2" else not previous.endswith("s") or before == "N"
        return after == "h" or (tag == "4" and before in ",)”&")

    def _after_adjective(self, at: int) -> bool:
        """Whether "states that", "comments that" have an adjective or a preposition before."""
        word = self.page.tokens.word(at - 1)
        if word.islower() and word.endswith(_ADJECTIVE) and word not in self.sources:
            return True
        start = at
        while start > self.low and self.mask[start - 1] in "nN#a'":
            start -= 1
        return (
            start > self.low
            and self.mask[start - 1] == "i"
            and re.search("[xzmVv135]", self.mask[self.low : start]) is not None
        )

    def _follows_quotation(self, at: int) -> bool:
        """Whether a whole quotation and a short subject stand right before token `at`."""
        return (
            re.search(r"”[de]?[nN.k']{0,5}[pnN]$", self.mask[max(self.low, at - 8) : at])
            is not None
        )

    # -- the constructions ---------------------------------------------------------------

    def _inverted(self, verb: Verb, begin: int, stop: int, before: str) -> bool:
        """Read "…, said Ortiz, who was there."; tell whether it was that."""
        mask = self.mask
        source = subject_after(mask, stop, self.end)
        if source is None:
            return False
        after = mask[source[1]] if source[1] < self.end else "."
        if before in ",-":
            if after not in ".,;)-“" or verb.frames & OBJECT or source[1] - source[0] == 0:
                return False
            if not self._clause_before(begin) and after == ",":
                return False
        elif before == "u" and after not in ".,;)-“":
            return False
        self._trailing("inverted", verb, source, (begin, stop), begin, source[1])
        return True

    def _clause_before(self, begin: int) -> bool:
        return re.search(r"[xzmVv1356”“]", self.mask[self.low : begin]) is not None

    def _active(self, verb: Verb, begin: int, at: int, stop: int, before: str, tag: str) -> None:
        mask = self.mask
        source = self._source(begin, at, before, tag)
        cue = (begin, stop)
        first = source[0] if source is not None else begin
        if source is not None and verb.frames & (SPEECH | CLAUSE) and self._adjoins(source, begin):
            closes = mask[first - 1] if first > self.low else "^"
            after = mask[stop] if stop < self.end else "."
            if closes != "”" and self._quote_follows(stop, verb.frames):
                pass
            elif (closes == "”" and self._frames_quotation(after, stop, verb)) or (
                closes in ",-" and ends_here(mask, stop, self.end, verb.frames) >= 0
            ):
                self._trailing("trailing", verb, source, cue, first, stop)
                return
            if closes == "g" and ends_here(mask, stop, self.end, verb.frames) >= 0:
                self._as_said(verb, source, cue, first, stop)
                return
            if closes in "hw" and self._gap(verb, source, cue, first, stop):
                return
        start = content_start(mask, stop, self.end, verb.frames)
        if start < 0:
            return
        around = self._surroundings(source, first, at, before, tag)
        rule = _LEADING.get(mask[start], "")
        if not rule:
            rule = self._bare(verb, start)
        if not rule:
            return
        if rule == "leading-object":
            end = object_end(mask, start, self.end, around, self.page.tokens.word)
            if tag in "67" and before == "n" and re.fullmatch("[N.k']+", mask[start:end]):
                return
            if verb.frames & PHYSICAL and not self._judges(start, end):
                return
            parts = [(start, end)]
        else:
            parts = clause_parts(mask, start, self.end, around)
        if parts:
            self._add(rule, "leading", verb, source, cue, parts)

    def _adjoins(self, source: Span, begin: int) -> bool:
        """Whether nothing but an aside stands between a source and its verb."""
        return source[1] == begin or (source[1] < begin and self.mask[source[1]] == ",")

    def _as_said(self, verb: Verb, source: Span, cue: Span, first: int, stop: int) -> None:
        """Read "as the mayor said, C" and "C, as the mayor said"."""
        mask = self.mask
        low = self.low
        while low < first - 1 and mask[low] in "&bak,":
            low += 1
        if low < first - 1:
            content = [(low, first - 1)]
        elif stop < self.end and mask[stop] == ",":
            around = Surroundings(self._speaks)
            content = clause_parts(mask, stop + 1, self.end, around)
        else:
            return
        if content and verb.frames & (SPEECH | CLAUSE):
            self._add("as-said", "phrase", verb, source, cue, content)

    def _gap(self, verb: Verb, source: Span, cue: Span, first: int, stop: int) -> bool:
        """Read "a job that economists say is the future": the clause's subject stands before."""
        mask = self.mask
        if not verb.frames & CLAUSE or _GAP.match(mask, stop, self.end) is None:
            return False
        end = clause_end(mask, stop, self.end, Surroundings(self._speaks, False, True))
        content = [(first - 1, first), (stop, end)]
        self._add("leading-gap", "leading", verb, source, cue, content)
        return True

    def _bare(self, verb: Verb, start: int) -> str:
        """Rule for content without "that" or a quotation mark: a clause or a noun phrase."""
        if verb.frames & CLAUSE and self._is_clause(start, self.end, verb.frames):
            return "leading-clause"
        return "leading-object" if verb.frames & OBJECT else ""

    def _surroundings(
        self, source: Span | None, first: int, at: int, before: str, tag: str
    ) -> Surroundings:
        """Tell where in its sentence a cue stands."""
        mask, low = self.mask, self.low
        opens = mask[low : low + 2].lstrip("b&")[:1] == "s" and "," not in mask[low:first]
        if source is not None and source[0] > low and mask[source[0] - 1] == "s":
            opens = True
        if before == "^" or (tag in "86" and not re.search("[xzm1356Vv]", mask[low:at])):
            opens = True
        inserted = source is not None and mask[source[0]] == "w"
        return Surroundings(self._speaks, opens, inserted)

    def _speaks(self, at: int) -> bool:
        """Whether the token is a verb of speech or of judgement."""
        known = self.verb_at(at)
        return known is not None and bool(known[0].frames & (SPEECH | OBJECT))

    def _frames_quotation(self, after: str, stop: int, verb: Verb) -> bool:
        """Whether a verb between two quotations, or after one, belongs to the first."""
        if not verb.frames & SPEECH or after in "h:":
            return False
        if after != "“":
            return True
        closing = re.compile("[u”]").search(self.mask, stop, self.end)
        return bool(verb.frames & ADDRESSEE) and closing is not None and closing.group() == "u"

    def _quote_follows(self, at: int, frames: int) -> bool:
        """Whether a quotation comes next, after adjuncts and a comma or colon at most."""
        start = content_start(self.mask, at, self.end, frames & ~OBJECT)
        return start > 0 and self.mask[start] == "“"

    def _source(self, begin: int, at: int, before: str, tag: str) -> Span | None:
        """Source of an active verb: its subject, or that of the verb it is coordinated with."""
        mask = self.mask
        finite = tag in "0123456" or mask[begin:at].strip("ak") != ""
        low = self.low
        for earlier in self.found:
            if earlier.form == "leading" and earlier.cue is not None and earlier.cue[1] < begin:
                low = max(low, earlier.cue[1])
        if finite and before not in "t&b,^i":
            found = subject_before(mask, low, begin)
            if found is not None:
                return found
        if finite and before == ",":
            found = subject_before(mask, self.low, begin)
            if found is not None:
                return found
        if before == "^":
            return self._later_subject(at) if tag == "8" else None
        if tag == "6" and before == "s":
            return None
        if tag == "8" and before in "nN)" and mask[begin - 2 : begin - 1] not in ",":
            pass
        for earlier in reversed(self.found):
            if earlier.source is not None and earlier.unit == self.number:
                return earlier.source
        return first_subject(mask, self.low, begin)

    def _later_subject(self, at: int) -> Span | None:
        """Subject of the main clause after an opening participle ("Calling it a lie, Ortiz …")."""
        comma = self.mask.find(",", at, self.end)
        return first_subject(self.mask, comma + 1, self.end) if comma > 0 else None

    def _is_clause(self, start: int, end: int, frames: int) -> bool:
        """Whether a clause and no noun phrase begins at `start`."""
        if frames & SPEECH and not frames & OBJECT and frames & QUESTION:
            return True
        return _CLAUSE_FOLLOWS.match(self.mask, start, end) is not None

    def _judges(self, start: int, end: int) -> bool:
        """Whether an object goes with a reason or a label: "attacked her for …", "as …"."""
        if re.search("[g“h]", self.mask[start:end]):
            return True
        return any(
            self.page.tokens.word(at) in ("for", "over")
            for at in range(start + 1, min(end, start + 12))
            if self.mask[at] == "i"
        )

    def _passive(self, verb: Verb, begin: int, at: int, stop: int) -> None:
        """Read "X was accused of C", "X is expected to C"."""
        start = stop
        if start >= self.end:
            return
        end = clause_end(self.mask, start, self.end, Surroundings(self._speaks))
        source = None
        subject = subject_before(self.mask, self.low, begin)
        if self._by(stop):
            source = subject_after(self.mask, stop + 1, self.end)
            if source is None:
                return
            content = [subject] if subject is not None else []
            if content:
                self._add("passive", "passive", verb, source, (begin, stop), content)
            return
        if self.mask[start] not in "togNndeW“iVh#":
            return
        if self.mask[start : start + 2] == "tz" and self.page.tokens.word(at).lower() in CLAIMS:
            return
        content = [(start, end)] if subject is None else [subject, (start, end)]
        self._add("passive", "passive", verb, source, (begin, stop), content)

    def _trailing(self, rule: str, verb: Verb, source: Span, cue: Span, left: int,
                  right: int) -> None:  # fmt: skip
        """Read content before the source and cue, and what goes on after them."""
        mask = self.mask
        low = self.low
        for earlier in self.found:
            if earlier.form == "trailing" and earlier.cue is not None and earlier.source:
                low = max(low, earlier.cue[1], earlier.source[1])
        while low < left and mask[low] in ",.;&bk”-":
            low += 1
        low = self._quotation_start(low, left)
        whole = re.search(r"[xzmVv13560“]", mask[low:left]) is not None
        content = [(low, left)] if left > low else []
        stop = ends_here(mask, right, self.end)
        if stop < 0:
            stop = mask.find("“", right, self.end) - 1
            if stop > 0 and re.search("[0-8,]", mask[right:stop]):
                stop = -1
        more = False
        if stop >= 0 and stop + 1 < self.end and mask[stop] in ",:":
            after = stop + 1
            if mask[after] in "“ht" or (content and self._incomplete(low, left)):
                around = Surroundings(self._speaks)
                content.append((after, clause_end(mask, after, self.end, around)))
                more = True
        if content and (whole or more):
            self._add(rule, "trailing", verb, source, cue, content)

    def _quotation_start(self, low: int, left: int) -> int:
        """Begin of the quotation that ends at `left`, where a colon or dash sets it off."""
        mask = self.mask
        at = left
        while at > low and mask[at - 1] == "”":
            opened = mask.rfind("“", low, at)
            if opened <= low:
                return low
            if mask[opened - 1] in ":;-":
                return opened
            at = opened
        return low

    def _incomplete(self, low: int, left: int) -> bool:
        """Whether the last stretch before the cue holds no finite verb and no whole quotation."""
        comma = self.mask.rfind(",", low, left - 1)
        return re.search(r"[xzmVv13560”]", self.mask[max(low, comma + 1) : left]) is None

    def _add(self, rule: str, form: str, verb: Verb, source: Span | None, cue: Span,
             content: list[Span]) -> None:  # fmt: skip
        self.found.append(Found(rule, form, verb.kind, source, cue, content, self.number))


def read_verbs(page: Page, reverse: str, unit: Unit, number: int, words: Vocabulary) -> list[Found]:
    """Find what the reporting verbs of one unit report."""
    reader = _Reader(page, reverse, unit, number, words)
    if page.mask[unit.start] == "N":
        reader.read_opening()
    for match in _CANDIDATE.finditer(page.mask, unit.start, unit.end):
        reader.read(match.start())
    return reader.found
