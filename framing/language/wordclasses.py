"""What English words do in the grammar of roles: who acts, who suffers, what stands between."""

from __future__ import annotations

from functools import lru_cache

from framing.language.calendar import DAYS, MONTHS
from framing.language.partywords import PEOPLE

__all__ = [
    "ABOUT",
    "ACCUSATIONS",
    "ADMITTED",
    "ADVERBS",
    "ANOTHER",
    "ATTEMPTS",
    "AUXILIARIES",
    "BE",
    "BEFALLS",
    "BESIDE",
    "BLAME",
    "BOUNDS",
    "BREAKS",
    "CAMPAIGNS",
    "CHARGES",
    "CLOSED",
    "CONTROL",
    "DETERMINERS",
    "HELD",
    "INVOLVED",
    "OBJECTS",
    "OPERATORS",
    "OUTRIGHT",
    "OWN",
    "PASSED",
    "PERSONAL",
    "PREPOSITIONS",
    "QUANTITIES",
    "RELATIVES",
    "SUBJECTS",
    "TIMES",
    "UNDER",
    "is_adjective",
    "is_adverb",
    "is_doer",
    "is_quality",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set(
    "the a an this that these those some any no every each all both another such several many "
    "few most more two three four five six seven eight nine ten dozens hundreds thousands"
)
QUANTITIES = _set("dozens scores hundreds thousands tens millions many most some several all")
"""Words after which "of" only counts: "*dozens* of Ostlanders"."""
PERSONAL = _set("he she his her him hers")
"""Pronouns that stand for one person."""
OBJECTS = _set("him her it them")
"""Pronouns of third persons as objects."""
SUBJECTS = _set("he she it they")
"""Pronouns of third persons as subjects."""
OWN = _set("its their his her")
"""Possessive pronouns of third persons; whose they are is looked for before them."""
_OTHER_OWN = _set("my our your whose")
PREPOSITIONS = _set(
    "of in on at by to from with against for into over under about after before during since "
    "between among through throughout across toward towards within without despite near outside "
    "inside around upon like via amid behind beyond off onto than as per versus"
)
_CONJUNCTIONS = _set(
    "and or but nor so yet while when because if though although that where whether"
)
RELATIVES = _set("who which that")
_PRONOUNS = _set(
    "i you he she it we they me him us them himself herself itself themselves who whom which "
    "what there here someone anyone nobody everyone one"
)
BE = _set(
    "be is are was were been being am get gets got gotten getting isn't aren't wasn't weren't"
)
AUXILIARIES = BE | _set(
    "have has had having will would can could may might must shall should do does did not never "
    "cannot haven't hasn't hadn't won't wouldn't can't couldn't mustn't shouldn't don't doesn't "
    "didn't"
)
ADVERBS = _set(
    "also again now then still ever never once just even only already soon later first often "
    "neither always twice thus therefore not almost yet long sometimes perhaps today yesterday "
    "tomorrow instead too twice together far"
)
OUTRIGHT = (" straight up", " flat out", " out and out")
"""Two words and more that say of a verb what an adverb does: "*flat-out* lied"."""
TIMES = frozenset((*DAYS, *MONTHS)) | _set(
    "week month year morning evening night weekend afternoon spring summer autumn winter"
)
BREAKS = frozenset("|;:()[]!?.")
"""Signs over which no phrase goes on; a gap of several spaces is one as well."""
CLOSED = (
    DETERMINERS | OWN | _OTHER_OWN | PREPOSITIONS | _CONJUNCTIONS | _PRONOUNS | AUXILIARIES
    | ADVERBS | BREAKS | frozenset((",", '"', "'", "/", "&"))
)  # fmt: skip
"""Words and signs that end a run of adjectives and nouns."""
BOUNDS = (
    BREAKS | RELATIVES | _set("but while when because if though although where whether said says")
)
"""Where the search for an agent after *by* stops."""

OPERATORS = _set(
    "backed led sponsored funded armed supported aligned linked occupied held controlled run "
    "administered owned trained allied affiliated based friendly made born style designated"
)
"""Words that a hyphen joins to a name: "Ostland-*backed*" is nobody's of Ostland."""
BEFORE_NAMES = _set("pro anti non ex un pre post mid inter intra trans counter")
CONTROL = _set(
    "try tries tried trying seek seeks sought seeking want wants wanted plan plans planned "
    "planning threaten threatens threatened threatening vow vows vowed continue continues "
    "continued begin begins began start started starts attempt attempts attempted attempting "
    "manage managed manages fail fails failed refuse refused refuses help helped helps conspire "
    "conspired conspires move moved moves prepare prepares prepared preparing intend intends "
    "intended hope hopes hoped decide decides decided order ordered used use uses going about "
    "promise promises promised promising pledge pledges pledged pledging agree agrees agreed "
    "ready set willing determined able poised proceeded have has had need needs needed "
    "likely unlikely bound certain sure"
)
"""Verbs and adjectives whose subject is that of the infinitive after them."""
BLAME = _set(
    "accuse accuses accused accusing blame blames blamed blaming condemn condemns condemned "
    "condemning denounce denounces denounced charge charges charged convict convicted suspect "
    "suspected criticise criticised criticize criticized guilty capable fault faulted sentence "
    "sentenced indict indicted sue sues suing responsible absolve absolved acquit acquitted clear "
    "clears cleared slam slams slammed punish punishes punished punishing silence silences "
    "silenced silencing praise praises praised praising thank thanks thanked thanking blast "
    "blasts blasted mock mocks mocked ridicule ridiculed rebuke rebukes rebuked chide chides "
    "chided scold scolded lambaste lambasted attack attacks attacked ban bans banned bar barred "
    "fire fires fired suspend suspends suspended arrest arrests arrested jail jailed fine fined "
    "expel expelled reprimand reprimanded discipline disciplined censure censured prosecute "
    "prosecuted impeach impeached apologize apologized apologise apologised"
)
"""Words after which somebody is charged "of" or "for" something."""
ATTEMPTS = _set(
    "attempt attempts effort efforts bid plan plans plot plots decision threat threats vow pledge "
    "move moves intention intent readiness willingness desire ambition campaign offensive scheme "
    "refusal drive push strength courage ability guts power right nerve temerity audacity capacity "
    "resolve backbone opportunity"
)
"""Nouns that an infinitive completes: who owns them does what it says."""
ADMITTED = _set(
    "admit admits admitted admitting confess confesses confessed confessing brag brags bragged "
    "bragging boast boasts boasted boasting apologise apologises apologised apologize apologizes "
    "apologized apologizing deny denies denied denying regret regrets regretted fired sacked "
    "obsessed fixated bent intent hellbent focused keen adept skilled "
    "jailed imprisoned arrested sued investigated impeached infamous notorious known famous"
)
"""Words whose subject did what a gerund, or "of" or "for", goes on to say."""
CHARGES = _set(
    "allegation allegations accusation accusations charge charges claim claims complaint "
    "complaints case cases suit suits lawsuit lawsuits inquiry probe investigation trial indictment"
)
"""Nouns that say that something is held against somebody: "assault *charges* against X"."""
ACCUSATIONS = _set(
    "allegation allegations accusation accusations charge charges complaint complaints"
)
"""Those after whose "that" no pronoun stands for whoever brings them: "X's *charge* that he"."""
ABOUT = CHARGES | _set(
    "commission committee panel hearing hearings law laws bill act statute resolution report "
    "reports memorial museum survivor survivors victim victims expert experts researcher "
    "researchers lawyer lawyers task unit squad conspiracy claim theory theories rumour rumor "
    "related record records document documents file files suspect suspects mystery story stories "
    "scene weapon detective detectives"
)
"""Nouns that own what is named before them: "Ostland's massacre *commission*" killed nobody."""
CAMPAIGNS = _set(
    "campaign campaigns wave series string spree pattern policy act acts programme program years "
    "decades barrage round history brand version style arsenal arsenals stockpile stockpiles use "
    "list litany record trail announcement pronouncement imposition enactment"
)
"""Nouns that only measure what "of" introduces: "Ostland's *campaign* of terror"."""
BEFALLS = _set(
    "step steps stepped stepping resign resigns resigned resigning part parted parting retire "
    "retired transitioned reunite reunited been"
)
"""Verbs whose subject does nothing to anybody: who "stepped aside" was removed or left."""
HELD = _set(
    "hold holds held holding jail jails jailed jailing imprison imprisons imprisoned imprisoning "
    "detain detains detained detaining torture tortures tortured torturing release releases "
    "released releasing parade paraded"
)
"""Verbs whose subject has whom they name in its hands."""
INVOLVED = _set("involved engaged engaging complicit engage engages")
"""Words whose subject does what "in" introduces: "*involved* in a massacre"."""
BESIDE = _set("not along together with in at during including particularly especially notably like")
"""Words that open an aside in which others are named: "Fenn, *along* with Orlow, left"."""
UNDER = _set("fire attack pressure investigation scrutiny indictment suspicion")
"""What somebody is "under" for what he did: "is *under fire* for lying"."""
ANOTHER = _set("old new former previous next other ousted toppled fallen deposed earlier future")
"""Adjectives of another one than was told of before: "the *old* regime"."""
PASSED = _set("not never one of")
"""What may stand between a naming and what introduces it: "called him *one of* the N"."""

_ADJECTIVE_ENDS = (
    "al", "ic", "ive", "ous", "ful", "less", "ary", "ish", "ed", "ing", "ent", "ant", "ible",
    "able", "ory", "est",
)  # fmt: skip
_NOUNS = _set("victory history territory theory story factory memory category laboratory")
_ADJECTIVES = _set(
    "new old big great recent deadly brutal bloody huge hard harsh vast major fresh full open "
    "large early late long own high top secret covert cruel dark direct far foreign grim illegal "
    "key mass modern past present proxy rogue savage senior small so called soviet state cyber "
    "air drone missile rocket ground naval war army terror nuclear trade economic bogus fake false "
    "worst dirty wide scale severe cold blooded shameful vile ugly latest current joint further "
    "entire whole"
)


_MET = 8_192  # words whose ending was looked at

_DOERS = ("er", "or", "ist", "iar", "phobe", "phobic", "bigot", "bigoted", "semite")
_QUALITIES = (
    "ism", "isms", "otry", "ness", "guery", "ogance", "igence", "petence", "ality", "ocrisy",
    "cowardice", "prejudice", "intransigence",
)  # fmt: skip
_NO_QUALITIES = _set(
    "journalism activism tourism criticism mechanism organism witness eyewitness business illness "
    "wilderness personality reality hospitality homelessness capitalism intelligence"
)
_NO_AGENTS = _set(
    "murder slaughter power order disaster terror horror error anger border matter number member "
    "war other under over former latter paper center water winter summer letter offer disorder "
    "career barrier fear encounter manslaughter surrender chapter minister"
)


def is_quality(word: str) -> bool:
    """Tell whether a word names what somebody is like: "bigotry", "racism", "cowardice"."""
    return word.endswith(_QUALITIES) and word not in _NO_QUALITIES


def is_doer(word: str) -> bool:
    """Tell whether a word names who does something, or is so: "liar", "rapists", "xenophobic"."""
    singular = word.removesuffix("s")
    return singular.endswith(_DOERS) and singular not in _NO_AGENTS


@lru_cache(_MET)
def is_adjective(word: str) -> bool:
    """Tell whether a word may stand between a demonym and what it modifies, and be no person."""
    return word in _ADJECTIVES or (
        word.endswith(_ADJECTIVE_ENDS)
        and not word.endswith("ment")
        and word not in PEOPLE
        and word not in _NOUNS
    )


def is_adverb(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return word in ADVERBS or word.endswith("ly")
