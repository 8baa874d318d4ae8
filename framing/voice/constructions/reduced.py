"""What a participle calls its noun: "the raid, branded a massacre by X", "works deemed bad"."""

from __future__ import annotations

from framing.language.joiningwords import ONCE
from framing.language.smallwords import CHARGED_WITH
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import GIVES_NAMES
from framing.values import Span
from framing.voice.constructions.passive import passive_end, read_labelled
from framing.voice.grammar.subjects import noun_before
from framing.voice.quoted.titledquotes import names_after, only_named
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import ACCUSES, HEARSAY, LABELS, LIKENS, VERDICT, Verb
from framing.voice.verbs.accusers import accuser_after, charge_at, read_accused
from framing.voice.verbs.infinitives import claims_to
from framing.voice.verbs.quotedas import is_quoted_as_saying
from framing.voice.verbs.unitreader import UnitReader
from framing.voice.verbs.verdicts import LABEL_FIRST

__all__ = ["opens_label", "read_reduced"]

_SET_OFF = pattern("<^finite|comma>{1,9} ,")
_SET_OFF_ONE = pattern("<adv>? <past|said> ,")
_BARE = pattern("(<adv>? (?: <noun-like>{1,2} | <past|ing|adv> ))")
_THEN_VERB = pattern("<finite>")
_OBJECT_AFTER = any_of("in|of|to|past|present|aux|ing")
_MAIN_VERB = pattern(
    "<aux|says|wrote> | (?<= <nominal>) (?: <past> (?! <in>) | <claims> (?= <det|him>))"
)
_NOUNS = any_of("nominal|det|number|either")
_PASSIVE_VERBS = any_of("have|be|present|noun|put|say|claim")
_NAMING = VERDICT | LABELS
_OPENS_BARE = any_of("noun-like|past|ing|said|adv")


