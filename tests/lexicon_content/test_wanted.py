"""What was asked for stands in the lexicons: each word is found as a naming of its concept."""

from __future__ import annotations

import datetime

import pytest

from framing.lexicon import Lexicon
from framing.matching import Matcher
from framing.values import Document

WANTED = [
    ("The Democrat Party objected.", "democrats/democrat-party"),
    ("The Republic Party objected.", "republicans/republic-party"),
    ("The elites laughed at them.", "those-in-power/elites"),
    ("The Republican establishment objected.", "those-in-power/establishment"),
    ("The criminals were charged with theft.", "suspect/criminal"),
    ("He is a radical socialist.", "called-communist/communist"),
    ("He is a fascist.", "called-fascist/fascist"),
    ("It is fake news.", "stories-against-someone/fake-news"),
    ("It is a hoax.", "stories-against-someone/hoax"),
    ("The mainstream media said so.", "news-media/mainstream-media"),
    ("The migrant caravan moved north.", "caravan/caravan"),
    ("It was a cover-up.", "withholding/cover-up"),
    ("Republican obstruction stopped the bill.", "blocking/obstruction"),
    ("The bank bailout passed.", "aid-to-firms/bailout"),
    ("The tariffs on steel rose.", "trade-limits/tariffs"),
    ("The trade war went on.", "trade-limits/trade-war"),
    ("The Russia probe went on.", "inquiry-into-politician/probe"),
    ("It is a witch hunt.", "inquiry-into-politician/witch-hunt"),
    ("The sanctuary city refused.", "welcoming-cities/sanctuary-city"),
    ("Family separation at the border ended.", "children-at-the-border/family-separation"),
    ("The deep state resisted.", "career-officials/deep-state"),
    ("The Taiwan authorities protested.", "taiwan-government/taiwan-authorities"),
    ("The town was liberated by the army.", "taking-of-a-town/liberated"),
    ("The IDF fired.", "israeli-army-naming/idf"),
    ("The IOF fired.", "israeli-army-naming/zionist-forces"),
    ("They mourned the Nakba.", "events-of-1948/nakba"),
    ("Israel's War of Independence began.", "events-of-1948/war-of-independence"),
    ("They flew to Xizang.", "tibet-naming/xizang"),
    ("They flew to Ulster.", "northern-ireland-naming/ulster"),
    ("The six counties voted.", "northern-ireland-naming/six-counties"),
    ("The mullahs in Tehran refused.", "iran-clergy/mullahs"),
    ("The collective West objected.", "western-states/collective-west"),
    ("The Kiev regime fell.", "ukraine-government/kiev-regime"),
    ("The vocational centres in Xinjiang opened.", "xinjiang-camps/vocational-centres"),
    ("The insurrectionists stormed the Capitol.", "capitol-attackers/insurrectionists"),
    ("The barbaric act shocked them.", "cruel-acts/barbarism"),
    ("Planes bombarded the city.", "shelling/bombarded"),
    ("The popular forces advanced.", "government-militias/popular-forces"),
    ("Hamas dug terror tunnels.", "tunnels-under-a-border/terror-tunnel"),
    ("Israel found a cross-border tunnel.", "tunnels-under-a-border/tunnel"),
    ("They set criminals free.", "people-who-break-the-law/criminals"),
    ("It helps people with criminal records.", "people-who-break-the-law/people-with-records"),
    ("Unaccompanied alien children were held.", "children-who-come-alone/alien-children"),
    ("Unaccompanied minors were held.", "children-who-come-alone/unaccompanied-children"),
    ("She died in a car accident.", "crash-on-the-road/accident"),
    ("She died in a car crash.", "crash-on-the-road/crash"),
    ("He grew up in the projects.", "housing-for-poor-people/the-projects"),
    ("He grew up in public housing.", "housing-for-poor-people/public-housing"),
    ("It was an honour killing.", "killings-by-relatives/honour-killing"),
    ("She fought the duopoly of two parties.", "rule-of-two-parties/duopoly"),
    ("She fought the two-party system.", "rule-of-two-parties/two-party-system"),
    ("He is a Europhobe.", "critics-of-the-eu/europhobe"),
    ("He is a Eurosceptic.", "critics-of-the-eu/eurosceptic"),
    ("They left the breakaway region.", "held-territory/administered-territory"),
    ("He answered her attacks on Obama.", "criticising/attacked"),
    ("The reform hurts the unions.", "organised-labour/labour-union"),
]


@pytest.fixture(scope="module")
def matcher(lexicons: list[Lexicon]) -> Matcher:
    """Return a matcher of all naming lexicons."""
    return Matcher(lexicons)


def namings(matcher: Matcher, text: str) -> set[str]:
    """Return what a sentence of May 2024 names, as concept/variant."""
    whole = ((0, len(text)),)
    document = Document("a", "text", text, whole, whole, ("body",))
    hits = matcher.find(document, datetime.date(2024, 5, 1).isoformat())
    return {"/".join(matcher.entries[hit.entry][1:3]) for hit in hits}


@pytest.mark.parametrize(("text", "naming"), WANTED)
def test_it_is_there(matcher: Matcher, text: str, naming: str) -> None:
    """The sentence holds the naming."""
    assert naming in namings(matcher, text)


def test_a_base_that_grows_takes_no_land(matcher: Matcher) -> None:
    """What is joined to a facility is no land taken."""
    assert namings(matcher, "The base annexed other areas to the facility.") == set()


@pytest.mark.parametrize("words", ["Taiwanese government", "Taiwan's government"])
def test_who_governs_taiwan_is_named_in_one_concept(matcher: Matcher, words: str) -> None:
    """What one outlet calls authorities and another a government can be compared."""
    named = {naming.split("/")[0] for naming in namings(matcher, f"The {words} met on Monday.")}
    assert named == {"taiwan-government"}
    assert "taiwan-government" in {
        naming.split("/")[0] for naming in namings(matcher, "The Taiwan authorities met on Monday.")
    }
