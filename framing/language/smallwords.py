"""Small English words that tell one construction from another, each named by what it does there."""

from __future__ import annotations

__all__ = [
    "AFTER_WHICH",
    "ALLEGED",
    "ALLEGED_BY",
    "AND",
    "ANY",
    "ASKED_IF",
    "ASKED_WHEN",
    "BEFORE_TITLES",
    "BESIDE_WITH",
    "BLAMED_ON",
    "BLAMED_ON_OR_FOR",
    "BORNE_AS",
    "BY",
    "CAN",
    "CHARGED_WITH",
    "CRIED_OF",
    "DENIED_BY_FEW",
    "EQUATED_WITH",
    "EVEN",
    "FOR_OR_TO",
    "FOR_OR_TO_OPENING",
    "FOUND",
    "FROM",
    "GATHERING",
    "HE_OR_SHE",
    "HIS_OWN",
    "IN",
    "INSIDE_NAMES",
    "IT",
    "IT_OR_ITS",
    "KNOWN",
    "MEANS_FOR",
    "MISTAKEN_FOR",
    "NEAR_PLACES",
    "NO",
    "NOT",
    "OF",
    "ONE",
    "OUT",
    "PERFECT",
    "POINT_OF_VIEW",
    "PUTS_IT",
    "PUT_DOWN_TO",
    "REASONS_FOR",
    "REASON_FOR",
    "REASON_OVER",
    "REASON_WITH",
    "RUNS_THE_ARGUMENT",
    "SAID_ABOUT",
    "SAID_LATER",
    "SEE",
    "SEEMING",
    "SHORT_OF",
    "SINGULAR_VERBS",
    "SOMETHING",
    "SO_CALLED",
    "SPOKEN_ABOUT",
    "SUCH",
    "SUPPOSED",
    "TALKS",
    "THE",
    "THEY_OR_THEIR",
    "THIS",
    "TOLD",
    "VERSION",
    "VOTE_HELD",
    "WARNING",
    "WAY",
    "WHICH",
    "WHO",
    "WITHOUT",
    "WORTH",
]

