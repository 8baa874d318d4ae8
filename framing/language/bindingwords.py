"""Small English words around a naming, by which it is told who does it, suffers it or has it."""

from __future__ import annotations

import re

from framing.language.closed import NUMBERS

__all__ = [
    "ADMINISTRATION",
    "AFTER_OWNER",
    "AT_PLACES",
    "BEFORE_CLAUSES",
    "BEFORE_PLACES",
    "BEFORE_TIMES",
    "CHARGED_WITH_A_DEED",
    "CLAUSE_ENDS",
    "CLOSES_NAME",
    "CLOSES_PREDICATE",
    "DISPUTED_AREAS",
    "ENDS_LIST",
    "ENDS_OF_BODIES_NAMED",
    "GOES_ON",
    "HAVING_DONE",
    "INSIDE",
    "IN_OFFICE",
    "ITS_WORST",
    "JOINING",
    "JOINS_CLAUSES_TOO",
    "LEAVING",
    "MADE_SURE",
    "NAMED_AS",
    "NEGATING",
    "OF_HIS",
    "OF_OR_ELECT",
    "OPENS_CLAUSE",
    "PARTICIPLE_ENDS",
    "PLACING",
    "PLACING_A_NAME",
    "PLACING_FIRST",
    "PRESIDENT_OF",
    "REASONS_BEFORE_AGENT",
    "REJECTING",
    "SURNAMES_AND_VERBS",
    "TAKES_UP",
    "TELLS_ANEW",
    "TELLS_OF",
    "THE_GROUP",
    "THE_PRESIDENT",
    "TO_WHOM",
    "TURNING",
    "WHEN_ALONE",
    "WHERE_OR_WHEN",
    "WHOSE_ALREADY",
    "WHOSE_ANOTHER",
]

