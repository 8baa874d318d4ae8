"""One unit being read: its words, its reporting verbs, and whether a form is a verb here."""

from __future__ import annotations

from bisect import bisect_right

from framing.language.closed import INDEFINITE_ARTICLES, REFLEXIVES
from framing.language.joiningwords import ASKING, CONJUNCTIONS_IN_ING
from framing.language.reportwords import MEDIA, NOUNS_IN_ING_TOO, ORDERS
from framing.language.smallwords import BY, GATHERING, REASON_WITH, REASONS_FOR, WARNING
from framing.language.sourcewords import (
    ADJECTIVE_ENDINGS,
    PLAIN_ADJECTIVES,
    PLURALS_WITHOUT_S,
    PRESS,
    SINGULARS,
)
from framing.language.verdictwords import HABITS, PERCEIVES
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.asides import TIME_LAST
from framing.voice.grammar.ends import Surroundings
from framing.voice.grammar.subjects import subject_before
from framing.voice.sources.whospeaks import can_say
from framing.voice.text.quicktuples import maker
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import (
    ADDRESSEE,
    BLAMES,
    CLAUSE,
    OBJECT,
    SPEECH,
    VERDICT,
    Head,
    Verb,
    Vocabulary,
)
from framing.voice.verbs.candidates import (
    NO_BASE_AFTER,
    NO_EITHER_AFTER,
    NO_GERUND_AFTER,
    NO_PAST_AFTER,
)

__all__ = [
    "UnitReader",
    "unit_reader",
]

_NO_PAST, _NO_BASE = any_of(NO_PAST_AFTER), any_of(NO_BASE_AFTER)
_NO_GERUND = any_of(NO_GERUND_AFTER)
_AFTER_FRAME = any_of("in|comma|stop")
_ENDS_SUBJECT = Tags.NOMINAL
_CLOSES_SUBJECT = Tags.HEAD
_SUBJECTS = any_of("pronoun|who")
_NO_SUBJECT = any_of(f"{NO_EITHER_AFTER}|saying|that|adv|sure|edge")
_NOUN_OR_SOME = any_of("nominal|some")
_DEFINITE_SUBJECT = any_of("the|name")
_MODIFIERS = any_of("nominal|adv|possessive|number")
_LINKS = Tags.OF_OR_IN
_OPENING = any_of("set-off|edge|left|aside")
_OPENS_CONTENT = any_of("pronoun|the|content")
_AFTER_INSERTION = any_of("and|close|comma|right")
_COUNTING = any_of("some|number")
_DID = any_of("past|said|written|wrote|put")
_TAKEN = pattern(
    "<number> | (?<= <claims> ) <the|him> | <that> <det|number|he|name>"
    " | <that>? {np} <adv>*+ <finite>"
)
_HEADS_RELATIVE = any_of("noun-like|some")
_LABELS = pattern("<noun|name|past|ing|adv>{1,5} <det> “")
_TIMES = any_of("day|number|week")

