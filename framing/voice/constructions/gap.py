"""Clauses with a gap where the subject was: "a job that economists say is safe"."""

from __future__ import annotations

from typing import Final

from framing.language.closed import DETERMINERS
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import SEES
from framing.values import Span
from framing.voice.grammar.ends import clause_end
from framing.voice.grammar.subjects import noun_before
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import CLAUSE, LABELS, VERDICT, Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["RULES", "is_naming_relative", "read_after_noun", "read_gap", "read_named"]

RULES: Final = (
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
    Rule(
        "named-by",
        "the name that a relative clause says somebody gives (the men the ministry calls …)",
        "leading",
        yes=(
            "The men the ministry calls ⟦terrorists⟧ were buried on Monday.",
            "The dockers whom Brandt described as ⟦thugs⟧ left the port.",
            "A raid the mayor labels a ⟦massacre⟧ ended the war.",
            "They buried the men that the ministry branded ⟦traitors⟧.",
            "The army shot those it calls ⟦thugs⟧.",
            "A law critics call an ⟦amnesty⟧ was passed.",
            "It is a law many see as an ⟦amnesty⟧.",
        ),
        no=(
            "The men the ministry calls traitors were shot by ⟦rebels⟧.",
            "In the capital the ministry calls the men ⟦terrorists⟧.",
            "The ⟦thugs⟧ the ministry calls loyal were freed.",
            "The calls the ministry labels carry no ⟦sham⟧ numbers.",
        ),
    ),
)

_ENDS_NOUN = any_of("nominal|ing|cut|dash|right|aside")
_GAP = pattern("<adv>? (?:<present-form> | <participle|wrote> (?!<to>))")
_NEW_PHRASE = pattern(
    """
    (?<=<nominal|ing>) <det|he> (?=<^of>)
    | (?<=<noun>) <name>
    """
)


# "the men | whom the ministry", "the men | the ministry", read up to the verb that names.
_NAMER = (
    "(?: <the|some> <nominal|adv|number|possessive|past>{0,4} <nominal|claims> | <pronoun> | <some>"
)
_RELATIVE_NAMER = pattern(
    f"(?: <nominal|either> ,? <who|that> | <what> ) ({_NAMER} | <name>{{1,4}} | <noun> )) $"
)
_NAMERS = frozenset(("group", "institution"))
_REDUCED_NAMER = pattern(
    f"""
    (?: <det|possessive> <noun-like|adv|number|past|name>{{0,3}} <noun-like|week>
        | <the> (?= <he|it> ) )
        ({_NAMER} | <name>{{1,4}} | <noun> )) $
    """
)
_TO_DO = "(?: <adv>? <to> <noun|present|say|claim|put|sure|be> (?= <det|him|noun>) {core} )?"
_NAME_GIVEN = pattern(
    "(?: (?<= <as> ) | <as> )? ((?! <name|him|pronoun|open> | <some> <of>) {core} "
    f"{_TO_DO} {{pp}}{{0,2}} {_TO_DO} )"
    " (?= <adv>*+ <finite> | <end|and|dash|right|in|if|who|that|colon> | $)"
)
_NAME_SAID = pattern(
    f"(?: (?<= <as> ) | <as> ) ((?! “ ) {{core}} {_TO_DO} {{pp}}{{0,2}} {_TO_DO} )"
)
_AS_NAMER = pattern(f", <as> ({_NAMER} | <name>{{1,4}} | <noun> )) $")
_CALLED = pattern("(?: <him|it> | {core} {pp}? ) (?= <comma|stop|dash> )")
_FARTHEST_NAMER = 24
_OPENS_ADJUNCT = any_of("in|to|if|as")
_DEFINITE = DETERMINERS - INDEFINITE


def is_naming_relative(reader: UnitReader, at: int, stop: int) -> bool:
    """Whether a verb of naming at token `at` ends a relative clause: "the men | whom they call"."""
    return _named(reader, at, stop) is not None


