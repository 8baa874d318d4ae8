"""Concepts can be named neutrally, and loaded both ways wherever usage has both."""

from __future__ import annotations

from types import ModuleType

from framing.lexicon import Lexicon

UNSOURCED = "of the other side, only unsourced names, off by default"
NO_OTHER_SIDE = "no source we read gives a loaded name of the other side"
PLAIN_NAMES = "the words guides ask for are the plain ones"
OF_ANOTHER_THING = "the words of the other way name another thing, a concept of its own"
ONE_WAY: dict[tuple[str, str, str], str] = {
    ("armed-groups", "islamic-state-name", "group"): "the group's own name is now the usual one",
    ("elections", "election-fraud", "accused"): "those accused deny it; they have no name for it",
    ("killings", "mass-killing", "victim"): "no name for a mass killing speaks against the dead",
    ("names-of-states", "events-of-1948", "palestinians"): "each of two peoples has its own name",
    ("politics", "party-on-the-left", "party"): "its own name, progressive, is in general use",
    ("taxes-labour", "health-law", "law"): "the law's own name is in general use",
    ("war", "war-budget", "state"): "the state's own name, defence budget, is in general use",
    ("climate-energy", "living-things", "nature"): NO_OTHER_SIDE,
    ("family-gender", "pregnant-people", "women"): NO_OTHER_SIDE,
    ("family-gender", "transgender-people", "people"): UNSOURCED,
    (
        "family-gender",
        "accusation-about-children",
        "people",
    ): UNSOURCED,
    ("family-gender", "gay-people", "people"): NO_OTHER_SIDE,
    ("foreign-forces", "foreign-base", "holder"): NO_OTHER_SIDE,
    ("governments", "american-administration", "state"): NO_OTHER_SIDE,
    ("governments", "head-of-government", "state"): "praise is of the leader, loaded both ways",
    ("killings", "bystander-deaths", "dead"): "the names blame or spare the killer, both ways",
    ("migration", "numbers-arriving", "people"): NO_OTHER_SIDE,
    ("migration", "family-migration", "people"): "the other side says the plain official name",
    ("nuclear-sanctions", "ballistic-arms", "state"): UNSOURCED,
    ("politics", "inquiry-into-politician", "investigators"): NO_OTHER_SIDE,
    ("politics", "racial-justice-views", "holders"): NO_OTHER_SIDE,
    ("social", "coronavirus-name", "china"): NO_OTHER_SIDE,
    ("social", "people-with-addiction", "people"): NO_OTHER_SIDE,
    ("social", "harmful-use", "people"): NO_OTHER_SIDE,
    ("public-talk", "gain-from-office", "holder"): "who defends it says that there was none",
    ("public-talk", "lapse-in-funding", "blamed"): "each side has the word for the other's",
    ("people", "black-americans", "people"): PLAIN_NAMES,
    ("people", "death-by-suicide", "person"): NO_OTHER_SIDE,
    ("people", "latin-americans-in-the-us", "people"): "no source gives a slur that outlets print",
    ("people", "people-enslaved", "people"): "the kinder word is the one guides ask for",
    ("people", "people-of-high-age", "people"): NO_OTHER_SIDE,
    ("people", "people-with-mental-illness", "people"): NO_OTHER_SIDE,
    ("people", "rohingya-naming", "people"): "the people's own name is in general use",
    ("policies", "hunting-for-pleasure", "hunters"): "who is for it says the plain names",
    ("policies", "banks-and-funds", "firms"): "who takes their side uses the plain names",
    ("policies", "punishment-by-death", "supporters"): "who is for it uses the plain names",
    ("social", "violence-at-home", "accused"): UNSOURCED,
    ("taxes-labour", "union-leaders", "union"): UNSOURCED,
    ("territory", "holy-site", "jews"): "each of two peoples has its own name",
    ("territory", "displaced-camps", "displaced"): "the other side says the plain official name",
    ("territory", "contested-place-name", "arabs"): "Iran's name is the one the United Nations use",
    ("territory", "myanmar-name", "opposition"): "the rulers' name is in general use",
    ("territory", "golan-naming", "israel"): "who takes Israel's side uses the plain name",
    ("people", "native-peoples", "people"): PLAIN_NAMES,
    ("nuclear-sanctions", "giving-up-nuclear-arms", "state"): "the other side uses the plain words",
    ("climate-energy", "oil-extraction", "industry"): "who is against it uses the plain names",
    ("policies", "mixing-of-schools-by-race", "policy"): "who is for it uses the plain names",
    ("policies", "aid-to-other-states", "aid"): "who is for it uses the plain names",
    ("taxes-labour", "organised-labour", "union"): "who takes their side uses the plain names",
    ("taxes-labour", "costly-health-plans", "plans"): "who has them uses the plain names",
    ("affairs", "going-after-opponents", "actor"): "who defends it uses the plain names",
    ("debates", "drug-trade", "people"): "no source we read gives a kind name for it",
    ("debates", "oil-from-abroad", "sellers"): "who sells it uses the plain names",
    ("governments", "weak-states", "state"): "the other side says the plain official name",
    ("public-life", "email-arrangement", "official"): "who defends it uses the plain names",
    ("affairs", "impeachment", "holders"): "who defends it uses the plain names",
    ("affairs", "civil-suits", "holders"): "who brings one uses the plain names",
    ("affairs", "waste-in-spending", "policy"): "the other side says the plain official name",
    ("elections", "vote-wrongdoing", "accused"): "those accused of it deny it",
    ("family-gender", "gay-couples", "people"): PLAIN_NAMES,
    ("family-gender", "marriage-of-man-and-woman", "couples"): OF_ANOTHER_THING,
    ("family-gender", "sexual-orientation", "people"): PLAIN_NAMES,
    ("guns", "gun-holding-side", "holders"): OF_ANOTHER_THING,
    ("labels", "called-fascist", "people"): NO_OTHER_SIDE,
    ("killings", "genocide", "victim"): "no name for a mass killing speaks against the dead",
    ("names-of-states", "iran-clergy", "rulers"): OF_ANOTHER_THING,
    ("names-of-states", "irans-supreme-leader", "rulers"): OF_ANOTHER_THING,
    ("policies", "party-line-votes", "makers"): OF_ANOTHER_THING,
    ("policies", "votes-across-parties", "makers"): OF_ANOTHER_THING,
    ("public-talk", "budget-standoff", "blamed"): "each side has the word for the other's",
    ("public-talk", "falling-figures", "matter"): OF_ANOTHER_THING,
    ("public-talk", "hostility-to-gay-people", "holders"): NO_OTHER_SIDE,
    ("public-talk", "hostility-to-jews", "holders"): NO_OTHER_SIDE,
    ("public-talk", "hostility-to-muslims", "holders"): NO_OTHER_SIDE,
    ("public-talk", "market-gains", "market"): OF_ANOTHER_THING,
    ("public-talk", "market-moves", "market"): OF_ANOTHER_THING,
    ("public-talk", "power-of-office", "leader"): OF_ANOTHER_THING,
    ("public-talk", "prejudice", "holders"): NO_OTHER_SIDE,
    ("public-talk", "rising-or-falling-figures", "matter"): OF_ANOTHER_THING,
    ("public-talk", "undoing-a-law", "policy"): OF_ANOTHER_THING,
    ("social", "sexual-harassment", "accused"): NO_OTHER_SIDE,
    ("strikes", "planned-attack", "attacker"): NO_OTHER_SIDE,
    ("war", "chemical-and-biological-arms", "user"): OF_ANOTHER_THING,
    ("policing", "people-who-break-the-law", "people"): NO_OTHER_SIDE,
    ("politics", "rule-of-two-parties", "parties"): "who is for it uses the plain names",
    ("taxes-labour", "relief-for-those-above", "holders"): "who holds it uses the plain names",
    ("politics", "critics-of-the-eu", "critics"): "who is one of them uses the plain names",
}
"""Slots that sources load one way only, each with the reason."""


