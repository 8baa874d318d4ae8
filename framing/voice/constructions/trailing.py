"""The constructions of reported speech other than verb, then content.

Trailing ("C, the mayor said"), inverted ("C, said the mayor"), with "as" ("as the mayor said")
and with a gap ("a job that economists say is safe"); passives are in ``passive.py``.
"""

from __future__ import annotations

from typing import Final

from framing.values import Span
from framing.voice.constructions.passive import Passives
from framing.voice.contents import content_start, ends_here
from framing.voice.ends import clause_end, clause_parts
from framing.voice.grammar import pattern
from framing.voice.rules import Rule
from framing.voice.subjects import subject_after, subject_before
from framing.voice.tags import Tag, Tags, any_of, sequence
from framing.voice.words import ADDRESSEE, CLAUSE, OBJECT, SPEECH, Verb

__all__ = ["RULES", "Constructions"]

RULES: Final = (
    Rule(
        "trailing",
        "stands before a source and its reporting word (…, the mayor said)",
        "trailing",
        inner=True,
        yes=(
            "The ⟦rebels⟧ had fled, Brandt said.",
            "“The ⟦thugs⟧ must go,” she said.",
            "The ⟦rebels⟧, Brandt said, had fled.",
            "“The ⟦thugs⟧ must go,” Brandt told reporters on Monday.",
        ),
        no=(
            "The court, Brandt said, was closed. The ⟦junta⟧ fell.",
            "“The thugs must go,” she said. The ⟦regime⟧ fell a week later.",
            "Brandt raised the ⟦scandal⟧, to which Venn replied that nothing was proven.",
            "When the ⟦rebels⟧ came, she told the story.",
        ),
    ),
    Rule(
        "inverted",
        "stands before a reporting word and its source (…, said the mayor)",
        "trailing",
        inner=True,
        yes=(
            "“The ⟦thugs⟧ must go,” said Mayor Ilse Brandt.",
            "The ⟦rebels⟧ had fled, said Brandt.",
            "“The ⟦thugs⟧ must go,” added Orlo Venn, her deputy.",
        ),
        no=(
            "“The thugs must go,” said Orlo Venn, who runs the ⟦cursed⟧ port.",
            "“We stay,” said the ⟦regime⟧’s envoy.",
            "Ilse Brandt, 59, who saw the ⟦junta⟧ fall, said the event brought back old times.",
        ),
    ),
    Rule(
        "as-said",
        "stands beside words such as “as the mayor said”",
        "trailing",
        yes=(
            "As Brandt said, the ⟦rebels⟧ had fled.",
            "In May, as the Harbour Post reported, the ⟦regime⟧ had sold the port.",
            "The ⟦rebels⟧ had fled, as Brandt said on Monday.",
        ),
        no=(
            "As Brandt begins her second month in office, the ⟦cursed⟧ port tops her list.",
            "The word was rising as people denounced the ⟦cursed⟧ port.",
        ),
    ),
    Rule(
        "leading-gap",
        "a clause round a source and its reporting word (a plan that critics say is …)",
        "leading",
        yes=(
            "It was a war that Brandt said was ⟦unwinnable⟧.",
            "It ended in what the mayor said was a ⟦massacre⟧.",
            "It was a crime the mayor said was planned by ⟦rebels⟧.",
        ),
        no=(
            "It was a war that Brandt said he knew, and the ⟦rebels⟧ won.",
            "The mayor, who said it was over, met the ⟦rebels⟧.",
            "It was a war that killed many ⟦rebels⟧.",
        ),
    ),
)

_ENDS_NOUN = any_of("nominal|cut|dash|right|aside")
_BEFORE_CONTENT = any_of("end|joins|close|dash|aside")
_CONTENT_OPENS = any_of("that|to|open")
_NO_FRAME = any_of("that|colon")
_BEFORE_SPEECH = any_of("introduces|dash")
_LEADS_IN = any_of("leads-in|comma")
_ENDS_SOURCE = any_of("end|open|dash|right")
_OPENER = any_of("in|to")
_SETS_OFF_QUOTE = any_of("semicolon|colon|dash")
_WORDS_QUOTED = sequence("<quoted> <quoted>")
_GAP = pattern("<adv>? (?:<present-form> | <participle|wrote> (?!<to>))")
_FINITE = pattern("<finite|close>")
_FINITE_NEXT = pattern("<adv>? <present-form>")
_FINITE_OR_QUOTED = pattern("<finite|open>")
_FINITE_MORE = pattern("<finite>")
_CLAUSE_BEFORE = pattern("<inflected|speech-mark>")
_TOLD = pattern(
    """
    (?:<him> | <name>{1,3}+ | <det>? <nominal>{1,2}+) (?:<in>? <day>)? (?=<comma|stop>)
    """
)
_CLOSING = pattern("<closing>")
_INSERTED = pattern(
    """
    , (?:<^who|open|comma>{0,12} <who> | <ing-form>) <^comma>{1,40} (?=,)
    """
)
_NO_SUBJECT = any_of("preposition|time|ing-form|who|if|adv|past|comma")
_REPORTS = any_of("reporting")
_CUE_BETWEEN = pattern("<reporting|comma>")
_NEW_PHRASE = pattern(
    """
    (?<=<nominal|time|possessive|number|aside>) <det|he> (?=<^of>)
    | (?<=<noun>) <name>
    """
)