AFTER_WHICH = frozenset(("after", "despite"))
"""What opens that after which a thing is said, whatever it is: "attacked him *after* the vote"."""
ALLEGED = "alleged"
"""An adjective that holds a word at a distance, or a verb: "Venn *alleged* fraud"."""
ALLEGED_BY = ("by", "from")
"""What names whose a charge is: "fraud claims *from* the board"."""
AND = "and"
"""What joins two who speak, or the parts of a name."""
ANY = "any"
"""What opens a charge that is denied: "denied *any* fraud"."""
ASKED_IF = "if"
"""What opens a question that is reported, or a condition: "asked *if* C", "*If* C, she said"."""
ASKED_WHEN = "when"
"""What opens the time at which one spoke: "said it would act *when* asked"."""
BEFORE_TITLES = (",", "the", "of", "in", "on")
"""What stands before the title of a work: "the star *of* “Undertow”"."""
BESIDE_WITH = "with"
"""What stands before who is but beside a speaker: "*with* Ortiz, the mayor"."""
BLAMED_ON = "on"
"""What stands before the cause of a thing: "blamed the wreck *on* greed"."""
BLAMED_ON_OR_FOR = frozenset((BLAMED_ON, "for"))
"""The same, or what stands after it: "blamed greed *for* the wreck"."""
BORNE_AS = "as"
"""What stands, after "such", before words that a thing bears: "signs such *as* “Q”"."""
BY = "by"
"""What names who did or said it: "accused *by* the board"."""
CAN = "can"
"""What a paper does with its own news: "The Osk Post *can* reveal that C"."""
CHARGED_WITH = "with"
"""What stands before a charge: "was charged *with* theft"."""
CRIED_OF = frozenset(("of", "on", "about"))
"""What stands between a cry and its words: "shouts *of* “shame”"."""
DENIED_BY_FEW = "few"
"""A subject that is nobody: "*Few* would deny that C"."""
EQUATED_WITH = "with"
"""What stands before that which a thing is equated with: "equated the toll *with* theft"."""
EVEN = "even"
"""What opens, before "as", what the outlet adds: "said C, *even* as the rebels shelled it"."""
FOR_OR_TO = frozenset(("for", "to"))
"""To whom something is a thing: "*for* the opposition, C"."""
FOR_OR_TO_OPENING = frozenset(word.capitalize() for word in FOR_OR_TO)
"""The same at the start of a sentence."""
FOUND = "found"
"""What gives as often as it judges: "*found* the men a bed"."""
FROM = "from"
"""What stands before a standpoint: "*from* her standpoint"."""
GATHERING = "gathering"
"""A noun in -ing before "of": "a *gathering* of dockers"."""
VOTE_HELD = "held"
"""What is done with a vote, and tells of nothing: "a vote was *held* to choose C"."""
HE_OR_SHE = frozenset(("he", "she"))
"""One person who was met before."""
IN = "in"
"""What stands before a poll: "*in* a new survey, C"."""
INSIDE_NAMES = ("the", "and")
"""What stands in small letters inside the name of a body."""
IT = "it"
"""What stands for a body or for nothing: "the men *it* calls thugs", "puts *it* plainly"."""
IT_OR_ITS = frozenset(("it", "its"))
"""What stands for one body."""
KNOWN = "known"
"""What only names, and judges with "to" or a place: "*known* to many as a fraud"."""
MEANS_FOR = "for"
"""What stands between a language and what a word means: "Varenian *for* “witches”"."""
MISTAKEN_FOR = "for"
"""What a thing is mistaken for: "mistook the guests *for* bandits"."""
NEAR_PLACES = ("in", "at", "near")
"""What stands before the name of a place."""
NO = "no"
"""What says that a thing is not what is quoted: "is *no* “land grab”"."""
NOT = "not"
"""What denies what was asked: "*Not* according to the police"."""
OF = "of"
"""What stands between an office or a body and what it is of."""
ONE = "one"
"""One of several: "…, said *one*", "called the first *one* a rout"."""
HIS_OWN = "own"
"""What stands between a possessive and its noun: "on his *own* showing"."""
OUT = "out"
"""What belongs to a verb of issuing, and is no preposition: "put *out* a letter"."""
PERFECT = "have"
"""What opens, after "could", what was not done: "could *have* said that C"."""
POINT_OF_VIEW = "point"
"""Of what "view" is the end: "from her *point* of view"."""
PUTS_IT = frozenset(("put", "puts", "putting"))
"""What one does who says a thing in a way: "she *put* it this way: C"."""
PUT_DOWN_TO = "to"
"""What stands before the cause of a thing: "put it down *to* greed"."""
REASON_FOR, REASON_OVER, REASON_WITH = "for", "over", "with"
"""What opens a reason: "attacked her *for* her plan", "*over* it", "*with* burning it"."""
REASONS_FOR = frozenset((REASON_FOR, REASON_OVER))
"""Those of them after which any noun may stand."""
RUNS_THE_ARGUMENT = "runs the argument"
"""What passes on what is said: "C, *runs the argument*"."""
SAID_ABOUT = frozenset(("about", REASON_OVER))
"""What opens of what one was asked or told: "was pressed *about* the vote"."""
SAID_LATER = "would"
"""What goes on with a report in a sentence of its own: "He *would* be gone by May"."""
SEE = "see"
"""What those do who take a side, by which nobody says that they stood by: "critics *see* a C"."""
SEEMING = "seem"
"""What the forms of a verb of seeming begin with: "*seem*s dead"."""
SHORT_OF = "short"
"""What one stops who does not say a thing: "stopped *short* of saying that C"."""
SINGULAR_VERBS = frozenset(("is", "was", "has"))
"""What agrees with no noun in the plural: "the claims in the paper *is* that C"."""
SO_CALLED = " so called "
"""What holds a word at a distance, in two words."""
SPOKEN_ABOUT = "about"
"""What stands between a way of speaking and its words: "a rant *about* “Q”"."""
SOMETHING = "something"
"""What a relative clause without "that" may hang on: "*something* experts said would help"."""
SUCH = "such"
"""What opens instances: "signs *such* as “Q”", "on *such* points as theft"."""
SUPPOSED = "supposed"
"""What doubts, or tells how it ought to be: "was not *supposed* to be this way"."""
TALKS = "talks"
"""A noun of saying that is a meeting: "the *talks* that were held"."""
THE = "the"
"""The article that tells of what was met before."""
THEY_OR_THEIR = frozenset(("they", "their", "them"))
"""What stands for several."""
THIS = "this"
"""What opens the writer's own place or text: "*this* newspaper believes"."""
TOLD = "told"
"""What is done to hearers: "the court was *told*"."""
VERSION = "version"
"""A text that was corrected since: "an earlier *version* said that C"."""
WARNING = "warning"
"""A noun in -ing before "that": "a stark *warning* that C"."""
WAY = "way"
"""How one tells it: "the *way* she tells it"."""
WHICH = "which"
"""What stands for a thing that was told: "*which* explains why C"."""
WHO = "who"
"""What opens what is told of a person."""
WITHOUT = "without"
"""What comes before what is not said: "left *without* saying that C"."""
WORTH = "worth"
"""What comes before what anybody may say: "it is *worth* asking how C"."""
