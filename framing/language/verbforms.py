"""Common verbs of English by their forms, and words whose endings only look like a verb's."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "ADJECTIVES_IN_LY",
    "IRREGULAR_REPORTING",
    "NOT_ED",
    "NOT_ING",
    "NOT_LY",
    "NOUNS_IN_ING",
    "NOUNS_IN_LY",
    "NOUN_TOO",
    "PARTICIPLES",
    "PAST",
    "PRESENT",
    "TAKE_ES",
    "VERBS_IN_LY",
    "past_forms",
    "verb_phrases",
]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TAKE_ES = ("shes", "ches", "sses", "xes", "zes")
"""What a form in -s ends in of which the base has no -e."""
# Verbs that do not report: past forms of irregular ones, participles, present forms of common ones.
PAST = _words(
    """went got made took gave came became kept let began brought sat stood lost paid met set
    led grew spent won bought sent built fell cut drew chose broke ran rose drove ate flew threw
    forgot forgave wore tore shook struck sold sought fought caught taught slept left lay laid
    put hung held stuck hit hurt quit shot shut spread stole swept swung woke wound dealt bore bound
    bred bent bit blew arose awoke withdrew undertook overcame underwent sank shrank sprang stung
    strode slid rode rang fled fed bled dug clung"""
)
PARTICIPLES = _words(
    """gone done been taken given come become begun grown drawn chosen broken driven
    eaten flown thrown forgotten forgiven worn torn shaken stricken stolen woken borne bitten
    blown arisen withdrawn undertaken overcome undergone sunk sprung ridden rung"""
)
PRESENT = _words(
    """go goes get gets make makes take takes give gives come comes become becomes keep
    keeps let lets begin begins bring brings happen happens sit sits lose loses pay pays meet
    meets include includes lead leads create creates spend spends buy buys send sends die dies
    remain remains occur occurs exist exists belong belongs contain contains provide provides
    receive receives become follow follows involve involves appear appears seem seems tend tends
    fail fails carry carries apply applies arise arises arrive arrives depend depends destroy
    destroys enjoy enjoys enter enters grow grows improve improves join joins keep lack lacks
    maintain produce produces raise raises reduce reduces refer save saves serve serves solve
    solves suffer suffers survive survives think win wins allow allows add enable enables ensure
    ensures prevent prevents protect protects sell sells stay stays wait waits eat eats learn
    learns fall falls live lives move moves require requires deserve deserves resemble resembles
    exceed exceeds employ employs consist consists constitute constitutes comprise comprises
    undergo undergoes retain retains sustain sustains obtain obtains attract attracts operate
    operates emerge emerges evolve evolves expire expires vanish achieve achieves acquire acquires
    affect affects avoid avoids avert deliver delivers develop develops disappear disappears earn
    earns eliminate eliminates impose imposes inspire inspires invest invests manage manages obey
    occupy occupies owe owes participate participates perform performs persist persists possess
    possesses prepare prepares proceed pursue pursues qualify qualifies rely relies remove removes
    replace replaces represent represents resign resigns restore restores restrict restricts
    satisfy satisfies seize seizes steal steals strengthen strengthens violate violates vary
    varies"""
)

# Words in -ed, -ing and -ly that are not what they look like.
NOT_ED = _words(
    """need speed feed seed deed bed red shed wed weed reed breed creed greed bleed exceed
    proceed succeed indeed hundred sacred naked wicked kindred hatred embed sled fled united
    aged beloved armed retired unnamed left-handed"""
)
NOT_ING = _words(
    """meeting building hearing polling funding spending briefing filing ruling shooting killing
    bombing gathering being ceiling housing training wedding setting opening feeling finding
    understanding proceeding proceedings warning saving savings earnings evening beijing offering
    reading meaning beginning ending painting engineering manufacturing banking sterling boeing
    outstanding upcoming ongoing leading growing missing winning interesting surprising
    amazing overwhelming sweeping shocking stunning sibling darling fracking voting gaming
    parking marketing advertising rating listing crossing landing uprising upbringing"""
)
NOUNS_IN_ING = _words("thing king ring spring string wing something nothing anything everything")
VERBS_IN_LY = _words(
    """ally apply bully comply dally fly imply misapply multiply rally rely reply sully supply
    tally"""
)
NOUNS_IN_LY = _words("family july belly assembly anomaly italy jelly monopoly butterfly folly")
ADJECTIVES_IN_LY = _words(
    """early daily weekly monthly friendly elderly lovely ugly deadly likely costly unlikely orderly
    scholarly holy lonely silly"""
)
NOT_LY = VERBS_IN_LY | NOUNS_IN_LY | ADJECTIVES_IN_LY
"""Words in -ly that are no adverbs."""

# Reporting verbs whose base form and -s form are as often nouns.
NOUN_TOO = _words(
    """report claim support plan call attack fear hope worry promise pledge demand request order
    reply answer question comment remark note view charge estimate forecast project quote post
    tweet text email e-mail blog address signal cry talk protest object boast vow dispute doubt
    guess challenge blame fault insult ridicule rebuke sense trust regard rank rate value need aim
    look try vote hit knock rap rip pan cheer praise salute honor honour credit reproach brand
    label name title term frame cast paint bill list detail outline state mention attempt desire
    dream dread wish bet wager gamble present issue release share offer air broadcast interview
    poll survey brief pay excuse caution counsel rule finish start hint joke quip counter query quiz
    shout yell scream bark roar rage rant storm thunder moan groan whine sneer jeer lament stress
    press hammer trumpet vent spin gossip lie contest grant notice show bash smear trash slam blast
    touch speech appeal favor favour love hate like back champion fume rumor rumour message text
    troll tar sign welcome respect value figure hold judge reference index direct open go set
    broker lobby pressure dare nudge prod request volunteer focus influence print phone focus
    headline caption echo reason pose mock bar ban parody slight savage murmur whisper mumble
    chant chuckle laugh smile grin sigh shrug sob gasp nod tease pray study herald fake
    grumble gripe snap alert brush care chime chip crew double draw fire fret grouse growl hail
    hand harp jab lecture nickname pipe place play point poke push rail raise rally rave shoot side
    single snarl sound stand stick swipe wave wax spell tear wonder lash gush lack drawl bluster
    croak retort shriek marvel envy tout taunt sniff find feel document advocate delight discount
    itch jump leak leave needle parrot pin pitch plot pound position probe quarrel recall regret
    relay repeat reprimand scheme scorn sketch spotlight spread squabble stereotype telegraph tick
    wail walk work voice root home highlight guarantee grasp gauge eye embrace decree crow consent
    conjecture clash chronicle caricature boo size shower sum rebuff recount kid intimate heap
    grill float distrust disregard snub zero suspect"""
)

# Irregular reporting verbs: base -> (past, participle).
IRREGULAR_REPORTING: dict[str, tuple[str, str]] = {
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"), "read": ("read", "read"), "put": ("put", "put"),
    "go": ("went", "gone"), "sing": ("sang", "sung"), "give": ("gave", "given"),
    "send": ("sent", "sent"), "cut": ("cut", "cut"), "set": ("set", "set"),
    "lay": ("laid", "laid"), "spell": ("spelled", "spelled"), "bring": ("brought", "brought"),
    "swear": ("swore", "sworn"), "beseech": ("besought", "besought"), "shoot": ("shot", "shot"),
    "hit": ("hit", "hit"), "make": ("made", "made"), "hold": ("held", "held"),
    "have": ("had", "had"), "know": ("knew", "known"), "find": ("found", "found"),
    "let": ("let", "let"), "understand": ("understood", "understood"), "lie": ("lied", "lied"),
    "forget": ("forgot", "forgotten"), "shed": ("shed", "shed"), "see": ("saw", "seen"),
    "hear": ("heard", "heard"), "think": ("thought", "thought"), "feel": ("felt", "felt"),
    "foresee": ("foresaw", "foreseen"), "mistake": ("mistook", "mistaken"), "bet": ("bet", "bet"),
    "mean": ("meant", "meant"), "choose": ("chose", "chosen"), "seek": ("sought", "sought"),
    "undertake": ("undertook", "undertaken"), "strive": ("strove", "striven"),
    "forbid": ("forbade", "forbidden"), "uphold": ("upheld", "upheld"), "come": ("came", "come"),
    "stand": ("stood", "stood"), "stick": ("stuck", "stuck"), "get": ("got", "got"),
    "take": ("took", "taken"), "tear": ("tore", "torn"), "shrug": ("shrugged", "shrugged"),
    "cast": ("cast", "cast"), "broadcast": ("broadcast", "broadcast"), "spin": ("spun", "spun"),
    "forgive": ("forgave", "forgiven"), "weep": ("wept", "wept"), "begin": ("began", "begun"),
    "teach": ("taught", "taught"), "misunderstand": ("misunderstood", "misunderstood"),
    "withdraw": ("withdrew", "withdrawn"), "draw": ("drew", "drawn"), "blow": ("blew", "blown"),
    "fight": ("fought", "fought"), "shut": ("shut", "shut"), "dig": ("dug", "dug"),
    "ring": ("rang", "rung"), "bind": ("bound", "bound"), "own": ("owned", "owned"),
    "show": ("showed", "shown"), "throw": ("threw", "thrown"), "plead": ("pled", "pled"),
    "learn": ("learnt", "learnt"), "lead": ("led", "led"),
    "dream": ("dreamed", "dreamed"), "run": ("ran", "run"),
    "drive": ("drove", "driven"), "look": ("looked", "looked"), "rap": ("rapped", "rapped"),
    "keep": ("kept", "kept"), "leave": ("left", "left"), "lose": ("lost", "lost"),
    "buy": ("bought", "bought"), "lend": ("lent", "lent"), "sell": ("sold", "sold"),
    "dwell": ("dwelt", "dwelt"), "foretell": ("foretold", "foretold"),
    "retell": ("retold", "retold"), "shine": ("shone", "shone"), "prove": ("proved", "proven"),
    "disprove": ("disproved", "disproven"), "chide": ("chided", "chidden"),
    "sneer": ("sneered", "sneered"), "pay": ("paid", "paid"), "poke": ("poked", "poked"),
}  # fmt: skip


_OBJECT = frozenset("the a an this that these its their his her our my your".split())
_HAVE = ("has ", "had ", "have ")
_PARTICLES = frozenset("about to when on for out up down off over against with from".split())


def verb_phrases(forms: Iterable[str]) -> frozenset[str]:
    """Return those of a word's written forms that are verbs, as far as the others tell.

    "lied" is a verb where "has lied" or "lied to" is a form as well.

    Examples
    --------
    >>> sorted(verb_phrases(["has lied", "repeatedly lied", "lying about", "told a lie", "a lie"]))
    ['has lied', 'lying about', 'repeatedly lied']
    """
    written = [form.lower() for form in forms]
    verbs = {form.split()[1] for form in written if form.startswith(_HAVE)}
    for form in written:
        words = form.split()
        if len(words) == 2 and words[1] in _PARTICLES and words[0].endswith(("ed", "ing")):
            verbs.add(words[0])
    return frozenset(
        form
        for form in written
        if verbs.intersection(words := form.split())
        and (words[0] in verbs or words[0].endswith("ly") or form.startswith(_HAVE))
    )


def past_forms(forms: Iterable[str]) -> frozenset[str]:
    """Return those written forms that begin with a past tense: alone, or before its object.

    Only where what is written is something that is done: of words that say what somebody is,
    "deranged" would be one as well.

    Examples
    --------
    >>> sorted(past_forms(["killed", "were killed", "seized the town", "meddled in the vote"]))
    ['killed', 'meddled in the vote', 'seized the town']
    >>> sorted(past_forms(["seized by gunmen", "assisted suicide", "detained in custody", "dead"]))
    []
    """
    found = []
    for form in forms:
        first, *rest = form.lower().split()
        if first.endswith("ed") and "-" not in first:
            after = rest[1:] if rest[:1] == ["in"] else rest
            if not rest or (after and after[0] in _OBJECT):
                found.append(form.lower())
    return frozenset(found)