def opens_label(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Whether what a participle at `at` calls its noun opens at token `stop`.

    A bare word after a verb that gives names, too, may be a name: "a dance called clogging".
    """
    if stop >= reader.end:
        return False
    if reader.lowered[stop] in INDEFINITE:
        return True
    if reader.lowered[at] in GIVES_NAMES or not verb.frames & VERDICT:
        return False
    return reader.mask[stop] in _OPENS_BARE


def _label_set_off(reader: UnitReader, stop: int) -> int:
    """Where what is set off with its participle ends, from token `stop` on; or -1.

    "The mayor, dubbed a tyrant, left", "the law, often called cruel, stands".
    """
    match = _SET_OFF.match(reader.mask, stop, reader.end)
    match = match or _SET_OFF_ONE.match(reader.mask, stop, reader.end)
    return -1 if match is None else match.end() - 1


def _bare_label(reader: UnitReader, verb: Verb, noun: Span, at: int, stop: int) -> Span | None:
    """Return a label without article after a noun and its participle at `at`, or None.

    "Works deemed degenerate hung there", "it shows works deemed degenerate"; no "the board deemed
    repairs too dear".
    """
    if stop >= reader.end or reader.lowered[stop] in INDEFINITE:
        return None
    if not opens_label(reader, verb, at, stop):
        return None
    label = _BARE.match(reader.mask, stop, reader.end)
    if label is None:
        return None
    before = reader.mask[noun[0] - 1] if noun[0] > reader.low else Tag.EDGE
    follows = _THEN_VERB.match(reader.mask, label.end(), reader.end) is not None
    return label.span(1) if follows or before in _OBJECT_AFTER else None


def read_reduced(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Read a participle after its noun: "the raid, branded a massacre by X, …"."""
    mask, frames = reader.mask, verb.frames
    phrase = _phrase_start(reader, at)
    noun = noun_before(mask, reader.low, phrase - 1 if mask[phrase - 1] == Tag.COMMA else at)
    if noun[0] < reader.low:
        return False  # ", called a thug": a text that begins with a comma
    if noun[0] > reader.low and mask[noun[0] - 1] in Tags.OPENS_CLAUSE:
        return False  # "what the governor described as a fraud"
    if frames & HEARSAY and mask[stop : stop + 1] == Tag.TO:
        return _read_held(reader, verb, at, stop)
    if mask[at - 1] in Tags.NOMINAL + Tag.COMMA + Tag.LEFT:
        charged = _read_charged(reader, verb, at, stop)
        if charged is not None:
            return charged
    if not frames & _NAMING or is_quoted_as_saying(reader, at, stop):
        return False
    subject = noun if mask[noun[0]] in _NOUNS else None
    if read_labelled(reader, verb, at, stop, subject):
        return True
    labelled = stop - (mask[stop - 1] == Tag.AS)
    if mask.startswith(Tag.AS, labelled) and LABEL_FIRST.match(mask, labelled + 1, reader.end):
        return False  # "Brandt rejected as absurd the claim"
    return _read_label(reader, verb, at, stop, phrase, noun)


def _phrase_start(reader: UnitReader, at: int) -> int:
    """Where a participle begins with its adverbs: "widely | viewed as", "once deemed a cult"."""
    mask, phrase = reader.mask, at
    while phrase > reader.low + 1 and (
        mask[phrase - 1] == Tag.ADV
        or (mask[phrase - 1] == Tag.BUT and phrase < at)
        or reader.lowered[phrase - 1] in ONCE
    ):
        phrase -= 1
    return phrase


def _read_held(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Read "forces, thought to include C"."""
    before_verb = reader.mask[stop + 1 : stop + 2] in _PASSIVE_VERBS
    if not before_verb or claims_to(reader, verb, at, stop):
        return False
    end = passive_end(reader, stop, at)
    reader.add("passive", "passive", verb, None, (at, stop), [(stop, end)])
    return True


def _read_charged(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool | None:
    """Read "the mayor, accused of theft, left", "likened to theft by X"; None if it is neither."""
    mask = reader.mask
    if verb.frames & ACCUSES:
        with_it = reader.lowered[stop] == CHARGED_WITH and mask[stop + 1 : stop + 2] != Tag.THE
        charge = charge_at(reader, stop)
        if with_it or mask[charge : charge + 1] == Tag.OF:
            return read_accused(reader, verb, at, charge)
    if not verb.frames & LIKENS or not mask.startswith(Tag.TO, stop):
        return None
    by = accuser_after(reader, stop, passive_end(reader, stop, at))
    if by is not None:  # no figures "compared to the year before"
        reader.add("passive", "passive", verb, by, (at, stop), [(stop, by[0] - 1)])
    return by is not None


def _read_label(
    reader: UnitReader, verb: Verb, at: int, stop: int, phrase: int, noun: Span
) -> bool:
    """Read a label that nobody is named to give: "works deemed bad", "Venn, dubbed a thug,"."""
    mask = reader.mask
    bare = mask[at - 1] in Tags.HEAD
    said = mask[stop - 1] == Tag.AS or mask.startswith(Tag.AS, stop)
    aside = _label_set_off(reader, stop) if mask[phrase - 1] == Tag.COMMA else -1
    adverb = phrase < at and verb.frames & VERDICT
    if aside > 0 and (said or adverb or opens_label(reader, verb, at, stop)):
        bare = said = True  # "the mayor, dubbed a tyrant, left", "the law, often called cruel,"
    label = _bare_label(reader, verb, noun, at, stop) if bare and not said else None
    if label is not None:  # "works deemed degenerate"
        reader.add("passive", "passive", verb, None, (at, stop), [noun, label])
        return True
    headline = reader.page.units[reader.number].zone == "headline"
    if headline and (mask[stop - 1] == Tag.AS or reader.lowered[stop] in INDEFINITE):
        bare = said = True  # "Offer branded an insult"
    only = not headline and only_named(reader, at, stop)
    if not bare or not said or only or names_after(reader, stop):
        return False
    end = passive_end(reader, stop, at) if aside < 0 else aside
    main = _MAIN_VERB.search(mask, stop + 1, end) if aside < 0 else None
    end = end if main is None else main.start()
    parts = [*([noun] if mask[noun[0]] in _NOUNS else []), (stop, end)]
    reader.add("passive", "passive", verb, None, (at, stop), parts)
    return True