_REASON_REACH = 24  # tokens of an object in which a reason or a label is looked for
_CLAUSE_REACH = 40  # tokens before a cue in which its clause is looked for
_HAS_MODIFIER = any_of("the|possessive")
_BEFORE_MODIFIER = tuple(any_of("det|adv|number|of|in|possessive"))
_THEN_QUOTES = sequence(", “")
_AFTER_VERB = any_of("det|pronoun|content|him|to|adv|number|name|open")
_THEN_CLAUSE = any_of("that|pronoun")
_CLAUSE_AND_SUBJECT = pattern(
    """
    <definite|past|put> <^speech-mark>{0,40} , <det>? <nominal>
        <noun-like|and|possessive|name|past|ing|stop>{0,4}
            (?:<in> <det>? <nominal|some|and|possessive|stop>{1,12})? $
    """
)
_INSERTED_SUBJECT = pattern(
    "(?<= <as|comma> ) ( <det>? <nominal|possessive>{0,3} <noun-like|name> ) $"
)
_BEFORE_AS = any_of("end|joins|if|aside|left|colon|dash")
_GOES_ON = pattern(", <adv>? <aux|present|say|says|wrote|past|said>")
_THEN_AS = pattern("(?: <in|to> {core} ){1,3} (?= <as>)")
_JUDGES = pattern("<that|as|open>")
_RELATIVE = pattern("<that> <adv>* <definite|past>")
_CLAUSE_NEXT = pattern("<nominal|adv|number>{1,4} <finite>")
_LABEL_NEXT = pattern(
    "(?: “ <quoted>*+ <cut>? )? <noun-like|name|adv|number|possessive|past|ing>{1,4}"
    " (?: <as|of> <nominal|adv|ing|past|open>)"
)
_NAMED_NEXT = any_of("nominal|say|either|past")
_OPENS_SUBJECT = any_of("det|nominal")
_WITH_PLACE = pattern("<det>? <nominal>{1,3} <in|of> <det>? <nominal>{1,3}")
_CLAUSE_WITH_AUX = pattern("{np} <adv>*+ <aux>")
_LONGEST_NAME = 20
_WITH_WHOM = pattern("(?: <name>{1,4} | <him> ) (?= <that> <^end>)")
_surroundings = maker(Surroundings)
_SHORT_SUBJECT = pattern("” <det>? <nominal|possessive>{0,5} <nominal>")


