"""Words of English round verdicts, answers and what is told after a colon."""

from __future__ import annotations

from framing.language.joiningwords import BIDS, MAY_BE_THE_WRITER
from framing.language.reportwords import LIGHT_VERBS
from framing.language.smallwords import CAN, VERSION, WITHOUT, WORTH

__all__ = [
    "ALLEGING",
    "ANSWERED_BY",
    "ANSWERS",
    "AS_PART",
    "CHARGED",
    "CLAIMS_MADE",
    "CLAIMS_OF_RIGHT",
    "CLASSES",
    "CRIMES",
    "DENIES",
    "EARLIER",
    "EXPLAINS",
    "GIVES_NAMES",
    "GROUNDS_GIVEN",
    "HABITS",
    "HEARD_OF",
    "HELPS",
    "IDENTIFIES",
    "INVESTIGATORS",
    "JUDGED",
    "JUDGING_CLAIMS",
    "JUDGING_ENDS",
    "LAYS_AS",
    "LAYS_TO",
    "LAYS_WITH",
    "MERE",
    "MISTAKES",
    "NAMES",
    "NEWS",
    "OF_WRITERS",
    "OPINES",
    "OURS",
    "OWN_PAGES",
    "OWN_TEXTS",
    "PERCEIVES",
    "PROCLAIMED",
    "SEES",
    "SIDES",
    "SO_OR_NOT",
    "SPEAKING",
    "SPREADING",
    "STATES",
    "STRIKES",
    "TAKING",
    "TASKS",
    "TELLS",
    "THINKS_SO",
    "WAYS",
    "WAYS_TO_TELL",
    "WORRIES",
    "YES_OR_NO",
]

