"""Reporting verbs: who is the subject, and what do they report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.values import Span
from framing.voice.constructions.trailing import Constructions
from framing.voice.contents import content_start, ends_here
from framing.voice.ends import Surroundings, clause_parts, object_end
from framing.voice.found import Found
from framing.voice.grammar import REVERSED_VERB_PHRASE, pattern
from framing.voice.rules import Construction, Rule
from framing.voice.subjects import first_subject, noun_before, subject_before
from framing.voice.tags import Tag, Tags, any_of, sequence
from framing.voice.units import Page, Unit
from framing.voice.verbs import Verbs
from framing.voice.words import (
    CLAUSE,
    HEARSAY,
    LABELS,
    OBJECT,
    PASSIVE,
    PHYSICAL,
    PREDICATE,
    QUESTION,
    RAISING,
    SPEECH,
    VERDICT,
    Head,
    Verb,
    Vocabulary,
)

__all__ = ["CONSTRUCTION", "RULES", "read_verbs", "unit_reader"]

RULES: Final = (
    Rule(
        "leading-that",
        "follows a source and its reporting word with “that” (the mayor said that …)",
        "leading",
        inner=True,
        yes=(
            "Brandt said that the ⟦rebels⟧ had fled.",
            "Venn warned the council that the ⟦rebels⟧ would return.",
            "Brandt spoke, adding that the ⟦rebels⟧ had fled.",
            "The council is sure that the ⟦rebels⟧ have fled.",
        ),
        no=(
            "Brandt said the ⟦rebels⟧ had fled.",
            "They passed many protests that have hurt the ⟦junta⟧.",
            "She wrote a message that helped the ⟦rebels⟧.",
            "She told the men that the port was shut, leaving the ⟦rebels⟧ alone.",
        ),
    ),
    Rule(
        "leading-quote",
        "a quotation right after a source and its reporting word (the mayor said “…”)",
        "leading",
        yes=(
            "Brandt said: “The ⟦thugs⟧ must go.”",
            "She told the council, “The ⟦thugs⟧ must go.”",
            "Brandt scolded the fleet: “You ⟦thugs⟧ must go.”",
        ),
        no=(
            "“The ⟦thugs⟧ must go,” Brandt said.",
            "Gunmen shouting “Out now!” stormed the ⟦cursed⟧ offices of the port on Monday.",
            "The plan is known as “⟦Northern Light⟧” in the ministry.",
        ),
    ),
    Rule(
        "leading-clause",
        "follows a source and its reporting word (the mayor said the bridge …)",
        "leading",
        inner=True,
        yes=(
            "Brandt said the ⟦rebels⟧ had fled.",
            "Many fear the ⟦rebels⟧ will return.",
            "Brandt told them the ⟦rebels⟧ had fled.",
            "Ilse Brandt, who said the ⟦rebels⟧ had fled, left.",
        ),
        no=(
            "Brandt said the port was shut, and the ⟦rebels⟧ took it.",
            "While Brandt said the port was shut, the ⟦rebels⟧ held it.",
            "They hold the ⟦rebels⟧ in a fort.",
            "The claims court heard the ⟦rebels⟧ on Monday.",
        ),
    ),
    Rule(
        "leading-to",
        "follows a reporting word with “to” (the mayor promised to …)",
        "leading",
        yes=(
            "Brandt vowed to crush the ⟦rebels⟧.",
            "Brandt pledged to crush the ⟦rebels⟧ by spring.",
            "Brandt is reluctant to meet the ⟦rebels⟧.",
        ),
        no=(
            "The men continued to build the ⟦wall⟧.",
            "The US plan to fight the ⟦rebels⟧ involves two ports.",
            "Brandt rose to greet the ⟦rebels⟧.",
        ),
    ),
    Rule(
        "leading-question",
        "a reported question (the mayor asked whether …)",
        "leading",
        yes=(
            "Brandt asked whether the ⟦rebels⟧ had fled.",
            "Brandt explained why the ⟦rebels⟧ had fled.",
            "She wondered, like so many, why the ⟦rebels⟧ had fled.",
        ),
        no=(
            "That is easier said than done with a ⟦cursed⟧ port.",
            "They called in at the port where the ⟦rebels⟧ waited.",
            "The talks ended when the ⟦rebels⟧ left.",
        ),
    ),
    Rule(
        "leading-object",
        "the thing a reporting or judging word is about (the mayor denounced the …)",
        "leading",
        judges=True,
        yes=(
            "Brandt accused Venn of ⟦treason⟧.",
            "Brandt called the dockers ⟦thugs⟧.",
            "Brandt condemned the raid as ⟦barbaric⟧.",
            "Brandt dismissed the ⟦sham⟧ vote.",
            "She attacked Venn over the ⟦sham⟧ vote.",
        ),
        no=(
            "Brandt’s men attacked the ⟦harbour⟧ at dawn.",
            "Rebels attacked the ⟦harbour⟧ at dawn.",
            "The fleet pounded the ⟦rebels⟧.",
            "The accused ⟦killers⟧ were led away.",
            "Calling the vote a sham, Brandt left; the ⟦rebels⟧ stayed.",
        ),
    ),
)

_CLOSES_CONTENT = any_of("opens-clause|closing|set-off|as")
_OPENERS = any_of("joins|if")
_VERB_PHRASE = any_of("aux|some|adv|aside")
_INVERTING = any_of("reports|say")
_BEFORE_PARTICIPLE = any_of("nominal|number")
_NO_SUBJECT = any_of("joins|in|to")
_NO_AUXILIARY = any_of("some|adv|aside")
_BEFORE_SURE = any_of("nominal|some|he|in")
_PASSIVE_FORMS = any_of("done|put")
_BEFORE_REDUCED = any_of("nominal|comma|aside|day|right")
_INSERTED = any_of("in|adv|day|comma")
_BEFORE_BARE = any_of("if|and|comma")
_SPEECH = sequence("“ <quoted> <quoted> <quoted> <quoted>")
_THEN_SPEECH = sequence(", “ <quoted> <quoted> <quoted> <quoted>")
_COLON_QUOTES = sequence(": “")
# Forms of reporting verbs that may be verbs here, by their tag and by what stands right before.
_CANDIDATE = pattern(
    """
    <reporting|sure> (?:(?<=<said|put>) (?<!<the|as|of|in|possessive> <any>) |
        (?<=<says|wrote>) (?<!<the|of|possessive> <any>) | (?<=<either>)
            (?<!<the|him|as|of|in|possessive|number|ing> <any>) | (?<=<say>)
                (?<!<the|of|in|possessive> <any>) | (?<=<saying>)
                    (?<!<the|of|possessive|number> <any>) | (?<=<adv|have|be> <written>) |
                        (?<=<nominal|comma> <written>) (?=<as|in|to>) |
                        (?<=<adv|be> <sure>) | (?<=<nominal|some|he|in|comma> <sure>) (?=<that>))
    """
)
_BEFORE_INVERTED = any_of("closing|set-off")
_NOT_AFTER_OPENING = any_of("nominal|introduces|possessive|stop")
_LEADING = {
    Tag.THAT: "leading-that",
    Tag.OPEN: "leading-quote",
    Tag.TO: "leading-to",
    Tag.WHAT: "leading-question",
    Tag.IF: "leading-question",
    Tag.WHO: "leading-question",
}
_REDUCED = pattern("<adv|noun>? <aux|says|wrote> | <adv>? <in> {core} <adv>*+ <aux|reports>")
_MADE_TO = pattern("<past|present> ({core}) <to> $")
_MAKING = frozenset(
    """prompted prompt prompts led lead leads forced force forces caused cause causes allowed
    allow allows enabled drove drive drives moved inspired inspire compelled got get gets""".split()
)
_ASKING = frozenset(("if", "when", "where"))
_CLAUSE_FOLLOWS = pattern(
    """
    <^inflected|opens-clause|pause|if|dash|left|right>{1,14}+ (?:<left> <aside>*+ <right>
        | , <^comma>{1,16} ,)? (?:<definite> | <participle> (?!<in>) | (?<=<nominal|he>)
            <participle>)
    | <pronoun> <aux|adv>* <finite|either>
    | <name>{1,3}+ <ing> <nominal|the|in>
    | <^inflected|opens-clause|pause|if|dash|left|right>{0,12} <who> <^pause>{1,14}?
        <aux|past|say|says|wrote> <^pause>{0,8} <aux|say|says|wrote>
    """
)
_NAME_ONLY = pattern(
    """
    <possessive|name|stop|aside>+ (?:<aux|end|who|in|and|colon|right> | $)
    """
)
_FINITE = pattern("<inflected>")
_NEGATION = re.compile(r"n[’']t\b|\bnot\b|\bnever\b")


class _Reader(Constructions):
    """One unit being read, verb by verb."""

    __slots__ = ()

    def read_opening(self) -> None:
        """Read a participle with a capital that opens the unit: "Asked whether C, Ortiz …"."""
        at = self.low
        word = self.word(at).lower()
        if not word.endswith(("ing", "ed")):
            return
        known = self.verb_at(at)
        if known is None:
            return
        verb, stop = known
        if word.endswith("ing"):
            self._active(verb, at, at, stop, Tag.EDGE, Tag.SAYING)
        elif self.is_by(stop) and verb.frames & PASSIVE:
            self.passive(verb, at, at, stop)
        elif stop < self.end and self.mask[stop] not in _NOT_AFTER_OPENING:
            self._active(verb, at, at, stop, Tag.EDGE, Tag.SAID)

    def read(self, at: int, head: Head) -> None:
        """Read the candidate at token `at`; keep what it reports, if anything."""
        known = self.longest(head, at) if at >= self.done else None
        if known is None:
            return
        verb, stop = known
        if verb.rest:
            self.done = stop
        mask = self.mask
        begin, auxiliary = at, ""
        if at > self.low and mask[at - 1] in _VERB_PHRASE:
            back = REVERSED_VERB_PHRASE.match(self.reverse, len(mask) - at)
            begin = max(self.low, at - (back.end() - back.start() if back else 0))
            auxiliary = mask[begin:at].rstrip(_NO_AUXILIARY)[-1:]
        before = mask[begin - 1] if begin > self.low else Tag.EDGE
        tag = mask[at]
        if verb.frames & PREDICATE:
            inserted = before == Tag.COMMA and mask[stop : stop + 1] == Tag.THAT
            if auxiliary != Tag.BE and before not in _BEFORE_SURE and not inserted:
                return
        elif auxiliary == Tag.BE and tag in _PASSIVE_FORMS:
            by = verb.frames & OBJECT and not verb.frames & PHYSICAL and self.is_by(stop)
            if verb.frames & PASSIVE or by:
                self.passive(verb, begin, at, stop)
            return
        elif (
            tag in Tags.DONE
            and before in _BEFORE_BARE
            and verb.frames & PASSIVE
            and self.is_by(stop)
        ):
            self.passive(verb, at, at, stop)  # "when asked by Ortiz whether C"
            return
        elif (
            self._reduces(verb, tag, auxiliary, before) and self.reduced(verb, at, stop)
        ) or not self.is_verb(at, stop, tag, auxiliary, before):
            return
        reduced = (
            tag == Tag.SAID
            and not verb.frames & CLAUSE
            and not auxiliary
            and before in Tags.NOMINAL
        )
        if reduced and _REDUCED.match(mask, stop, self.end):
            return  # "A video posted online showed"
        count = len(self.found)
        inverts = tag in _INVERTING and begin == at and before in _BEFORE_INVERTED
        if not (inverts and verb.frames & SPEECH and self.inverted(verb, begin, stop, before)):
            self._active(verb, begin, at, stop, before, tag)
        if begin < at and len(self.found) > count:
            self._mark_negated(begin, stop)

    def _reduces(self, verb: Verb, tag: str, auxiliary: str, before: str) -> bool:
        """Whether a form may be a participle of judging after its noun: "the raid, branded"."""
        judges = verb.frames & (VERDICT | LABELS | HEARSAY)
        return (
            bool(judges) and tag in _PASSIVE_FORMS and not auxiliary and before in _BEFORE_REDUCED
        )

    def _mark_negated(self, begin: int, stop: int) -> None:
        """Note "did not say", "never claimed"."""
        tokens = self.page.tokens
        if _NEGATION.search(tokens.text, tokens.starts[begin], tokens.starts[stop]):
            self.found[-1].negated = True

    def _active(self, verb: Verb, begin: int, at: int, stop: int, before: str, tag: str) -> None:
        """Read an active verb: what it reports stands after it, before it or around it."""
        mask = self.mask
        if verb.frames & RAISING and self.raising(verb, begin, stop):
            return
        source = self._source(begin, at, before, tag)
        cue = (begin, stop)
        if source is not None and self._framed(verb, source, cue):
            return
        start = content_start(mask, stop, self.end, verb.frames)
        if start < 0:
            self.after_noun(verb, source, cue)
            return
        rule = _LEADING.get(mask[start], "") or self._bare(verb, start)
        if mask[start] == Tag.IF and self.word(start).lower() not in _ASKING:
            return  # "easier said than done"
        if not rule and source is not None and verb.frames & CLAUSE and self.is_document(source):
            rule = "leading-object"  # "the survey found few who agreed"
        if not rule:
            return
        first = source[0] if source is not None else begin
        around = self._surroundings(source, first, at, before, tag)
        bodily = False
        if rule == "leading-object":
            end = object_end(mask, start, self.end, around, self.word)
            if tag in Tags.DONE and before == Tag.NOUN and _NAME_ONLY.match(mask, start, self.end):
                return
            bodily = bool(verb.frames & PHYSICAL) and not self.judges(start, end)
            parts = [(start, end)]
            quote = mask.find(_THEN_SPEECH, start, end)
            if mask.startswith(_COLON_QUOTES, end):  # "she scolded him: “Q”"
                quote = end
            if quote > 0:  # "she thanked them, “Q”"
                rule, bodily = "leading-quote", False
                parts = clause_parts(mask, quote + 1, self.end, around)
        else:
            parts = clause_parts(mask, start, self.end, around)
        if parts:
            self.add(rule, "leading", verb, source, cue, parts)
            self.found[-1].bodily = bodily

    def _framed(self, verb: Verb, source: Span, cue: Span) -> bool:
        """Read the constructions in which subject and verb follow the content."""
        mask = self.mask
        if mask.startswith(_SPEECH, source[0]):  # “No, never. -K” Brandt tweeted
            source = (mask.find(Tag.CUT, source[0], source[1] - 1) + 1 or source[0], source[1])
        first, stop = source[0], cue[1]
        if not verb.frames & (SPEECH | CLAUSE) or first <= self.low:
            return False
        if source[1] != cue[0] and (source[1] > cue[0] or mask[source[1]] not in _INSERTED):
            return False
        closes = mask[first - 1]
        if closes not in _CLOSES_CONTENT:
            return False
        if closes in Tags.SET_OFF:
            if mask[first] == Tag.WHO:
                return False  # ", who warned of it"
            if not verb.frames & CLAUSE and Tag.OPEN not in mask[self.low : first]:
                return False  # ", and the fight began"
        if closes in Tags.OPENS_CLAUSE:
            return self.gap(verb, source, cue, first, stop)
        if closes != Tag.CLOSE and self.quote_follows(stop, verb.frames):
            conditional = closes == Tag.COMMA and self.word(self.low).lower() == "if"
            if not conditional or self.lead_end > self.low:
                return False
        if closes == Tag.CLOSE and not self.titled(first - 1):
            framed = self.frames_quotation(stop, verb)
        else:
            framed = ends_here(mask, stop, self.end, verb.frames) >= 0
        if framed and closes == Tag.AS:
            self.as_said(verb, source, cue, first, stop)
        elif framed:
            self.trailing("trailing", verb, source, cue, first, stop)
        return framed

    def _bare(self, verb: Verb, start: int) -> str:
        """Rule for content without "that" or a quotation mark: a clause or a noun phrase."""
        frames = verb.frames
        if frames & CLAUSE:
            says = frames & SPEECH and not frames & OBJECT and frames & QUESTION
            if says or _CLAUSE_FOLLOWS.match(self.mask, start, self.end) is not None:
                return "leading-clause"
        return "leading-object" if frames & OBJECT else ""

    def _surroundings(
        self, source: Span | None, first: int, at: int, before: str, tag: str
    ) -> Surroundings:
        """Tell where in its sentence a cue stands."""
        mask, low = self.mask, self.low
        opens = False
        if mask[low] in _OPENERS:
            opens = (
                mask[low : low + 2].lstrip(Tags.JOINS)[:1] == Tag.IF
                and Tag.COMMA not in mask[low:first]
            )
        if source is not None and source[0] > low and mask[source[0] - 1] == Tag.IF:
            opens = True
        if before == Tag.EDGE or (tag == Tag.SAYING and _FINITE.search(mask, low, at) is None):
            opens = True
        heads = (
            tag == Tag.SAYING
            and before in _BEFORE_PARTICIPLE
            and _FINITE.search(mask, low, at) is None
        )
        return self.around(opens, heads or (source is not None and mask[source[0]] == Tag.WHO))

    def _source(self, begin: int, at: int, before: str, tag: str) -> Span | None:
        """Source of an active verb: its subject, or that of the verb it is coordinated with."""
        mask = self.mask
        if before == Tag.EDGE:
            return self._later_subject(at) if tag == Tag.SAYING else None
        if tag == Tag.SAID and before == Tag.IF:
            return None
        finite = tag != Tag.SAYING or begin < at
        # "a tip alleging that", "polls showing"
        if not finite and tag == Tag.SAYING and before in _BEFORE_PARTICIPLE:
            noun = noun_before(mask, self.low, begin)
            return noun if self.may_speak(noun) else first_subject(mask, self.low, begin) or noun
        if before in Tag.IF + Tag.IN and not finite and not _FINITE.search(mask, self.low, at):
            return self._later_subject(at)  # "While predicting that C, Ortiz …"
        if before == Tag.TO:
            made = _MADE_TO.search(mask, self.low, begin)
            if made is not None and self.word(made.start()).lower() in _MAKING:
                return made.span(1)  # "prompted the bishop to speak of C"
        if finite and before not in _NO_SUBJECT:
            low = self.low if before == Tag.COMMA or self.lead_end >= begin else self.lead_end
            found = subject_before(mask, low, begin)
            if found is not None:
                return found
        return self.last_source or first_subject(mask, self.low, begin)

    def _later_subject(self, at: int) -> Span | None:
        """Subject of the main clause after an opening participle ("Calling it a lie, Ortiz …")."""
        comma = self.mask.find(Tag.COMMA, at, self.end)
        return first_subject(self.mask, comma + 1, self.end) if comma > 0 else None


def unit_reader(page: Page, unit: Unit, number: int, words: Vocabulary) -> Verbs:
    """Return a reader of one unit, for whoever looks up its verbs by another way."""
    reader = _Reader(page, "", words)
    reader.begin(unit, number)
    return reader


def read_verbs(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what the reporting verbs of a page report, in order."""
    mask, heads, tokens = page.mask, words.heads, page.tokens
    word = tokens.word
    candidates = [match.start() for match in _CANDIDATE.finditer(mask)]
    reader = _Reader(page, mask[::-1], words)
    at, count = 0, len(candidates)
    for number, unit in enumerate(page.units):
        begun = False
        first = len(reader.found)
        if mask[unit.start] == Tag.NAME and heads[word(unit.start)]:
            reader.begin(unit, number)
            reader.read_opening()
            begun = True
        while at < count and candidates[at] < unit.end:
            token = candidates[at]
            at += 1
            if token < unit.start:
                continue
            head = heads[word(token)]
            if head is None:
                continue
            if not begun:
                reader.begin(unit, number)
                begun = True
            reader.read(token, head)
        if unit.zone == "caption":  # "This picture shows the port" reports nobody's words
            kept = [one for one in reader.found[first:] if one.rule != "leading-object"]
            reader.found[first:] = kept
    return reader.found


CONSTRUCTION: Final = Construction(1, read_verbs)