class UnitReader:
    """A page being read unit by unit: words, tags, and what the unit's earlier cues found."""

    __slots__ = (
        "begins", "done", "end", "ends", "found", "framed_end", "in_relative", "last_source",
        "lead_end", "low", "lowered", "mask", "number", "page", "reverse", "sources", "starts",
        "text", "verbs", "word",
    )  # fmt: skip

    def __init__(self, page: Page, reverse: str, words: Vocabulary) -> None:
        self.page = page
        self.word = page.tokens.word
        self.lowered = page.tokens.lowered
        self.text = page.tokens.text
        self.starts = page.tokens.starts
        self.mask = page.mask
        self.reverse = reverse
        self.verbs = words.heads
        self.sources = words.sources
        self.found: list[Found] = []
        self.begins, self.ends = page.begins, page.ends
        self.done = self.end = 0  # what stands before `done` was part of a longer verb

    def turn_to(self, at: int) -> bool:
        """Turn to the unit that token `at` lies in; tell whether it lies in one."""
        number = bisect_right(self.begins, at) - 1
        if number < 0 or at >= self.ends[number]:
            return False
        self.number, self.end = number, self.ends[number]
        # After the last cue that leads, that frames, and what was part of a longer verb.
        self.low = self.lead_end = self.framed_end = self.done = self.begins[number]
        self.last_source: tuple[int, int] | None = None
        self.in_relative = False  # whether that is a relative pronoun
        return True

    def verb_at(self, at: int) -> tuple[Verb, int] | None:
        """Return the longest reporting verb that begins at token `at`, and where it ends."""
        head = self.verbs[self.word(at)]
        return None if head is None else self.longest(head, at)

    def longest(self, head: Head, at: int) -> tuple[Verb, int] | None:
        """Return the longest verb that `head` begins at token `at`, and where it ends."""
        stop = at + 1
        alone, longer = head.alone, head.longer
        tag = self.mask[stop] if longer and stop < self.end else Tag.EDGE
        if tag in head.then:
            following = longer.get(self.lowered[stop])
            if following is None:
                if tag == Tag.ADV and stop + 1 < self.end:
                    stop += 1  # "spoke warmly of"
                    following = longer.get(self.lowered[stop])
                elif tag == Tag.IN and "as" in longer:
                    adjunct = _THEN_AS.match(self.mask, stop, self.end)
                    if adjunct is not None and not self.is_by(stop):  # "described in a letter as"
                        stop, following = adjunct.end(), longer["as"]
            if following is not None:
                for verb in following:
                    end = stop + len(verb.rest)
                    if len(verb.rest) == 1 or (end <= self.end and self._follow(verb.rest, stop)):
                        return verb, end
        return None if alone is None else (alone, at + 1)

    def over_whom(self, alone: Verb, verb: Verb, stop: int) -> tuple[Verb, int]:
        """Return a verb without its particle before a clause: "agreed with Venn | that C"."""
        whom = _WITH_WHOM.match(self.mask, stop, self.end) if alone.frames & CLAUSE else None
        return (verb, stop) if whom is None else (alone, whom.end())

    def _follow(self, rest: tuple[str, ...], stop: int) -> bool:
        """Whether the words from token `stop` on are those of `rest`."""
        for at, part in enumerate(rest, stop):  # noqa: SIM110  asked of every verb with particles
            if self.lowered[at] != part:
                return False
        return True

    def speaks(self, at: int) -> bool:
        """Tell whether the token is a verb of speech or of judgement."""
        known = self.verb_at(at)
        return known is not None and bool(known[0].frames & (SPEECH | OBJECT))

    def utters(self, at: int) -> bool:
        """Tell whether the token is a verb of speech, and none of belief or of intent."""
        known = self.verb_at(at)
        return self.speaks(at) and known is not None and known[0].kind not in ("belief", "intent")

    def around(self, subordinate: bool = False, inserted: bool = False) -> Surroundings:
        """Return where a cue stands, for whoever looks for the end of its content."""
        return _surroundings((subordinate, inserted, self.speaks, self.utters))

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
        report = Found(rule, form, verb.kind, source, cue, content, self.number)
        report.frames = verb.frames
        self.found.append(report)
        if form == "leading" and cue[1] > self.lead_end:
            self.lead_end = cue[1]
        if source is None:
            return
        if form == "trailing":
            self.framed_end = max(self.framed_end, cue[1], source[1])
        self.last_source = first, stop = source
        mask = self.mask
        self.in_relative = stop - first == 1 and mask[first] in Tags.RELATIVE
        if mask[stop - 1] in _TIMES:
            day = TIME_LAST.search(mask, first + 1, stop)
            if day is not None and (mask[stop - 1] != Tag.WEEK or form == "leading"):
                report.source = first, day.start()  # "said Venn on Monday"

    def over_relative(self, begin: int) -> Span | None:
        """Return a subject whose relative clause has a cue: "*a man who feared a raid* said"."""
        last = self.last_source
        if last is None:
            return None
        whole = subject_before(self.mask, self.low, begin)
        if whole is None or whole[0] >= last[0]:
            return None
        for report in self.found:
            if report.source == last:
                report.content = [(a, min(b, begin)) for a, b in report.content if a < begin]
                report.worded = report.content
        return whole

    def over_participle(self, begin: int) -> Span | None:
        """Return a subject with a participle that reports: "*a group* calling for strikes says"."""
        if not self.found or self.found[-1].unit != self.number:
            return None
        last = self.found[-1]
        if last.cue is None or last.source is None or last.source[1] != last.cue[0]:
            return None
        between = self.mask[last.cue[1] : begin]
        reduced = self.mask[last.cue[0]] == Tag.SAYING and Tag.COMMA not in between
        if not reduced or FINITE_VERB.search(self.mask, self.low, begin) is not None:
            return None
        return last.source

    def is_verb(self, at: int, stop: int, tag: str, auxiliary: str, before: str) -> bool:
        """Tell whether a form is a verb here, and not a noun, an adjective or a passive."""
        if tag == Tag.SAY:
            return auxiliary == Tag.WILL or before not in _NO_BASE
        after = self.mask[stop] if stop < self.end else Tag.STOP
        if tag == Tag.SAID:
            if before == Tag.ING and after in Tags.NOMINAL:
                return False  # "the remaining pledged delegates"
            if auxiliary:
                return True
            if before in _NO_PAST:
                return False
            if after == Tag.IN and self.is_by(stop) and self.lowered[stop + 1] not in MEDIA:
                return False  # but "replied by letter that C"
            if before in _COUNTING and after == Tag.NOUN:
                return self._is_told(at)
            return True
        if tag in Tags.EITHER:
            return self._noun_is_verb(at, tag, auxiliary, before, after)
        if tag == Tag.SAYING:
            if (
                (before in _OPENING or (before in Tags.HEAD and after == Tag.HE))
                and after in _THEN_CLAUSE
                and self.lowered[at] in CONJUNCTIONS_IN_ING
            ):
                return False  # "considering that C", "presuming he comes"
            if before == Tag.OF and self.lowered[at - 2] in HABITS:
                return True  # "stopped short of calling it a riot", "made a habit of calling"
            if before in Tags.NOMINAL and self._is_noun(at, after):
                return False  # "this sort of selective reporting that causes doubt"
            return auxiliary == Tag.BE or before not in _NO_GERUND
        return tag != Tag.WRITTEN or auxiliary == Tag.HAVE

    def _is_told(self, at: int) -> bool:
        """Whether a form after a number has a hearer: "a father of two told fans that C"."""
        known = self.verb_at(at) if self.mask[at - 2] == Tag.OF else None
        return known is not None and bool(known[0].frames & ADDRESSEE)

    def _is_noun(self, at: int, after: str) -> bool:
        """Whether a form in -ing is a noun: a relative clause follows, "of", or "a stark" before.

        "A letter warning that C" warns; "a stark warning that C" is one.
        """
        before = self.lowered[at - 1]
        if after == Tag.THAT:
            follows = _RELATIVE.match(self.mask, at + 1, self.end) is not None
            if self.mask[at - 2] in _HAS_MODIFIER and before not in self.sources:
                return follows or self.lowered[at] == WARNING
            if self.lowered[at] not in NOUNS_IN_ING_TOO:
                return False
            return follows or self.mask[at + 2 : at + 3] == Tag.SAID  # "the ruling that found C"
        return after == Tag.OF and self.lowered[at] == GATHERING

    def is_document(self, source: tuple[int, int]) -> bool:
        """Whether a source is a poll, a study or another thing that is read."""
        words = (self.lowered[at] for at in range(*source) if self.mask[at] in Tags.NOUN_LIKE)
        return any("document" in self.sources.get(word, ()) for word in words)

    def judges(self, start: int, end: int) -> bool:
        """Whether an object goes with a reason or a label: "attacked her for …", "as …"."""
        if _JUDGES.search(self.mask, start, end):
            return True
        return any(
            self.word(at) in REASONS_FOR
            or (self.word(at) == REASON_WITH and self.mask[at + 1 : at + 2] in Tags.ING_FORM)
            for at in range(start + 1, min(end, start + _REASON_REACH))
            if self.mask[at] == Tag.IN
        )

    def is_by(self, at: int) -> bool:
        """Tell whether token `at` is "by"."""
        return at < self.end and self.mask[at] == Tag.IN and self.lowered[at] == BY

    def _noun_is_verb(self, at: int, tag: str, auxiliary: str, before: str, after: str) -> bool:
        """Whether a form that may be a noun is a verb here."""
        if auxiliary:
            return auxiliary == Tag.WILL and tag == Tag.CLAIM
        if before == Tag.HIM:  # "the mayor herself calls it a fraud"
            heard = tag == Tag.CLAIM and self.lowered[at - 2] in PERCEIVES
            return heard or self.lowered[at - 1] in REFLEXIVES
        if after in _AFTER_FRAME and before in _ENDS_SUBJECT and self._follows_quotation(at):
            return True
        closes = after in Tags.END and before in _CLOSES_SUBJECT
        if closes and (self._closes_clause(at, tag) or self._is_inserted(at, tag)):
            return True
        quotes = before == Tag.NAME and self.mask.startswith(_THEN_QUOTES, at + 1)
        if quotes or before in _SUBJECTS:
            return True
        if before == Tag.COMMA and self.mask[at : self.end] == Tag.CLAIM + Tag.NOUN:
            return self.page.units[self.number].zone == "headline"  # "C, claim doctors"
        if after in Tags.NOMINAL and before in _CLOSES_SUBJECT and self._is_only_verb(at, tag):
            return True  # "The report blames greed."
        if before == Tag.NAME and tag == Tag.CLAIMS and _LABELS.match(self.mask, at + 1, self.end):
            return True  # "Venn calls trade a “theft”"
        agrees = tag == Tag.CLAIMS or self.is_plural(at - 1)
        if agrees and before in Tags.NOMINAL and self._heads_headline(at):
            return True  # "Venn claims rebels took the port", "Union slams deal as theft"
        if after == Tag.THAT and _RELATIVE.match(self.mask, at + 1, self.end):
            return False  # "protests that have gone on"
        if before == Tag.TO:
            return tag == Tag.CLAIM
        if tag == Tag.CLAIMS and before in Tags.NOMINAL and self._begins_clause(at):
            return True  # "A scheduler in Osk claims waits were hidden"
        if before == Tag.THAT and self._claims_after_noun(at, tag):
            return True  # "a group that claims the vote was stolen"
        wonders = after == Tag.IF and self.lowered[at + 1] in ASKING  # "residents wonder if"
        if before in _NO_SUBJECT or not (wonders or after in _AFTER_VERB):
            return False
        if before in _NOUN_OR_SOME or (before == Tag.CLAIMS and tag == Tag.CLAIM):
            return self._agrees_with_noun(at, tag, before, after)
        modified = tag == Tag.CLAIMS or self.mask[at - 2 : at - 1] in _BEFORE_MODIFIER
        if before in _DID and modified:
            return False  # "rejected claims that C", "a published report that C"
        return after == Tag.THAT or (tag == Tag.CLAIMS and before in _AFTER_INSERTION)

    def _agrees_with_noun(self, at: int, tag: str, before: str, after: str) -> bool:
        """Whether a form that may be a noun agrees with the noun before it, as its verb."""
        if after == Tag.THAT:
            one = self.lowered[at] in ORDERS and not self.is_plural(at - 1)
            one = one or not INDEFINITE_ARTICLES.isdisjoint(self.lowered[at - 2 : at - 1])
            if (one and tag == Tag.CLAIM) or self._after_adjective(at):
                return False  # "an executive order that bars", "states that are poor"
        last = self.word(at - 1)
        plural = last.lower() not in SINGULARS if before == Tag.SOME else last.endswith("s")
        if plural if tag == Tag.CLAIM else not plural or before == Tag.NAME:
            return True
        # "Farmers near the border report the fields burned": no other verb so far
        return after in _OPENS_CONTENT and FINITE_VERB.search(self.mask, self.low, at) is None

    def is_plural(self, at: int) -> bool:
        """Whether a noun is in the plural, by its ending or without one: "police"."""
        word = self.word(at)
        return word.endswith("s") or word.lower() in PLURALS_WITHOUT_S

    def _is_only_verb(self, at: int, tag: str) -> bool:
        """Whether a sentence has no other verb than the form at token `at`, which agrees."""
        plural = self.is_plural(at - 1)
        if plural != (tag == Tag.CLAIM) or self.mask[self.end - 1] != Tag.STOP:
            return False
        mask = self.mask
        return (
            mask[self.low] in _OPENS_SUBJECT
            and FINITE_VERB.search(mask, self.low, at) is None
            and FINITE_VERB.search(mask, at + 1, self.end) is None
            and Tag.COMMA not in mask[self.low : at]
        )

    def _begins_clause(self, at: int) -> bool:
        """Whether a subject with what hangs on it stands before token `at`, and a clause after."""
        subject = _WITH_PLACE.fullmatch(self.mask, self.low, at)
        return (
            subject is not None
            and not self.word(at - 1).endswith("s")
            and _CLAUSE_WITH_AUX.match(self.mask, at + 1, self.end) is not None
        )

    def _claims_after_noun(self, at: int, tag: str) -> bool:
        """Whether a noun that agrees and "that" stand before, and a clause or an object after."""
        heads = self.mask[at - 2] in _HEADS_RELATIVE or at - 2 == self.low
        agrees = self.lowered[at - 2].endswith("s") == (tag == Tag.CLAIM)
        return heads and agrees and _TAKEN.match(self.mask, at + 1, self.end) is not None

    def _heads_headline(self, at: int) -> bool:
        """Whether a headline's subject stands before token `at`, and after it what it reports.

        After a name a clause may follow, which has no article there; after others a label.
        """
        if self.page.units[self.number].zone != "headline" or at - self.low > _LONGEST_NAME:
            return False
        subject = self.mask[self.low : at]
        if subject.strip(Tags.NOMINAL + Tag.POSSESSIVE):
            return False
        named = not subject.strip(Tag.NAME)
        follows = _LABEL_NEXT.match(self.mask, at + 1, self.end)
        if follows is None and self.mask[at + 1 : at + 2] in _NAMED_NEXT:
            known = self.verb_at(at)
            if known is not None and known[0].frames & VERDICT:
                return True  # "Mayor calls drovers yokels"
            if known is not None and known[0].frames & BLAMES:
                return True  # "Villagers blame greed for fire"
        if follows is None and named:
            follows = _CLAUSE_NEXT.match(self.mask, at + 1, self.end)
        return follows is not None

    def _is_inserted(self, at: int, tag: str) -> bool:
        """Whether it stands in "as the mayor claims," or "C, the mayor claims, C"."""
        match = _INSERTED_SUBJECT.search(self.mask, max(self.low, at - _CLAUSE_REACH), at)
        if match is None or self.is_plural(at - 1) != (tag == Tag.CLAIM):
            return False
        first = match.start(1)
        if self.mask[first - 1] == Tag.AS:
            if first - 2 >= self.low and self.mask[first - 2] not in _BEFORE_AS:
                return False  # "such as the police reports,"
        elif (
            _GOES_ON.match(self.mask, at + 1, self.end) is None
            or FINITE_VERB.search(self.mask, self.low, first) is not None
        ):
            return False
        return can_say(self.page, (first, at))

    def _closes_clause(self, at: int, tag: str) -> bool:
        """Whether a clause, a comma and a short subject stand before: "…, the records show"."""
        headline = self.page.units[self.number].zone == "headline"
        named = headline and self.mask[at - 1] == Tag.NAME  # "…, Reyes claims"
        if self.is_plural(at - 1) != (tag == Tag.CLAIM) and not named:
            return False
        if headline:
            comma = self.mask.find(Tag.COMMA, self.low, at)
            subject = self.mask[comma + 1 : at]
            named = not subject.strip(Tags.NOMINAL + Tags.EITHER)
            return comma > 0 and len(subject) <= _LONGEST_NAME and named
        if _CLAUSE_AND_SUBJECT.search(self.mask, max(self.low, at - _CLAUSE_REACH), at) is None:
            return False
        return (
            tag == Tag.CLAIM
            or self.mask[self.mask.rfind(Tag.COMMA, 0, at) + 1] in _DEFINITE_SUBJECT
        )

    def _after_adjective(self, at: int) -> bool:
        """Whether "states that", "comments that" have an adjective or a preposition before."""
        word = self.word(at - 1)
        opens = at - 1 == self.low and word.lower() in PLAIN_ADJECTIVES | PRESS
        if opens or word in PLAIN_ADJECTIVES:
            return True  # "Recent claims that C are false", but "State media claims that C"
        if word.islower() and word.endswith(ADJECTIVE_ENDINGS) and word not in self.sources:
            return True
        start = at
        while start > self.low and self.mask[start - 1] in _MODIFIERS:
            start -= 1
        if start <= self.low or self.mask[start - 1] not in _LINKS:
            return False
        return FINITE_VERB.search(self.mask, self.low, start) is not None

    def _follows_quotation(self, at: int) -> bool:
        """Whether a whole quotation and a short subject stand right before token `at`."""
        closed = self.mask.rfind(Tag.CLOSE, self.low, at)
        return closed >= 0 and _SHORT_SUBJECT.fullmatch(self.mask, closed, at) is not None


def unit_reader(page: Page, number: int, words: Vocabulary) -> UnitReader:
    """Return a reader of one unit, for whoever looks up its verbs by another way."""
    reader = UnitReader(page, "", words)
    reader.turn_to(page.begins[number])
    return reader