OWN_PAGES = frozenset(
    """newspaper paper column columnist writer author magazine page editorial blog reviewer critic
    correspondent reporter""".split()
)
"""By what a writer names the place or the one who writes: "this *newspaper* believes"."""
OWN_TEXTS = frozenset("article story post piece item version headline caption".split())
"""What is corrected in such a place: "this *story* has been updated to say"."""
OURS = OWN_PAGES | OWN_TEXTS | {VERSION}
"""What may end the words for such a place or text."""
OF_WRITERS = MAY_BE_THE_WRITER | OURS | BIDS | {CAN, WORTH, WITHOUT}
"""One is in a source, or where its cue begins, if it is the writer's: "it is *worth* saying"."""
EARLIER = frozenset("earlier previous original initial".split())
"""What such a text was before: "an *earlier* version said that C"."""
PROCLAIMED = frozenset(
    """victory war independence bankruptcy martial peace defeat allegiance loyalty emergency
    ceasefire truce amnesty success mission interest income assets""".split()
)
"""What is declared and is no verdict: "declared *victory* over them"."""
ALLEGING = frozenset("claim claims claimed claiming allege alleges alleged alleging".split())
"""Verbs of saying that leave it open: "never *claimed* that C"."""
ANSWERED_BY = frozenset(
    """advice answer conclusion defence defense diagnosis excuse explanation justification message
    motto pitch plea prediction prognosis rationale reaction reasoning rejoinder reply response
    retort riposte solution summary take verdict view warning""".split()
)
"""What is asked for and then given: "The firm's *excuse*? Rogue guards"."""
ANSWERS = frozenset(
    "answer answers explanation point points caveat response reply lesson question thing".split()
)
"""What is the writer's where it is nobody's: "the *answer* is that C"."""
CHARGED = frozenset(
    """allegation allegations accusation accusations claim claims charge charges rumour rumours
    rumor rumors""".split()
)
"""What has what is alleged before it: "fraud *allegations*"."""
CLAIMS_MADE = frozenset(("claims", "charges"))
"""Those that may be verbs: "the board *claims* C"."""
CLAIMS_OF_RIGHT = frozenset(
    """asylum insurance jobless benefit benefits compensation land damage damages unemployment
    disability refugee refugees territorial tax interest service depth baggage luggage medical
    warranty injury accident welfare delivery bank overdraft court health expense expenses pension
    victims victim customer customers user admission entry finance depreciation baton cavalry
    battery water energy power carbon landing parking truth counter""".split()
)
"""What no claim or charge alleges: "*asylum* claims", "*service* charges"."""
JUDGING_CLAIMS = frozenset(
    """false wild fake new fresh old serious grave repeated similar other various multiple past
    recent bogus such these those same key main bold big central latest further more many several
    past early late public criminal civil formal federal state""".split()
)
"""What is said of a claim, and is not what it says: "*wild* claims"."""
JUDGING_ENDS = ("less", "able", "ible", "ous", "ful", "ed", "ing", "al", "ive", "ic", "ary", "est")
"""What adjectives end in that say it: "*baseless* claims"."""
CRIMES = frozenset("things crimes offences offenses counts failings sins wrongs charges".split())
"""What somebody is accused of before they are listed: "of three *things*: C"."""
GIVES_NAMES = frozenset(
    """known seen recognized recognised identified listed cast framed billed nicknamed dubbed named
    titled entitled called christened""".split()
)
"""Participles after which a bare word may be a name: "a dance *called* clogging"."""
GROUNDS_GIVEN = frozenset(
    """accusation accusations allegation allegations argument arguments case charge charges claim
    claims complaint complaints criticism criticisms demand demands excuse excuses explanation
    explanations fear fears grievance grievances objection objections point points prediction
    predictions phrase question questions reason reasons theory verdict warning warnings word words
    worry worries""".split()
)
"""What is told after a colon: "gave three *reasons*: C"."""
TELLS = LIGHT_VERBS | frozenset(
    """list lists listed listing cite cites cited citing name names named naming state states stated
    stating tick ticks ticked reel reels reeled set sets lay lays laid lists put puts see sees saw
    put""".split()
)
"""What somebody does with them: "*listed* her complaints: C"."""
THINKS_SO = frozenset(
    """think thinks thought believe believes believed say says said argue argues argued insist
    insists insisted claim claims claimed reckon reckons""".split()
)
"""What somebody does who answers a question: "*thinks* so"."""
SO_OR_NOT = frozenset(("so", "not", "otherwise"))
"""What follows in the answer: "thinks *so*", "says *not*"."""
WAYS = frozenset(("way", "terms"))
"""How something is put before it is told: "put it this *way*: C"."""
WAYS_TO_TELL = frozenset("tell tells see sees put puts".split())
"""What one may do in a way of one's own: "the way she *sees* it"."""
WORRIES = frozenset(
    """worries worried troubles troubled angers angered frightens galls galled bothers bothered
    concerns alarms alarmed rankles irks irked upsets scares scared haunts shocks shocked""".split()
)
"""What a thing does to who thinks it: "what *worries* her is that C"."""
YES_OR_NO = frozenset("yes no absolutely certainly definitely not".split())
"""What opens the answer: "*Yes*, says the mayor"."""
HABITS = frozenset("short career habit point tire tires tired business fond".split())
"""After what doing something is meant: "made a *habit* of calling him a thief"."""
STRIKES = ("strikes", "struck")
"""What something does that is a thing to somebody: "the offer *struck* her as a bribe"."""
LAYS_TO = frozenset(
    ("put down", "puts down", "putting down", "chalk up", "chalks up", "chalked up", "chalking up")
)
"""What one does to a thing whose cause one names: "*put* it *down* to greed"."""
LAYS_AS = frozenset(
    f"{verb} {particle}"
    for verbs, particle in (
        ("write writes wrote written writing laugh laughs laughed laughing", "off"),
        ("shrug shrugs shrugged shrugging brush brushes brushed brushing", "off"),
        ("pass passes passed passing wave waves waved waving play plays played", "off"),
        ("put puts putting mark marks marked set sets", "down"),
        ("sum sums summed summing hold holds held holding play plays played", "up"),
        ("single singles singled singling pick picks picked", "out"),
        ("explain explains explained explaining wave waves waved waving", "away"),
    )
    for verb in verbs.split()
)
"""What one does to a thing of which one says what it is: "*wrote* it *off* as a sham"."""
LAYS_WITH = frozenset(phrase.split()[1] for phrase in LAYS_TO | LAYS_AS)
"""The particles that stand apart from such a verb: "put the deaths *down* to greed"."""
OPINES = frozenset("we us our must should let".split())
"""Words of what somebody says after a colon: "Ortiz: Port *must* close"."""
PERCEIVES = frozenset("hear hears heard see sees saw watch watches watched".split())
"""Before whom is seen to do a thing: "*heard* him call it a fraud"."""
SEES = frozenset("see sees saw smell smells smelled smelt detect detects detected".split())
"""What two sides do in one thing: "where she *sees* order, they *see* a purge"."""
SIDES = frozenset(
    """critics opponents supporters skeptics sceptics detractors rivals foes allies admirers fans
    democrats republicans conservatives liberals progressives analysts observers historians others
    many some""".split()
)
"""Who stands on a side, and sees a thing from there: "*critics* see a purge"."""
MERE = frozenset(("mere", "merely"))
"""What opens what a thing is thought to be and no more: "thought the men *mere* thugs"."""
IDENTIFIES = frozenset("identify identifies identified identifying know knows knew known".split())
"""What tells who somebody is rather than what they are called: "*identify* as Osker"."""
INVESTIGATORS = frozenset(
    """police prosecutors prosecutor detectives investigators magistrates sheet indictment affidavit
    warrant register""".split()
)
"""Who says who did it by naming them: "*police* named him as the ringleader"."""
SPREADING = frozenset(
    """grow grows grew grown growing mount mounts mounted mounting spread spreads spreading swirl
    swirls swirled swirling circulate circulates circulated circulating surface surfaces surfaced
    surfacing emerge emerges emerged emerging persist persists persisted linger lingers lingered
    abound abounds abounded rise rises rose risen rising rife widespread rampant common arise arose
    arisen run ran runs high running flew flying got reached went came made raised levelled leveled
    voiced aired""".split()
)
"""What a rumour or a fear does: "fears are *mounting* that C"."""
JUDGED = frozenset(
    """loathed reviled despised detested scorned revered worshipped admired feared hated resented
    caricatured mocked ridiculed pilloried derided panned slated trashed vilified demonised
    demonized smeared tarred interpreted construed read taken perceived received understood painted
    drawn cast lionised lionized feted celebrated romanticised romanticized stigmatised stigmatized
    stereotyped dismissed rejected whispered touted""".split()
)
"""What is done to a thing of which "as" tells what it is taken for: "*loathed* as a tyrant"."""
STATES = frozenset("say says said state states stated".split())
"""What no thing does but one that is written: "the plan *says* that C"."""
NEWS = frozenset(("reveal", "disclose", "report"))
"""What a paper can do with its own news: "The Osk Post can *reveal* that C"."""
SPEAKING = frozenset(("speaking", "talking"))
"""What tells of what one speaks: "he said so, *speaking* of the harbour"."""
EXPLAINS = frozenset("explain explains explained".split())
"""What a thing does to another, too: "which *explains* why C"."""
HELPS = frozenset("help helps helped".split())
"""What a thing does before such a verb: "this *helps* explain why C"."""
TASKS = frozenset(
    """overseeing implementing reviewing investigating protecting enforcing managing ensuring
    addressing monitoring regulating drafting""".split()
)
"""What one is charged with who is no suspect: "charged with *overseeing* the vote"."""
NAMES = frozenset("names named lists listed ranks ranked records recorded logged".split())
"""What a document or the police do who tell what somebody is: "*lists* him as a ringleader"."""
MISTAKES = frozenset("mistook mistakes mistake mistaking".split())
"""What somebody does who takes one thing for another: "*mistook* them for bandits"."""
CLASSES = frozenset(
    """classify classifies classified classifying categorize categorizes categorized categorise
    categorises categorised classed""".split()
)
"""What somebody does who says of what kind a thing is: "*classifies* the guild as a cult"."""
TAKING = frozenset("took takes taking read reads reading interprets construes".split())
"""What somebody does who takes a thing for something: "*took* the memo as a threat"."""
DENIES = frozenset("deny denies denied denying".split())
"""What one does with a charge that has no article: "*denied* fraud"."""
HEARD_OF = frozenset(
    """appeal appeals argument arguments case cases complaint complaints dispute evidence little
    motion much nothing petition plea pleas something testimony witness witnesses""".split()
)
"""What a court hears that is no clause: "heard the *case* of the sacked nurse"."""
AS_PART = frozenset(("part", "whole", "given", "read", "such"))
"""What follows "as" and is no label: "was taken as *part* of a survey"."""
