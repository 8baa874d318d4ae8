"""English words round reports that join clauses, open topics or stand for a subject."""

from __future__ import annotations

import re

from framing.language.reportwords import READERS, WRITERS, WRITES_ON

__all__ = [
    "ADDS_TO",
    "ADVERSE",
    "AGES",
    "AIMED_OR_OWNED",
    "ASKED",
    "ASKING",
    "BECOMES",
    "BEFORE_INSTANCES",
    "BEFORE_OPINIONS",
    "BETTER",
    "BIDS",
    "COMES_OF",
    "COME_TRUE",
    "CONJUNCTIONS_IN_ING",
    "CONTRASTS",
    "COPULAS",
    "DEICTIC",
    "DESIGNED",
    "EXCERPTED",
    "EXISTENTIAL",
    "GOING",
    "GROUNDS",
    "HAVING",
    "HERE",
    "IMPERSONAL",
    "IN_WORDS",
    "LATER",
    "LEAVES",
    "LITTLE",
    "MAY_BE_THE_WRITER",
    "MEANWHILE",
    "NOBODY",
    "NOTHING",
    "NOTHING_BUT",
    "NOT_SAID",
    "NOUN_ABOUT",
    "NOUN_TOWARD",
    "NOW",
    "NO_PARTICIPLE",
    "NO_VERDICT",
    "OCCASIONS",
    "OF_OCCASIONS",
    "ONCE",
    "OPENS_REASON",
    "OWNED_BY",
    "PER",
    "QUERIES",
    "REASONS",
    "REASON_OR_TIME",
    "RESEMBLES",
    "SHIFTED",
    "SO",
    "SO_MANY",
    "STIRS",
    "THAN",
    "THERE_IS",
    "TIMES_TOO",
    "TIME_ADVERBS",
    "UNREAL",
    "WHEN_OR_WHERE",
    "WHEN_SAID",
    "WORDS_OF",
    "WORKS",
]