ADMINISTRATION = " administration"
"""The body that somebody in office leads."""
AFTER_OWNER = (" of ", " into ", " against ")
"""After a noun: what it is of is another party: "the raid *of* V"."""
AT_PLACES = frozenset("in at near outside".split())
"""What stands before a name that is a place."""
BEFORE_CLAUSES = frozenset(
    (
        ",",
        "that",
        "said",
        "says",
        "when",
        "while",
        "but",
        "because",
        "as",
        "if",
        "after",
        "where",
        "whether",
    )
)
"""What stands right before a clause."""
BEFORE_PLACES = (
    " in ",
    " near ",
    " at ",
    " outside ",
    " around ",
    " inside ",
    " downtown ",
    " central ",
)
"""What stands before a place that is called like a party: "*downtown* Osk"."""
BEFORE_TIMES = frozenset("last next early late".split())
"""What opens a time beside a noun: "the raid *last* week"."""
CHARGED_WITH_A_DEED = frozenset(("of", "for", "with", "from", "about", "to"))
"""What stands between a charge and the deed: "accused *of* the raid"."""
CLAUSE_ENDS = (", ", "; ", " who ", " which ", " while ", " but ", " said ", " says ", " that ")
"""What ends the clause of a noun."""
CLOSES_NAME = frozenset((",", ".", ")", "|", ";", "who", "which"))
"""What ends a party that stands beside its noun: "the leader Fenn, *who* lied"."""
CLOSES_PREDICATE = frozenset((",", ".", ";", ")", "who", "and"))
"""What ends what somebody is said to be."""
DISPUTED_AREAS = (
    "west bank",
    "gaza",
    "east jerusalem",
    "golan heights",
    "kashmir",
    "western sahara",
)
"""Areas that are no states, in which it is disputed whose forces are at home."""
ENDS_LIST = frozenset((",", ".", ";", "|", ")", "!", "and", "or", "who", "whose"))
"""What ends a list of parties."""
ENDS_OF_BODIES_NAMED = re.compile(
    r" (?:Act|Alliance|Association|Awards?|Blog|Caucus|Center|Coalition|College|Foundation|Fund|Inc"
    r"|Initiative|Institut(?:e|ion)|League|Magazine|PAC|Prize|Society|University)\b"
)
"""Words after a surname that make it the name of a body: "the Fenn *Foundation*"."""
GOES_ON = frozenset(("and", "but", ","))
"""What goes on after a verb with another: "raided *and* burned"."""
HAVING_DONE = (" has ", " have ", " had ")
"""What stands before a participle: "they *have* raided V"."""
INSIDE = frozenset("in inside into across throughout within".split())
"""What stands before the place that somebody is in or enters."""
IN_OFFICE = (" administration", " presidency")
"""What makes a surname the body that its bearer leads: "the Orlow *administration*"."""
JOINING = (" and ", " or ", " & ")
"""What joins two owners: "Fenn *and* Venn's raid"."""
JOINS_CLAUSES_TOO = frozenset(("after", "before", "since", "as", "than"))
"""Prepositions that join clauses as well: "*after* they raided V"."""
LEAVING = (" withdr", " pull", " leav", " left ", " depart", " evacuat", " retreat")
"""How verbs begin after which "from" and "out of" say where somebody was."""
MADE_SURE = (" sure ", " certain ", " clear ", " good ")
"""What one makes who does nothing oneself: "made *sure* the raid passed"."""
NAMED_AS = (", ", " called the ", " called ", " named ", " known as the ", " known as ")
"""What stands between a noun and the name of one it calls so."""
NEGATING = ("not ", "never ")
"""What stands between an auxiliary and its verb and denies it."""
OF_HIS = (" of his ", " of her ")
"""After a noun: what it is of is a person's."""
OF_OR_ELECT = (" of ", " elect ")
"""What makes a title that of another: "President *elect*"."""
OPENS_CLAUSE = frozenset(
    ("the", "a", "'", "|", "but", "and", "when", "while", "because", "after", "before", "once")
)
"""What a clause with a subject of its own opens with."""
PARTICIPLE_ENDS = ("ed", "ing", "en")
"""What participles end in."""
PLACING = frozenset("in on at near from across into through inside throughout".split())
"""What stands before the place of a deed."""
PLACING_A_NAME = frozenset("in from at near into across".split())
"""What stands before a name that is a place and no person."""
PLACING_FIRST = frozenset(("in", "on", "at", "from", "across", "inside"))
"""What opens a place that a sentence begins with: "*In* Osk the army raided V"."""
PRESIDENT_OF = " president of "
"""Before whom a president leads."""
REASONS_BEFORE_AGENT = frozenset("for of against to over about on with as from into".split())
"""Prepositions that a passive may have before its "by"."""
REJECTING = ("rejected the claim", "denied the claim", "disputed the claim")
"""What denies that a deed was done."""
ITS_WORST = ("its worst", "its deadliest", "its bloodiest", "its first", "its biggest")
"""What makes a noun its place's own: "*its worst* massacre"."""
SURNAMES_AND_VERBS = frozenset("bill chase drew grant hope mark may pat rob sue will".split())
"""Given names that are words."""
TAKES_UP = frozenset(("the", "this", "that"))
"""What opens a noun that takes up what was told: "*the* raid"."""
TELLS_ANEW = (
    frozenset("a an another any no every each other further more second third".split()) | NUMBERS
)
"""What opens a noun that tells of another deed: "*another* raid"."""
TELLS_OF = frozenset(("a", "an", "the", "former", "who"))
"""What opens words between commas that tell who somebody is: "Fenn, *a* docker,"."""
THE_GROUP = "the group"
"""A body that is met again without a name."""
THE_PRESIDENT = "the president"
"""Who is met again without a name."""
TO_WHOM = frozenset(("of", "on", "against", "by", "to", "with"))
"""After "his" and a noun: "his fear *of* V" is his."""
TURNING = (" anti ", " pro ", " non ", " ex ")
"""What turns a party's name into what is for or against it: "*anti* Varenian troops"."""
WHEN_ALONE = frozenset("overnight yesterday today earlier there".split())
"""The same without a noun: "massacred *overnight*"."""
WHERE_OR_WHEN = frozenset("in at near during on outside inside after before while".split())
"""What follows a participle that stands for a passive: "villagers massacred *in* church"."""
WHOSE_ALREADY = frozenset("of for to in from at near".split())
"""What tells whose a noun is, so that none before it is."""
WHOSE_ANOTHER = frozenset(("for", "to", "of", "with"))
"""What stands after a noun before another whose it is: "aide *to* Fenn"."""
