"""Words of English in and beside the names of those who speak."""

from __future__ import annotations

import re

from framing.language.calendar import DAYS, MONTHS, NEAR_DAYS, NO_DATES, SHORT_MONTHS
from framing.language.clitics import NAME_CLITICS
from framing.language.closed import ARTICLES, NUMBERS, QUANTIFIERS, REFLEXIVES

__all__ = [
    "ADJECTIVE_ENDINGS",
    "AFTER_HEAD",
    "AFTER_NAME",
    "AMONG_THEM",
    "ARTICLE_IN_NAMES",
    "BEFORE_OTHERS",
    "CLOSE_TO",
    "COMPLEMENTED",
    "COUNTED",
    "CREEDS_END",
    "DEFINITE",
    "ENDS_NAME",
    "FIGURES",
    "FORMER",
    "FORMULAS",
    "HIDDEN",
    "INDEFINITE",
    "ISSUED",
    "JOINED",
    "JOINED_ROLE",
    "JUNIORS",
    "LABELS_OF_PERSONS",
    "LANGUAGES_END",
    "LIKE_PEOPLE",
    "LINKED_PRONOUNS",
    "LINKING_PARTICLES",
    "LOOSE",
    "LOOSE_FIRST",
    "LOOSE_LAST",
    "NAME_PARTICLES",
    "NOT_HOLDING",
    "NO_GIVEN_NAMES",
    "NO_NAMES",
    "NO_NAMES_END",
    "NO_OFFICES",
    "NO_SPEAKERS",
    "OFFICES_AND_SURNAMES",
    "OFFICE_LINKS",
    "OF_OFFICE",
    "OF_OTHERS",
    "OF_WITHHELD",
    "PAIRING",
    "PARTICIPLES_END",
    "PEOPLES_END",
    "PEOPLE_END",
    "PERSONS_END",
    "PERSONS_NAMED",
    "PLAIN_ADJECTIVES",
    "PLURALS_WITHOUT_S",
    "PLURAL_BE",
    "PLURAL_ENDINGS",
    "PRESS",
    "SENT_WHEN",
    "SINGULARS",
    "THINGS_END",
    "THIS_TIME",
    "WHOLE",
    "WITHHELD",
]

