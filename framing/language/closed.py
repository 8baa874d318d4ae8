"""The closed word classes of English, and sets across them, each in lower case."""

from __future__ import annotations

__all__ = [
    "ADVERBS",
    "ADVERSATIVES",
    "ARTICLES",
    "AUXILIARY_GAP",
    "BE",
    "COORDINATORS",
    "DETERMINERS",
    "FEMININE",
    "FUNCTION_WORDS",
    "HAVE",
    "INDEFINITE_ARTICLES",
    "MASCULINE",
    "MODALS",
    "NEGATIONS",
    "NEGATIVE_ENDINGS",
    "NEUTRAL_PRONOUNS",
    "NOUN_PHRASE_OPENERS",
    "NUMBERS",
    "OBJECT_PRONOUNS",
    "PERSONAL",
    "PLURAL_PRONOUNS",
    "POSSESSIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUANTIFIERS",
    "QUESTION_WORDS",
    "REFLEXIVES",
    "RELATIVES",
    "STOP_WORDS",
    "SUBJECT_PRONOUNS",
    "SUBORDINATORS",
]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ARTICLES = _words("a an the")
INDEFINITE_ARTICLES = _words("a an")
POSSESSIVES = _words("my his its our their your her")
DETERMINERS = ARTICLES | POSSESSIVES | _words("this these those no another every such")
"""Determiners and possessives."""
QUANTIFIERS = _words(
    """some many most few several both all others one none anyone everyone nobody someone everybody
    somebody anybody nothing everything something anything any each enough half neither either more
    much less another"""
)
SUBJECT_PRONOUNS = _words("i he she we they")
"""Pronouns that can only be subjects."""
NEUTRAL_PRONOUNS = _words("it you there")
"""Pronouns that may be subjects or objects."""
OBJECT_PRONOUNS = _words(
    """me him us them himself herself themselves itself myself ourselves yourself yourselves"""
)
REFLEXIVES = _words("himself herself itself themselves")
"""What stands between a subject and its verb: "the mayor *herself* calls it"."""
RELATIVES = _words("who which whom whose")
QUESTION_WORDS = _words("what how why whether")
SUBORDINATORS = _words(
    """if when where while after before since because although though unless until once than
    whereas lest whenever wherever till whoever whatever"""
)
PREPOSITIONS = _words(
    """in on at by for from with about into over under against between among amid amidst during
    through within without toward towards upon like per despite around across behind near via beyond
    throughout inside outside off regarding concerning including following besides beside except
    onto amongst alongside versus vs ahead out up down along above below past"""
)
"""Prepositions and particles but for "of", "to" and "as"."""
COORDINATORS = _words("and or nor & plus")
ADVERSATIVES = _words("but yet so")
ADVERBS = _words(
    """not never also aloud still just even only already often always again then now later earlier
    soon late once ever afterward afterwards beforehand perhaps maybe instead meanwhile however
    therefore thus moreover furthermore nonetheless nevertheless further too very quite rather
    almost ago here away back together
    first last next n't not far well long indeed though otherwise else today's sometimes seldom
    somewhat apart twice hardly widely variously broadly commonly"""
)
"""Common adverbs that do not end in -ly, and "not" and "never"."""
HAVE = _words("have has had having haven't hasn't hadn't 've")
BE = _words("""am is are was were be been being isn't aren't wasn't weren't ain't 're 'm""")
MODALS = _words(
    """will would can could may might must shall should do does did won't wouldn't can't couldn't
    mustn't shouldn't don't doesn't didn't cannot 'll 'd ought"""
)
"""Modal verbs and forms of "do"."""
NUMBERS = _words(
    """two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
    billion trillion percent"""
)
"""Number words."""
FUNCTION_WORDS = (
    DETERMINERS | QUANTIFIERS | SUBJECT_PRONOUNS | NEUTRAL_PRONOUNS | OBJECT_PRONOUNS | RELATIVES
    | QUESTION_WORDS | SUBORDINATORS | PREPOSITIONS | COORDINATORS | ADVERSATIVES | ADVERBS
    | HAVE | BE | MODALS | NUMBERS | {"as", "of", "that", "to"}
)  # fmt: skip
"""Every word of a closed class: what is left out where words with content are wanted."""
PRONOUNS = _words(
    """he she they it i we you who which that this these those him her them us me his their its my
    our your"""
)
"""What may stand alone for somebody or something, demonstratives and possessives included."""
MASCULINE = tuple("he his him himself".split())
FEMININE = tuple("she her hers herself".split())
"""Pronouns that tell the gender of whom they stand for."""
PERSONAL = tuple("he she it we you they him her his us them their our its".split())
"""What stands for somebody or something met before, in the first person too."""
PLURAL_PRONOUNS = _words("they we them us their our these those")
"""Those of them that stand for several."""
NEGATIONS = _words(
    """not no never n't nor neither without cannot don't doesn't didn't isn't aren't wasn't
    weren't won't can't couldn't wouldn't hasn't haven't hadn't"""
)
"""Words that negate what follows."""
NEGATIVE_ENDINGS = ("not", "never", "n't", "n’t")
"""What such a word, or an auxiliary before a verb, ends in."""
AUXILIARY_GAP = _words(
    """not t also been being never ever then now still already just later further all both either
    once again soon so thus only even long since first at least in part"""
)
"""What may stand between an auxiliary and its participle ("was *not yet* seen"), "n't" cut."""
NOUN_PHRASE_OPENERS = _words(
    """the a an this that these those his her its their our no any some each every such more new
    another recent deadly s of in after before since during"""
)
"""What stands before a noun that is no party's act: "the new raid", "after the raid"."""
STOP_WORDS = _words(
    """a about above after again against all also am an and any are as at be been before being
    below between both but by can could did do does doing done down during each few for from
    further had has have having he her here hers him his how i if in into is it its just may me
    might more most must my no nor not now of off on once only or other our out over own per same
    shall she should so some such than that the their them then there these they this those
    through to too under until up upon very was we were what when where which while who whom why
    will with within without would you your"""
)
"""Words without content of their own: left out when content words are counted or tuned on."""
