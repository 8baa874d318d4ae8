"""British and American spellings of one word, by stem tables and guarded endings.

Only pairs that mean the same in both spellings are here: "cheque" is not made "check", nor
"storey" "story", because the other word would be matched as well.
"""

from __future__ import annotations

import functools
import re

__all__ = ["one_spelling", "spellings", "with_points"]

# British stem → American stem, at a word's start, whatever ending follows …
_STEM_PAIRS = (
    "armour:armor behaviour:behavior candour:candor clamour:clamor colour:color "
    "demeanour:demeanor discolour:discolor dishonour:dishonor disfavour:disfavor "
    "endeavour:endeavor favour:favor fervour:fervor harbour:harbor honour:honor "
    "humour:humor labour:labor misbehaviour:misbehavior neighbour:neighbor "
    "rancour:rancor rigour:rigor rumour:rumor saviour:savior splendour:splendor "
    "tumour:tumor unfavour:unfavor valour:valor vapour:vapor vigour:vigor "
    "paediatric:pediatric foetus:fetus foetal:fetal anaesthe:anesthe anaemi:anemi "
    "haemorrhag:hemorrhag archaeolog:archeolog encyclopaedi:encyclopedi "
    "manoeuvr:maneuver sceptic:skeptic plough:plow defenceless:defenseless"
)
# … unless the ending is one of those that both spell without the u ("humorous").
_SHARED = ("ous", "ary", "ation", "ific", "ist", "itory")

# Whole words that differ, with the endings given.
_WORD_PAIRS = (
    "centre:center centres:centers centred:centered centring:centering "
    "theatre:theater theatres:theaters calibre:caliber calibres:calibers "
    "sabre:saber sabres:sabers spectre:specter spectres:specters sombre:somber "
    "defence:defense defences:defenses offence:offense offences:offenses "
    "pretence:pretense pretences:pretenses licence:license licences:licenses "
    "programme:program programmes:programs catalogue:catalog catalogues:catalogs "
    "grey:gray greys:grays ageing:aging judgement:judgment judgements:judgments "
    "acknowledgement:acknowledgment acknowledgements:acknowledgments "
    "aluminium:aluminum enrolment:enrollment enrolments:enrollments "
    "instalment:installment instalments:installments wilful:willful "
    "wilfully:willfully skilful:skillful skilfully:skillfully fulfil:fulfill "
    "fulfils:fulfills enrol:enroll enrols:enrolls traveller:traveler "
    "travellers:travelers councillor:councilor councillors:councilors "
    "counsellor:counselor counsellors:counselors analogue:analog sulphur:sulfur "
    "woollen:woolen marvellous:marvelous storeyed:storied moustache:mustache "
    "moustaches:mustaches pyjamas:pajamas sceptre:scepter ochre:ocher lustre:luster"
)
_STEMS = dict(pair.split(":") for pair in _STEM_PAIRS.split())
_WORDS = dict(pair.split(":") for pair in _WORD_PAIRS.split())
_AMERICAN_WORDS = {american: british for british, american in _WORDS.items()}
_AMERICAN_STEMS = {american: british for british, american in _STEMS.items()}
#: How the words begin that may be written with one of the stems, none of which is shorter.
_OPENINGS = frozenset(stem[:4] for stem in (*_STEMS, *_AMERICAN_STEMS))

