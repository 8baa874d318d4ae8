"""Is it a verb here? Candidates for reporting verbs, told from nouns, adjectives and passives."""

from __future__ import annotations

import re

from framing.values import Span
from framing.voice.ends import Surroundings
from framing.voice.found import Found
from framing.voice.units import Page, Unit
from framing.voice.words import OBJECT, SPEECH, Head, Verb, Vocabulary

__all__ = ["Verbs"]

_AFTER_VERB = frozenset("htdpPyWN“e#a")
_ADJECTIVE = ("al", "ive", "ous", "est", "ic", "ful", "less", "able", "ible", "ary", "ish", "er")
_CONJUNCTIONS = frozenset("considering assuming granting".split())
_ONE = frozenset("one another each either neither any much enough half less".split())
_FINITE = re.compile("[xzmVv135]")
_CLAUSE_AND_SUBJECT = re.compile(
    r"[xzmVv1350][^;:“”]{0,40},[de]?[nNG][nNGV24.'&]{0,4}(?:i[de]?[nN.'&e]{1,12})?$"
)
_JUDGES = re.compile("[g“h]")
_RELATIVE = re.compile("ha*[xzm]")
_SHORT_SUBJECT = re.compile(r"”[de]?[nN.k']{0,5}[pnN]$")


class Verbs:
    """A page being read unit by unit: words, tags, and what the unit's earlier cues found."""

    __slots__ = (
        "done", "end", "found", "framed_end", "last_source", "lead_end", "low", "mask", "number",
        "page", "reverse", "sources", "starts", "text", "verbs", "word",
    )  # fmt: skip

    def __init__(self, page: Page, reverse: str, words: Vocabulary) -> None:
        self.page = page
        self.word = page.tokens.word
        self.text = page.tokens.text
        self.starts = page.tokens.starts
        self.mask = page.mask
        self.reverse = reverse
        self.verbs = words.heads
        self.sources = words.sources
        self.found: list[Found] = []

    def begin(self, unit: Unit, number: int) -> None:
        """Turn to another unit."""
        self.low = self.done = unit.start
        self.end = unit.end
        self.number = number
        self.lead_end = self.framed_end = unit.start  # after the last cue that leads, that frames
        self.last_source: tuple[int, int] | None = None

    def verb_at(self, at: int) -> tuple[Verb, int] | None:
        """Return the longest reporting verb that begins at token `at`, and where it ends."""
        head = self.verbs[self.word(at)]
        return None if head is None else self.longest(head, at)

    def longest(self, head: Head, at: int) -> tuple[Verb, int] | None:
        """Return the longest verb that `head` begins at token `at`, and where it ends."""
        stop = at + 1
        if head.longer and stop < self.end:
            following = head.longer.get(self.word(stop).lower())
            if following is None and self.mask[stop] == "a" and stop + 1 < self.end:
                stop += 1  # "spoke warmly of"
                following = head.longer.get(self.word(stop).lower())
            for verb in following or ():
                end = stop + len(verb.rest)
                if len(verb.rest) == 1 or (end <= self.end and self._follow(verb.rest, stop)):
                    return verb, end
        return None if head.alone is None else (head.alone, at + 1)

    def _follow(self, rest: tuple[str, ...], stop: int) -> bool:
        """Whether the words from token `stop` on are those of `rest`."""
        return all(self.word(stop + i).lower() == part for i, part in enumerate(rest))

    def speaks(self, at: int) -> bool:
        """Tell whether the token is a verb of speech or of judgement."""
        known = self.verb_at(at)
        return known is not None and bool(known[0].frames & (SPEECH | OBJECT))

    def utters(self, at: int) -> bool:
        """Tell whether the token is a verb of speech, and none of belief or of intent."""
        known = self.verb_at(at)
        return self.speaks(at) and known is not None and known[0].kind not in ("belief", "intent")

    def around(self, subordinate: bool = False, inserted: bool = False) -> Surroundings:
        """Return where the cue stands, for whoever looks for the end of its content."""
        return Surroundings(self.speaks, self.utters, subordinate, inserted)

    def add(
        self,
        rule: str,
        form: str,
        verb: Verb,
        source: tuple[int, int] | None,
        cue: tuple[int, int],
        content: list[tuple[int, int]],
    ) -> None:
        """Keep an attribution."""
        self.found.append(Found(rule, form, verb.kind, source, cue, content, self.number))
        self.found[-1].frames = verb.frames
        if form == "leading":
            self.lead_end = max(self.lead_end, cue[1])
        elif form == "trailing" and source is not None:
            self.framed_end = max(self.framed_end, cue[1], source[1])
        self.last_source = source or self.last_source

    def is_verb(self, at: int, stop: int, tag: str, auxiliary: str, before: str) -> bool:
        """Tell whether a form is a verb here, and not a noun, an adjective or a passive."""
        after = self.mask[stop] if stop < self.end else "."
        if tag in "24":
            return self._noun_is_verb(at, tag, auxiliary, before, after)
        if tag == "7":
            return auxiliary == "x"
        if tag == "8":
            if after == "h" and before in ",^-" and self.word(at) in _CONJUNCTIONS:
                return False
            return auxiliary == "z" or before not in "d'o#"
        if tag == "6" and not auxiliary:
            if before in "d'oig" or (after == "i" and self.is_by(stop)):
                return False
            return not (before in "e#" and after == "n")
        if tag == "1":
            return auxiliary == "m" or before not in "d'oi"
        return True

    def is_document(self, source: tuple[int, int]) -> bool:
        """Whether a source is a poll, a study or another thing that is read."""
        words = (self.word(at).lower() for at in range(*source) if self.mask[at] in "n24")
        return any("document" in self.sources.get(word, ()) for word in words)

    def may_speak(self, noun: Span) -> bool:
        """Whether a noun before a participle can have said it: no thing after a preposition."""
        first, last = noun[0], noun[1] - 1
        if first <= self.low or self.mask[first - 1] != "i" or self.mask[last] != "n":
            return True
        word = self.word(last).lower()
        return word in self.sources or word.endswith("s")

    def judges(self, start: int, end: int) -> bool:
        """Whether an object goes with a reason or a label: "attacked her for …", "as …"."""
        if _JUDGES.search(self.mask, start, end):
            return True
        return any(
            self.word(at) in ("for", "over")
            for at in range(start + 1, min(end, start + 12))
            if self.mask[at] == "i"
        )

    def is_by(self, at: int) -> bool:
        """Tell whether token `at` is "by"."""
        return at < self.end and self.word(at).lower() == "by"

    def _noun_is_verb(self, at: int, tag: str, auxiliary: str, before: str, after: str) -> bool:
        """Whether a form that may be a noun is a verb here."""
        if auxiliary:
            return auxiliary == "m" and tag == "2"
        if after in ".,i" and before in "pnN" and self._follows_quotation(at):
            return True
        if after in ".,;" and before in "nN4" and self._closes_clause(at, tag):
            return True
        if before in "pwy" or (before == "N" and self.mask.startswith(",“", at + 1)):
            return True
        if after == "h" and _RELATIVE.match(self.mask, at + 1, self.end):
            return False  # "protests that have gone on"
        if before == "t":
            return tag == "2"
        if before in "d'#oigPG8^ha9" or after not in _AFTER_VERB:
            return False
        if before in "nNe" or (before == "4" and tag == "2"):
            if after == "h" and self._after_adjective(at):
                return False
            last = self.word(at - 1)
            plural = last.lower() not in _ONE if before == "e" else last.endswith("s")
            if plural if tag == "2" else not plural or before == "N":
                return True
            # "Farmers near the border report the fields burned": no other verb so far
            return after in "hdpy" and _FINITE.search(self.mask, self.low, at) is None
        return after == "h" or (tag == "4" and before in ",)”&")

    def _closes_clause(self, at: int, tag: str) -> bool:
        """Whether a clause, a comma and a short subject stand before: "…, the records show"."""
        plural = self.word(at - 1).endswith("s")
        if plural != (tag == "2"):
            return False
        if _CLAUSE_AND_SUBJECT.search(self.mask, max(self.low, at - 40), at) is None:
            return False
        return tag == "2" or self.mask[self.mask.rfind(",", 0, at) + 1] in "dN"

    def _after_adjective(self, at: int) -> bool:
        """Whether "states that", "comments that" have an adjective or a preposition before."""
        word = self.word(at - 1)
        if word.islower() and word.endswith(_ADJECTIVE) and word not in self.sources:
            return True
        start = at
        while start > self.low and self.mask[start - 1] in "nN#a'":
            start -= 1
        if start <= self.low or self.mask[start - 1] not in "io":
            return False
        return _FINITE.search(self.mask, self.low, start) is not None

    def _follows_quotation(self, at: int) -> bool:
        """Whether a whole quotation and a short subject stand right before token `at`."""
        return _SHORT_SUBJECT.search(self.mask, max(self.low, at - 8), at) is not None