AGES = frozenset(
    """boy girl child kid baby teenager youngster lad student pupil freshman cadet trainee young
    youth toddler schoolboy schoolgirl undergraduate""".split()
)
"""As what somebody is known in their years, and no verdict: "knew her as a *girl*"."""
SO_MANY = frozenset("all some most many several one".split())
"""What stands before what passes on: "by *all* accounts", "by *one* account"."""
GOING = frozenset(("goes", "went"))
"""What a story does: "so the story *goes*"."""
BECOMES = frozenset(
    """remain remains remained become becomes became represent represents represented mean means
    meant symbolize symbolizes symbolized symbolise symbolises symbolised seem seems
    seemed""".split()
)
"""Verbs that say what something is: "the treaty *remains* a surrender"."""
RESEMBLES = frozenset(
    f"{verb}{ending} {preposition}"
    for verbs, preposition in (
        ("smack reek smell stink", "of"),
        ("amount", "to"),
        ("look sound feel felt", "like"),
        ("border verge", "on"),
    )
    for verb in verbs.split()
    for ending in ("", "s", "ed")
)
"""Verbs that say what something is like, each with their prepositions: "the deal *smacks of* C"."""
THAN = frozenset("more less short other".split())
"""What may follow "no" before a comparison: "no *more* than"."""
NOTHING = frozenset("nothing little no none".split())
"""What opens "*nothing* but", "*no* more than", "*little* short of"."""
NOTHING_BUT = NOTHING | frozenset("anything everything all".split())
"""After these "but" leaves out, and opens no clause: "called him anything *but* a hero"."""
CONJUNCTIONS_IN_ING = frozenset(
    "considering assuming granting presuming supposing providing".split()
)
"""Forms in -ing that join clauses: "*considering* that C"."""
NOBODY = frozenset("neither nobody none no".split())
"""Subjects by whom nothing was said: "*Neither* man mentioned that C"."""
MEANWHILE = frozenset(("after", "amid", "amidst", "during"))
"""What ends a verdict and tells its time: "called her a traitor *amid* the vote"."""
IMPERSONAL = frozenset("it there this that".split())
"""Subjects that are nobody."""
MAY_BE_THE_WRITER = IMPERSONAL | READERS | WRITERS | WRITES_ON
"""What stands alone where the writer says so, or bids the reader: no other word does."""
SHIFTED = frozenset(("There", "It", "They", "This", "That"))
"""What opens a sentence that goes on with a report: "*There* would be no deal." """
EXCERPTED = frozenset(("from",))
"""What stands before the text that an excerpt is from: "*From* the report:" """
HERE = frozenset(("here",))
"""What opens a line that shows a text: "*Here* is Venn's statement:" """
IN_WORDS = frozenset(("in",))
WORDS_OF = frozenset(("words", "account", "telling"))
"""What stands around whose text follows: "*In* Venn's *words*:" """
THERE_IS = frozenset(("there",))
"""A subject that is nobody, before a list: "*There* were three signs:" """
HAVING = frozenset(("having", "being"))
"""Auxiliaries that open what is denied or admitted: "admitted *having* lied"."""
LEAVES = frozenset("left leaves came went returned emerged retired died departed".split())
"""What one does sure of something: "*left* convinced that C"."""
LITTLE = frozenset(("nothing", "little", "much", "something"))
"""Objects of saying that hold no words: "said *nothing* of the raid"."""
COPULAS = frozenset(
    """stand stands stood remain remains remained grow grows grew become becomes became feel feels
    felt look looks looked seem seems seemed get gets got""".split()
)
"""What stands for "be" before a participle or an adjective: "*stands* accused of theft"."""
ASKED = frozenset("asked questioned pressed contacted reached challenged confronted".split())
"""What was done before one spoke: "said it would act when *asked*"."""
ASKING = frozenset(("if", "when", "where"))
"""Subordinators that may open a reported question."""
QUERIES = frozenset("ask asks asked asking".split())
"""What somebody does who wants to know: "*asked* the mayor when C"."""
BETTER = frozenset(("best", "better"))
"""By what a writer describes a thing: "is *best* described as theft"."""
NOW = frozenset(("Now", "Given", "Seeing"))
"""What opens a clause with "that" before the main one: "*Now* that she has said so, …"."""
OCCASIONS = frozenset("time moment minute instant day".split())
"""Nouns that a clause follows which says when: "the next *time* he says so, …"."""
OF_OCCASIONS = frozenset("the every each any by".split())
"""What opens such a clause: "*each* time he says so, …"."""
NOUN_ABOUT = frozenset("of about against for on over toward towards regarding concerning".split())
"""What may follow a noun of saying before its topic: "doubts *about*"."""
NOUN_TOWARD = frozenset("in with at".split())
"""What follows a noun of feeling: "anger *at*"."""
PER = ("per", "quote", "paraphrase")
"""What stands before who tells, the first as a preposition: "*per* the log", "to *quote* Venn"."""
OWNED_BY = frozenset("from by among within inside".split())
"""What names after a noun whose it is: "criticism *from* the board"."""
AIMED_OR_OWNED = OWNED_BY | {"against"}
"""What names after a noun of saying whose it is, or whom it aims at: "claims *against* him of"."""
NO_PARTICIPLE = frozenset("given provided".split())
"""Participles that join clauses: "*given* that C"."""
SO = "so"
"""What may stand before an adverb: "*so* often called cruel"."""
ADVERSE = ("against",)
"""Before what one warns of: "warned them *against* turning it into a sham"."""
ONCE = frozenset(("once", "since"))
"""Subordinators that are adverbs before a verb: "Ortiz *once* said"."""
CONTRASTS = frozenset("while whereas though although".split())
"""What goes on with a report after its cue: "…, she said, *while* C"."""
REASONS = frozenset("as because since if unless until".split())
"""The same with a reason: "…, she said, *because* C"."""
TIMES_TOO = frozenset(("as", "since"))
"""Those that tell a time as often: "…, she said, *as* she left"."""
ADDS_TO = frozenset(
    "especially particularly notably mostly mainly largely partly not rather even".split()
)
"""Adverbs with which a report goes on: "…, she said, *especially* in Osk"."""
WHEN_SAID = frozenset("when while after before once".split())
"""What tells when a thing was said: "C, she said *after* the vote"."""
LATER = frozenset("while when though although whereas".split())
"""What ends a reported object: "attacked the plan *while* C"."""
REASON_OR_TIME = frozenset("because until since as before once".split())
"""What ends one of a word or two."""
WHEN_OR_WHERE = frozenset("after despite on in at during through".split())
"""What may open when, where or in what medium it was said."""
TIME_ADVERBS = frozenset("last next earlier late".split())
"""Adverbs that open a time: "*late* on Monday"."""
NO_VERDICT = frozenset("a an another any".split())
"""What opens an object that no verdict follows: "considering *a* harbour bid"."""
GROUNDS = frozenset(("for", "over", "as"))
"""What opens the reason of a judgement, or its label: "blasted her *for* her “wild” plan"."""
OPENS_REASON = GROUNDS | {"being"}
"""The same, with a verb: "blasted them for *being* “soft”"."""
BEFORE_OPINIONS = frozenset(("in", "to", "by", "from"))
"""What opens a standpoint: "*in* the mayor’s view"."""
BIDS = frozenset(("stop", "please", "quit"))
"""What opens a sentence that bids somebody: "*Stop* calling them thugs"."""
BEFORE_INSTANCES = frozenset(("as", "like", "about"))
"""What opens words that are borne or said: "signs such *as* “Q”"."""
NOT_SAID = re.compile(r"n[’']t\b|\bnot\b|\bnever\b")
"""What negates a verb in the words it is written with: "did*n’t* say"."""
UNREAL = frozenset("could would should might may must".split())
"""What tells that a thing was not said: "*could* have said that C"."""
EXISTENTIAL = frozenset(("a", "an", "some"))
"""What opens a subject that is there by hearsay: "*a* coup is said to go on"."""
DEICTIC = frozenset("such this that".split())
"""What opens a sentence that points on: "*Such* was her verdict: C"."""
WORKS = frozenset("work fault doing product".split())
"""What a thing is of those who did it: "the raid is the *work* of thugs"."""
COME_TRUE = frozenset("expected feared hoped predicted anticipated foreseen promised".split())
"""What was done before a thing that is told as it came: "as many had *feared*, C"."""
DESIGNED = frozenset(("designed", "meant", "aimed"))
"""What a thing is that somebody announces: "announced rules *meant* to help"."""
STIRS = frozenset(
    """angering infuriating enraging outraging offending alarming dismaying renewing rekindling
    reigniting reviving inflaming""".split()
)
"""What a report does to others, as the outlet tells behind it: "said C, *angering* her rivals"."""
COMES_OF = frozenset("sparking prompting provoking eliciting fueling fuelling".split())
"""The same, but of what is foretold: "warned that C would end, *sparking* a war"."""