_CONTRASTS = frozenset(("while", "whereas", "though", "although"))


class Constructions(Passives):
    """One unit being read: the constructions in which content does not simply follow."""

    __slots__ = ()

    def inverted(self, verb: Verb, begin: int, stop: int, before: str) -> bool:
        """Read "…, said Ortiz, who was there."; tell whether it was that."""
        mask = self.mask
        source = subject_after(mask, stop, self.end)
        if source is None or set(mask[slice(*source)]) <= set(Tags.TIME):
            return False  # "Venn, who was there, said Monday, “Q”"
        after = mask[source[1]] if source[1] < self.end else Tag.STOP
        if before in Tags.CLOSING:
            opened = mask.rfind(Tag.OPEN, self.low, begin)
            if opened > self.low and mask[opened - 1] in _REPORTS:
                return False  # "Gunmen shouting “Q” stormed the office"
        if before in Tags.SET_OFF:
            if after not in _ENDS_SOURCE or verb.frames & OBJECT:
                return False
            clause = self._holds_clause(source)
            if clause and subject_before(mask, self.low, begin):
                return False  # "Venn, who came, said the event brought back memories"
            opener = mask[self.low] in _OPENER and mask.count(Tag.COMMA, self.low, begin) == 1
            if (
                not opener
                and self._no_clause(begin)
                and (after == Tag.COMMA or mask.count(Tag.COMMA, self.low, begin) > 1 or clause)
            ):
                return False
        elif before == Tag.CUT and (
            after not in _ENDS_SOURCE or begin - mask.rfind(Tag.OPEN, 0, begin) < 7
        ):
            return False  # "argued that “liberals” allowed it"
        elif after in Tags.AUX:
            return False  # "Venn, citing “Q,” said the fleet would go"
        self.trailing("inverted", verb, source, (begin, stop), begin, source[1])
        return True

    def _holds_clause(self, source: Span) -> bool:
        """Whether what follows a verb is a clause, and no name with "who …" after it."""
        relative = self.mask.find(Tag.WHO, *source)
        stop = relative if relative > source[0] else source[1]
        return _FINITE_MORE.search(self.mask, source[0], stop) is not None

    def _no_clause(self, begin: int) -> bool:
        """Whether only a subject and what is inserted after it stand before a cue."""
        mask = self.mask
        if _CLAUSE_BEFORE.search(mask, self.low, begin) is None:
            return True
        return _CLAUSE_BEFORE.search(_INSERTED.sub("", mask[self.low : begin])) is None

    def trailing(
        self, rule: str, verb: Verb, source: Span, cue: Span, left: int, right: int
    ) -> None:
        """Read content before the source and cue, and what goes on after them."""
        mask = self.mask
        low = self.framed_end
        if low == self.low and any(one.cue and one.cue[0] == low for one in self.found[-2:]):
            return  # "Asked whether C, she demurred": the cue that opens has the words before
        while low < left and mask[low] in _BEFORE_CONTENT:
            low += 1
        low = self._quotation_start(low, left)
        content = [(low, left)] if left > low else []
        whole = _FINITE_OR_QUOTED.search(mask, low, max(low, left)) is not None
        after = self._goes_on(low, left, right, bool(content), verb.frames)
        if after >= 0:
            content.append((after, clause_end(mask, after, self.end, self.around())))
        if (
            after < 0
            and low < left
            and mask[low] == Tag.IF
            and Tag.COMMA not in mask[low : left - 1]
        ):
            return  # "When they came, she told the story": the clause before is no content
        # "He operates on another principle, she said": no verb of which the tables know
        unknown = left - low > 4 and mask[low] not in _NO_SUBJECT and mask[source[0]] != Tag.WHO
        whole = whole or (unknown and mask[left - 1] == Tag.COMMA)
        if content and (whole or after >= 0 or rule == "inverted"):
            self.add(rule, "trailing", verb, source, cue, content)

    def _goes_on(self, low: int, left: int, right: int, has_content: bool, frames: int) -> int:
        """Return where content goes on after a source and cue in its middle, or -1."""
        mask = self.mask
        told = _TOLD.match(mask, right, self.end) if frames & ADDRESSEE else None
        stop = ends_here(mask, right, self.end) if told is None else told.end()
        if stop < 0:
            stop = mask.find(Tag.OPEN, right, self.end) - 1
            if stop > 0 and _CUE_BETWEEN.search(mask, right, stop):
                return -1
        if stop < 0 or stop + 1 >= self.end or mask[stop] not in Tags.INTRODUCES:
            return -1
        joined = mask[stop + 1] in Tags.JOINS or self.word(stop + 1).lower() in _CONTRASTS
        if mask[stop + 1] in _CONTENT_OPENS or (joined and mask[left - 1] == Tag.COMMA):
            return stop + 1
        if _FINITE_NEXT.match(mask, stop + 1) and mask[left - 1] == Tag.COMMA:
            return stop + 1
        if mask[left - 1] == mask[stop] == Tag.COMMA and (not has_content or mask[low] == Tag.IF):
            return stop + 1  # "But, he said, C"; "If it rains, he said, C"
        # "Many closures, he said, have followed": no finite verb yet
        comma = mask.rfind(Tag.COMMA, low, left - 1)
        begun = max(low, comma + 1)
        incomplete = (
            _FINITE.search(mask, begun, left) is None and _WORDS_QUOTED not in mask[begun:left]
        )
        return stop + 1 if has_content and incomplete else -1

    def _quotation_start(self, low: int, left: int) -> int:
        """Begin of the quotation that ends at `left`, where a colon or dash sets it off."""
        mask = self.mask
        at = left
        while at > low and mask[at - 1] == Tag.CLOSE:
            opened = mask.rfind(Tag.OPEN, low, at)
            if opened <= low or self.titled(at - 1):
                return low
            if mask[opened - 1] in _SETS_OFF_QUOTE or (
                mask[opened - 1] == Tag.COMMA and self.word(opened + 1)[:1].isupper()
            ):
                return opened
            at = opened
        return low

    def frames_quotation(self, stop: int, verb: Verb) -> bool:
        """Whether a verb between two quotations, or after one, belongs to the first."""
        after = self.mask[stop] if stop < self.end else Tag.STOP
        if not verb.frames & SPEECH or after in _NO_FRAME:
            return False
        if after in Tags.PRONOUN and verb.frames & CLAUSE:
            return False  # "… “fake news,” half of them say it is true"
        if after != Tag.OPEN:
            return True
        if verb.frames & ADDRESSEE and self.names(stop):  # "“Q,” she told “Harbour Today.”"
            return True
        closing = _CLOSING.search(self.mask, stop, self.end)
        return bool(verb.frames & ADDRESSEE) and closing is not None and closing.group() == Tag.CUT

    def quote_follows(self, at: int, frames: int) -> bool:
        """Whether a quotation comes next, after adjuncts and a comma or colon at most."""
        if self.mask.find(Tag.OPEN, at, self.end) < 0:
            return False
        start = content_start(self.mask, at, self.end, frames & ~OBJECT)
        return start > 0 and self.mask[start] == Tag.OPEN

    def titled(self, at: int) -> bool:
        """Whether the quotation that ends at token `at` is a title inside the sentence."""
        opened = self.mask.rfind(Tag.OPEN, self.low, at)
        if opened <= self.low or at - opened > 7 or self.mask[opened - 1] in _BEFORE_SPEECH:
            return False
        words = [word for word in map(self.word, range(opened + 1, at)) if len(word) > 3]
        return bool(words) and all(word[0].isupper() for word in words)

    def as_said(self, verb: Verb, source: Span, cue: Span, first: int, stop: int) -> None:
        """Read "as the mayor said, C" and "C, as the mayor said"."""
        mask = self.mask
        low = self.low
        while low < first - 1 and mask[low] in _LEADS_IN:
            low += 1
        if verb.frames & CLAUSE and verb.frames & SPEECH:  # "as he said on Monday"
            stop = max(stop, ends_here(mask, stop, self.end, verb.frames))
        left = [(low, first - 1)] if low < first - 1 else []
        content = left
        if not left or _FINITE.search(mask, low, first - 1) is None:  # "In May, as he said, C"
            if stop < self.end and mask[stop] == Tag.COMMA:
                content = left + clause_parts(mask, stop + 1, self.end, self.around())
            elif not left:
                return
        if content and verb.frames & (SPEECH | CLAUSE):
            self.add("as-said", "phrase", verb, source, cue, content)

    def gap(self, verb: Verb, source: Span, cue: Span, first: int, stop: int) -> bool:
        """Read "a job that economists say is safe": the clause's subject stands before."""
        mask = self.mask
        if not verb.frames & CLAUSE or _GAP.match(mask, stop, self.end) is None:
            return False
        end = clause_end(mask, stop, self.end, self.around(False, True))
        content = [(stop, end)]
        if mask[first - 1] in Tags.OPENS_CLAUSE:
            content.insert(0, (first - 1, first))
        self.add("leading-gap", "leading", verb, source, cue, content)
        return True

    def after_noun(self, verb: Verb, source: Span | None, cue: Span) -> None:
        """Read "a decision they say was wrong", "a job the mayor said was safe"."""
        mask = self.mask
        if source is None or source[1] != cue[0]:
            return
        for match in _NEW_PHRASE.finditer(mask, source[0] + 1, source[1]):
            source = (match.start(), source[1])
        if mask[source[0] - 1] in _ENDS_NOUN:
            self.gap(verb, source, cue, source[0], cue[1])