SINGULARS = frozenset("one another each either neither any much enough half less".split())
"""Quantifiers that take a verb in the singular."""
ADJECTIVE_ENDINGS = (
    "al",
    "ive",
    "ous",
    "est",
    "ic",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "ish",
    "er",
)
PLAIN_ADJECTIVES = frozenset(
    """main key major minor top big new old real past other same such few own core sore recent fresh
    early earlier previous initial later false repeated similar further multiple unproven unfounded
    baseless widespread""".split()
)
"""Adjectives without such an ending before a noun that may be a verb: "the *main* issues that"."""
PLURAL_ENDINGS = ("s", "men", "people", "police", "children")
"""How nouns in the plural end: "*gunmen* use them"."""
PLURAL_BE = frozenset(("are", "were"))
NAME_PARTICLES = frozenset(NAME_CLITICS) | frozenset(
    """de la las los du del della da das di do dos y e van von der den ten ter zu zum af av bin bint
    ibn ben al el""".split()
)
"""What joins the parts of a name."""
LINKING_PARTICLES = tuple("bin ibn al el de del da di du la van von der den".split())
"""What may stand in lower case between a given name and a surname."""
PEOPLES_END = (
    "ans", "ats", "ists", "ese", "ims", "elis", "aqis", "anis", "enis", "udis", "alis", "itis",
    "shis", "atis",
)  # fmt: skip
"""What names of peoples and parties end in."""
PEOPLE_END = (*PEOPLES_END, "ers", "ors")
"""What they and words for several people end in: Iranians, dockers, doctors."""
CREEDS_END = ("s", "ist", "ic", "ian", "ish", "ese", "an", "at")
"""What names of peoples and creeds end in, which may judge: "was called *Marxist*"."""
LANGUAGES_END = tuple("ish ese ian ic brew atin urdu hindi ench eek utch".split())
"""What names of languages end in: "*Varenian* for “witches”"."""
JUNIORS = ("Jr", "Sr", "II", "III", "IV")
"""What tells a father from a son of the same name."""
NO_OFFICES = frozenset("mr mrs ms lt".split())
"""Titles that tell no office."""
NOT_HOLDING = frozenset("former ex then vice deputy assistant late acting would-be no".split())
"""Before an office: who is not the one called by it alone: "*former* Mayor Ana Venn"."""
FIGURES = frozenset(("figure", "figures"))
COUNTED = ARTICLES | frozenset(
    """official officials government federal state city police new latest recent early final
    preliminary provisional census sales market monthly weekly annual its their his""".split()
)
"""What stands before *figures* that are numbers, and no people."""
LIKE_PEOPLE = frozenset(
    """sanders rogers summers myers meyers powers chambers flowers peters waters sellers withers
    bowers ayers connors masters walters winters saunders landers childers anders biggers evers
    snyders conyers carruthers rodgers stuyvers travers""".split()
)
"""Surnames that end like a word for people."""
LABELS_OF_PERSONS = frozenset(
    """
    mum mom mam dad daddy mummy gran granny grandma grandpa grandad grandmother grandfather mother
    father widow widower pensioner fisherman fisherwoman trawlerman housewife schoolboy schoolgirl
    teenager student nurse teacher shopkeeper striker goalkeeper midfielder winger motorist
    passer-by eyewitness farmer mother-of-two mother-of-three mother-of-four father-of-two
    father-of-three father-of-four mum-of-two mum-of-three mum-of-four dad-of-two dad-of-three
    """.split()
)
"""What papers put before a full name, whatever the name: "Mum Asha Denn", "Striker Tam Kole"."""
PERSONS_NAMED = ("er", "or", "ist", "ian", "man", "woman", "ant", "can", "crat")
"""What words for persons end in, as far as no list has them: author, actor, economist."""
PERSONS_END = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "person")
"""What a noun ends in that "he" or "she" may stand for."""
THINGS_END = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ance", "ence",
    "ism", "ship", "hood", "ure", "ures", "age", "ages", "cy", "ing", "ings", "th",
)  # fmt: skip
"""What a noun ends in that names no one."""
PARTICIPLES_END = ("ed", "seen", "written", "given", "sent", "drawn", "made", "shown")
"""What a participle after a noun ends in: "a document *seen* by the paper"."""
OFFICES_AND_SURNAMES = frozenset("king prince major pope judge bishop dean justice marshal".split())
"""Offices that are surnames as well."""
OFFICE_LINKS = frozenset("of to for".split())
"""What stands between an office and what it is of, or whom one speaks for."""
OF_OFFICE = frozenset(
    """state defense defence staff labor labour war energy interior education commerce treasury
    health security transportation agriculture services justice affairs un nations eu""".split()
)
"""What an office is of: "Secretary of *State*"."""
AFTER_NAME = frozenset(", ( and of for in at on from with who which that whose to , near".split())
"""What may follow a name in the words of a source."""
BEFORE_OTHERS = frozenset(
    """of for at in from with by on to near over under against about between among after before
    during behind into through toward towards amid within""".split()
)
"""Prepositions before names of others than who speaks."""
WHOLE = frozenset("some many most few several both all others one none everyone nobody".split())
"""Words that stand for people by themselves: "*Some* say"."""
AFTER_HEAD = frozenset(
    """of for in at with on from to who which that whose about by , ( near against over under after
    before between among inside within outside across around behind throughout""".split()
)
"""What may follow the noun that heads a source."""
SENT_WHEN = frozenset((*DAYS, "this", "last"))
"""What follows when a text came out: "a poll released *this* week by the board"."""
NO_NAMES_END = ("ly", "ing")
"""What words with a capital end in that open a sentence and are no names: "*Typically*, he …"."""
ISSUED = frozenset("issued issues released wrote sent posted published tweeted emailed out".split())
"""What an author does with a text: "*issued* a statement saying that C", "put *out* a letter"."""
COMPLEMENTED = frozenset("close loyal critical hostile privy sympathetic".split())
"""Adjectives behind their noun, with what they take: "an official *close* to the talks"."""
INDEFINITE = frozenset("a an one another".split())
"""What opens a source that is one of several: "*a* source"."""
NO_GIVEN_NAMES = frozenset(
    """mr mrs ms dr president senator governor mayor minister secretary general king queen prince
    judge justice sir dame lord lady first representative former republican democrat democratic pro
    anti via like unlike top today yesterday new old watch read see listen meet related""".split()
) | ({*DAYS, *MONTHS, *NEAR_DAYS, *SHORT_MONTHS} - {"april", "june", *NO_DATES})
"""Words with a capital before a surname that are no given name."""
PAIRING = frozenset("both either".split())
"""Openers that say who it is where nothing is joined: "*both* sides"."""
_OPENERS = tuple("both even only and but either".split())
_PERIODS = tuple(
    """week month year night summer spring fall autumn winter weekend morning afternoon
    evening""".split()
)
_SELVES = sorted(REFLEXIVES)
_LATELY = tuple("yesterday today earlier initially alike too also still later already".split())
_WEEKDAYS = tuple(day.capitalize() for day in DAYS)
THIS_TIME = frozenset(("this",))
"""What opens a time before a subject: "*this* week officials said"."""
PRESS = frozenset(("news", "media", "press"))
"""Before "sources": those who publish, and whose names are known."""
NO_NAMES = ARTICLES | QUANTIFIERS | NUMBERS | {"other"}
"""What opens a source with a capital and begins no name."""
LOOSE_FIRST = frozenset((*_OPENERS, *(word.capitalize() for word in _OPENERS)))
"""What a source may begin with and is no part of who it is."""
_MEANWHILES = (
    "at one point", "at times", "at first", "in effect", "in turn", "in part", "in fact",
    "for the first time", "for his part", "for her part", "for its part", "for their part",
)  # fmt: skip
LOOSE_LAST = frozenset(
    (*_PERIODS, *_WEEKDAYS, *_SELVES, *_LATELY, *(words.split()[-1] for words in _MEANWHILES))
)
"""What it may end with: "Mr Venn *himself*"."""
LOOSE = re.compile(
    rf"^(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _OPENERS)})\s+(?=\w)"
    rf"|\s+(?:(?:late |early )?(?:last|this|next|earlier this)\s+(?:{'|'.join(_PERIODS)})"
    rf"|{'|'.join(_MEANWHILES)}"
    rf"|(?:on )?(?:{'|'.join(_WEEKDAYS)})|{'|'.join(_SELVES)}|{'|'.join(_LATELY)})$"
)
"""Both, with the words that go with them: "*late last week*"."""
JOINED = re.compile(r" (?:and|n?or) ")
"""What joins two who speak."""
ENDS_NAME = re.compile(r",|\(| who | which ")
"""What follows the name of a body that speaks and is no part of it."""
JOINED_ROLE = re.compile(r"\b(then|ex|former|acting|interim|vice)-(?=\w)|-elect\b", re.IGNORECASE)
"""What is joined to an office by a hyphen: "*then*-Secretary", "President-*elect*"."""
AMONG_THEM = re.compile(
    r",? (?:most notably|notably|including|chief among them|among them|especially) .*", re.DOTALL
)
"""Before who is but one of those who speak: "a handful of dockers, *most notably* Ana Venn"."""
OF_OTHERS = re.compile(r"\bthat (?:the|a|an|his|her|their) [^,.;]{1,40}$")
"""Before a name that is withheld: somebody else's, "asked *that the woman* not be named"."""
ARTICLE_IN_NAMES = re.compile("^[ae]l-(?=.)", re.IGNORECASE)
"""The Arabic article before a last name, by which nobody is known."""
FORMER = ("former", "then", "lady")
"""What stands between a title and a name: "First *Lady* Ana Venn"."""
FORMULAS = (
    r"anonymity",
    r"anonymously",
    r"on (?:deep )?background(?! \w*check)",
    r"not (?:to )?be (?:named|identified|quoted)(?: by name)?",
    r"n(?:ot|['’]t) (?:want|wish|like|agree) to be (?:named|identified|quoted)",
    r"(?:refus\w+|declin\w+|not want|not wish) to (?:give|provide|disclose|reveal|share)"
    r" (?:(?:his|her|their|a) )?(?:real |full |last )?(?:names?|identit)",
    r"(?:gave|giving|give) (?:no|only (?:his|her|their|a) first) name",
    r"on (?:the )?condition that (?:his|her|their|the) (?:full |last )?(?:names?|identity) not be",
    r"that (?:his|her|their) (?:full |last )?names? not be (?:used|given|published|printed)",
    r"without (?:giving|being|using) (?:(?:his|her|their|a) )?(?:names?|named|identified)\b",
    r"(?:not|n['’]t|un) ?authori[sz]ed to (?:speak|discuss|talk|comment|be)",
    r"(?:declined|refused|wish\w*|prefer\w*|asked) (?:not )?to be (?:named|identified)",
    r"withh(?:old|eld|olding) (?:(?:his|her|their|its) )?(?:full |last )?names?",
    r"names? (?:was|were|is|are|be|being) withheld",
    r"names? (?:has|have|had) (?:not )?been (?:changed|withheld|made public|kept back|released)",
    r"names? (?:is|are|was|were) (?:not )?being (?:kept back|made public|published|used)",
    r"(?:would|could) not (?:give|disclose|reveal|share) (?:his|her|their) (?:names?|identit)",
    r"(?:gave|gives?|giving) (?:his|her|their) (?:first )?names? (?:only )?as",
    r"not (?:allowed|permitted|cleared) to (?:speak|discuss|talk|comment|be)",
    r"(?:did|do|does)(?: not|n['’]t) give (?:(?:his|her|their|a) )?(?:full |last )?names?\b",
)
"""The formulas by which a sentence says so; each has a word of `OF_WITHHELD` in it."""
WITHHELD = re.compile("|".join(FORMULAS))
"""How a sentence says that a name, whoever's it is, is withheld."""
HIDDEN = re.compile(
    WITHHELD.pattern + r"|unnamed|anonymous|unidentified|not authori[sz]ed"
    r"|(?:familiar|acquainted) with (?!each)|(?:briefed|informed) (?:on|about) "
    r"|with (?:direct |first-?hand |intimate )?knowledge of ",
    re.IGNORECASE,
)
"""The same, and what of a source says that its name is."""
CLOSE_TO = re.compile(
    r"^[^,]*?\b(?:people|person|individuals?|sources?|men|man|women|woman|officials?|aides?|friends?"
    r"|advis[eo]rs?|lawmakers?|allies|ally|associates?|operatives?|strategists?|republicans?"
    r"|democrats?) (?:\w+ )?close to ",
    re.IGNORECASE,
)
"""The same of people by whom they know."""
OF_WITHHELD = frozenset(
    """anonymity anonymously name names named identity identities identified quoted background
    authorized authorised unauthorized unauthorised withheld withhold withholding allowed permitted
    cleared""".split()
)
"""Without one of these words no name is withheld; to look for them takes a tenth of the time."""
DEFINITE = frozenset("the his her their its this that".split())
"""What opens a source that was met before."""
LINKED_PRONOUNS = frozenset("he she his her him they their them it its".split())
"""Pronouns that stand for who was met before."""
NO_SPEAKERS = frozenset(
    """plan plans schedule law age size custom tradition need needs rank taste type weight height
    merit income wealth protocol circumstance circumstances ability""".split()
)
"""After "according to", with no article: what something is done by, and nobody who speaks."""
PLURALS_WITHOUT_S = frozenset("police people men women children clergy troops".split())
"""Plurals that end in no -s: "as the *police* claim"."""