def _named(reader: UnitReader, at: int, stop: int) -> tuple[Span, Span] | None:
    """Return who names in a relative clause, and the name, or None."""
    mask, low = reader.mask, max(reader.low, at - _FARTHEST_NAMER)
    said = _NAME_SAID.match(mask, stop, reader.end)
    given = said or _NAME_GIVEN.match(mask, stop, reader.end)
    if given is None or Tag.OPEN in mask[given.start(1) : given.end(1) + 1]:
        return None
    if said is None and reader.lowered[given.start(1)] in _DEFINITE:
        return None  # "what the mayor called the council for"
    namer = _RELATIVE_NAMER.search(mask, low, at)
    if namer is None:
        namer = _REDUCED_NAMER.search(mask, low, at)
        fronted = said is None and FINITE_VERB.search(mask, reader.low, at) is None
        if namer is None or (fronted and mask[reader.low] in _OPENS_ADJUNCT):
            return None  # "In the capital the ministry called an election"
    first, last = namer.start(1), namer.end(1) - 1
    bare = first == last and mask[first] == Tag.NOUN  # "a law critics call an amnesty"
    if bare and _NAMERS.isdisjoint(reader.sources.get(reader.lowered[last], ())):
        official = "official" in reader.sources.get(reader.lowered[last], ())
        if not official or not reader.lowered[last].endswith("s"):
            return None
    return namer.span(1), given.span(1)


def _as_called(reader: UnitReader, at: int, stop: int) -> tuple[Span, Span] | None:
    """Return who names in "the hook, as they call the mayor,", and the name before, or None."""
    mask, low = reader.mask, max(reader.low, at - _FARTHEST_NAMER)
    if _CALLED.match(mask, stop, reader.end) is None:
        return None
    namer = _AS_NAMER.search(mask, low, at)
    if namer is None or mask[namer.start() - 1] not in Tags.NOMINAL:
        return None
    if reader.lowered[stop - 1] in SEES:
        return None  # "The tax is theft, as Venn sees it"
    return namer.span(1), noun_before(mask, reader.low, namer.start())


def read_named(reader: UnitReader, verb: Verb, cue: Span) -> bool:
    """Read "the men the ministry calls terrorists": of all this only the name is its own."""
    if not verb.frames & (VERDICT | LABELS):
        return False
    found = _as_called(reader, *cue) or _named(reader, *cue)
    if found is None:
        return False
    reader.add("named-by", "leading", verb, found[0], cue, [found[1]])
    return True


def read_gap(
    reader: UnitReader, verb: Verb, source: Span, cue: Span, first: int, stop: int
) -> bool:
    """Read "a job that economists say is safe": the clause's subject stands before."""
    mask = reader.mask
    if not may_leave_gap(reader, verb, stop):
        return False
    end = clause_end(mask, stop, reader.end, reader.around(False, True))
    content = [(stop, end)]
    if mask[first - 1] in Tags.OPENS_CLAUSE:
        content.insert(0, (first - 1, first))
    reader.add("leading-gap", "leading", verb, source, cue, content)
    return True


def may_leave_gap(reader: UnitReader, verb: Verb, stop: int) -> bool:
    """Whether the verb of a clause whose subject stands before may follow: "say | is safe"."""
    return bool(verb.frames & CLAUSE) and _GAP.match(reader.mask, stop, reader.end) is not None


def read_after_noun(reader: UnitReader, verb: Verb, source: Span | None, cue: Span) -> None:
    """Read "a decision they say was wrong", "a job the mayor said was safe"."""
    mask = reader.mask
    if source is None or source[1] != cue[0]:
        return
    for match in _NEW_PHRASE.finditer(mask, source[0] + 1, source[1]):
        source = (match.start(), source[1])
    if mask[source[0] - 1] in _ENDS_NOUN:
        read_gap(reader, verb, source, cue, source[0], cue[1])