_INITIALS = re.compile(r"\b(?![IVX]+\b)[A-Z]{2,5}(?=s?\b)(?![-.]\d)")
_ISE = re.compile(r"(\w{3,}?)(is|iz)(e|es|ed|ing|er|ers|ation|ations|able)\Z")
_YSE = re.compile(r"(anal|paral|catal|dial|electrol|hydrol)(ys|yz)(e|es|ed|ing|er|ers)\Z")
_S_STEMS = (
    "adv advert ar chast circumc compr comprom conc dem desp dev disgu enterpr exc exerc "
    "expert franch improv inc merchand prem prec prom ra pra rev r superv surm surpr telev "
    "treat w no cru bru po gu disenfranch enfranch likew otherw appra repr parad an appr "
    "upra fundra overra uncomprom unprom requ aud exorc adverti televi malaprop prac "
    "underexerc supra lou ma va na misadv readv counterw"
)
_Z_STEMS = "pr se s caps downs ups res overs outs unders fr ma super"
_ALWAYS_S = frozenset(_S_STEMS.split())
_ALWAYS_Z = frozenset(_Z_STEMS.split())
_DOUBLED = re.compile(
    r"(barrel|bevel|cancel|carol|channel|chisel|counsel|cudgel|dial|dishevel|duel|enamel|equal|"
    r"fuel|funnel|gambol|gavel|gravel|grovel|initial|jewel|kennel|label|laurel|level|libel|"
    r"marshal|marvel|medal|metal|model|panel|parcel|pedal|pencil|pummel|quarrel|ravel|refuel|"
    r"revel|rival|shovel|shrivel|signal|snivel|spiral|squirrel|stencil|swivel|symbol|total|"
    r"towel|travel|trial|tunnel|unravel|weasel|yodel)(l?)(ed|ing|er|ers)\Z"
)


@functools.lru_cache(maxsize=65_536)
def spellings(word: str) -> tuple[str, ...]:
    """Return the word, and its other spelling where there is one.

    Examples
    --------
    >>> spellings("neighbours"), spellings("paralyzed"), spellings("promise")
    (('neighbours', 'neighbors'), ('paralyzed', 'paralysed'), ('promise',))
    """
    other = _other(word.lower())
    if other is None or other == word.lower():
        return (word,)
    if word.isupper():
        return (word, other.upper())
    return (word, other[:1].upper() + other[1:] if word[:1].isupper() else other)


def one_spelling(word: str) -> str:
    """Return the word in one of its spellings, the same whichever it is written in.

    Examples
    --------
    >>> one_spelling("defence") == one_spelling("defense"), one_spelling("border")
    (True, 'border')
    """
    return min(spellings(word))


def with_points(form: str) -> tuple[str, ...]:
    """Return the form, and with a point after each letter of its initials, as some papers write.

    Initials are two to five capitals that are no Roman number, with the s of a plural or without.

    Examples
    --------
    >>> with_points("anti-LGBT laws"), with_points("WMDs"), with_points("Title II rules")
    (('anti-LGBT laws', 'anti-L.G.B.T. laws'), ('WMDs', 'W.M.D.s'), ('Title II rules',))
    """
    if form.islower():
        return (form,)
    pointed = _INITIALS.sub(lambda found: "".join(f"{letter}." for letter in found[0]), form)
    return (form,) if pointed == form else (form, pointed)


def _other(word: str) -> str | None:
    found = _WORDS.get(word) or _AMERICAN_WORDS.get(word)
    if found:
        return found
    for table in (_STEMS, _AMERICAN_STEMS) if word[:4] in _OPENINGS else ():
        for size in range(min(len(word), 12), 3, -1):
            stem, ending = word[:size], word[size:]
            if stem in table and not (stem.endswith("or") and ending.startswith(_SHARED)):
                return table[stem] + ending
    doubled = _DOUBLED.match(word) if word.endswith(("ed", "ing", "er", "ers")) else None
    if doubled:
        stem, extra, ending = doubled.groups()
        return f"{stem}{'' if extra else 'l'}{ending}"
    return _ending(word)


def _ending(word: str) -> str | None:
    match = _YSE.match(word)
    if match:
        stem, middle, ending = match.groups()
        return f"{stem}{'yz' if middle == 'ys' else 'ys'}{ending}"
    match = _ISE.match(word)
    if match is None:
        return None
    stem, middle, ending = match.groups()
    if stem in (_ALWAYS_S if middle == "is" else _ALWAYS_Z):
        return None
    return f"{stem}{'iz' if middle == 'is' else 'is'}{ending}"