def test_neutral_variants(lexicons: list[Lexicon], report: ModuleType) -> None:
    """Each concept has a neutral variant in use, and a loaded one."""
    loaded: dict[tuple[str, str], set[bool]] = {}
    for lexicon, concept, variant in report.enabled(lexicons):
        loaded.setdefault((lexicon.id, concept.id), set()).add(variant.intensity > 0)
    everything = {(each.id, concept.id) for each in lexicons for concept in each.concepts}
    assert set(loaded) == everything
    assert {key for key, kinds in loaded.items() if False not in kinds} == set()
    assert {key for key, kinds in loaded.items() if True not in kinds} == set()


def test_both_directions(lexicons: list[Lexicon], report: ModuleType) -> None:
    """The first slot of a concept is loaded both ways, but for the listed exceptions."""
    first = {
        (lexicon.id, concept.id, next(iter(concept.slots)))
        for lexicon in lexicons
        for concept in lexicon.concepts
    }
    found = report.directions(lexicons)
    one_way = {key for key in first if found[key] != {-1, 1}}
    assert one_way == set(ONE_WAY)
    assert all(ONE_WAY.values())


def test_no_form_twice(lexicons: list[Lexicon]) -> None:
    """No word stands under two variants of one concept."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            owners: dict[str, str] = {}
            for variant in concept.variants:
                if variant.valid_to:
                    continue  # a dated use of a word that has another meaning since
                words = (*variant.nouns, *variant.verbs, *variant.adjectives, *variant.exact)
                for word in {each.casefold().replace("-", " ") for each in words}:
                    where = (lexicon.id, concept.id, word)
                    assert owners.setdefault(word, variant.id) == variant.id, where
