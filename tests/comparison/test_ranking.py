"""In which order findings are told: what is tested by p, what is not by what a test would weigh."""

from __future__ import annotations

import numpy as np
import pandas as pd

import framing
from framing import Article
from framing.comparison import Comparison
from framing.comparison.ranking import ranked
from framing.comparison.referents import mostly_bound


def compared(*events: dict[str, str]) -> Comparison:
    """Compare what the outlets wrote on each event."""
    articles = [
        Article(f"{outlet}{at}", outlet=outlet, event=f"e{at}", text=text)
        for at, texts in enumerate(events)
        for outlet, text in texts.items()
    ]
    return framing.compare(framing.analyze(articles, sentiment=False), copies="all")


LAWS = {"Ash": "Gun laws, gun laws, gun control. ", "Fir": "Gun control, gun control, gun laws. "}
ALIKE = {"Ash": "Gun laws, gun laws. ", "Fir": "Gun laws, gun laws. "}
MANY = {"Ash": "Islamic State, Islamic State. ", "Fir": "ISIS, ISIS, ISIS, ISIS, Islamic State. "}
SAME = {"Ash": "Islamic State, Islamic State. ", "Fir": "Islamic State, Islamic State. "}


def both(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """Let each outlet write both texts."""
    return {name: one[name] + other[name] for name in one}


def test_of_what_is_not_tested_more_events_that_agree_come_before_a_larger_difference() -> None:
    """What four events tell stands before what one tells, whichever word it is."""
    laws = {"Ash": "Gun laws, gun laws. ", "Fir": "Gun control, gun control. "}
    found = compared(both(LAWS, MANY), *[both(ALIKE, MANY)] * 3)
    ranked = found.ranked()
    assert ranked["p_value"].isna().all()
    assert ranked["concept"].tolist() == ["islamic-state-name", "gun-laws"]
    other = compared(
        both(laws, MANY), both(laws, SAME), both(laws, SAME), both(laws, SAME)
    ).ranked()
    assert other["concept"].tolist() == ["gun-laws", "islamic-state-name"]
    seldom = other.set_index("concept")["nonzero_events"]
    assert seldom.to_dict() == {"gun-laws": 4, "islamic-state-name": 1}


def test_of_what_is_not_tested_one_event_of_three_is_no_habit() -> None:
    """Of one size over all, what three events agree on comes before what one of them has alone."""
    once = {"Ash": "Islamic State, Islamic State. ", "Fir": "ISIS, ISIS. "}
    events = [both(LAWS, once), both(LAWS, SAME), both(LAWS, SAME)]
    ranked = compared(*events).ranked()
    assert ranked["concept"].tolist() == ["gun-laws", "islamic-state-name"]
    assert ranked["raw_difference"].round(6).nunique() == 1


def test_what_may_be_several_things_comes_last_of_the_untested_though_others_are_tested() -> None:
    """Killings of several people differ in more events; a name of one group comes first."""
    deeds = {
        "Ash": "The assassination of Aker shook Tarn. The assassination of Aker. ",
        "Fir": "A school in Orlan closed after the murder of a girl. The murder of a girl. ",
    }
    events = [both(LAWS, deeds), *[both(LAWS, deeds)] * 2, both(LAWS, MANY), both(LAWS, SAME)]
    ranked = compared(*events, both(LAWS, MANY), LAWS).ranked()
    tested = ranked.set_index("concept")["p_value"].notna().to_dict()
    assert tested == {"gun-laws": True, "islamic-state-name": False, "killing-of-person": False}
    assert ranked["concept"].tolist() == ["gun-laws", "islamic-state-name", "killing-of-person"]


def test_what_was_tested_stands_in_the_order_of_p_though_it_may_be_several_things() -> None:
    """Tested and not borne out, of perhaps two acts: it stands before what was not tested."""
    one = {"Ash": "The assassination of Aker shook Tarn. ", "Fir": "A girl was killed in Orlan. "}
    other = {"Ash": "A dean was killed in Brel. ", "Fir": "The assassination of Venn shook Corr. "}
    acts = [one] * 5 + [other] * 2
    events = [both(text, MANY) if at < 3 else text for at, text in enumerate(acts)]
    ranked = compared(*events).ranked().set_index("concept")
    assert 0.05 < ranked.loc["killing-of-person", "p_value"] < 1
    assert ranked["p_value"].isna()["islamic-state-name"]
    assert list(ranked.index) == ["killing-of-person", "islamic-state-name"]


def untested(concept: str, statistic: float, differing: int, size: float) -> dict[str, object]:
    """Return a row of differences that no test was made of."""
    return {
        "measure": "naming choice", "scope": "own", "kind": "pair", "lexicon": "x",
        "concept": concept, "outlet_a": "Ash", "outlet_b": "Fir", "events": 5, "n_a": 9, "n_b": 9,
        "total_a": 20, "total_b": 20, "p_value": np.nan, "low": np.nan, "difference": size,
        "raw_difference": size, "nonzero_events": differing, "statistic": statistic,
    }  # fmt: skip


def test_of_what_is_not_tested_evidence_orders_and_not_size() -> None:
    """What more events agree on comes first, and what one alone has after all with more."""
    rows = [
        untested("one event alone", 1.0, 1, 0.9),
        untested("two that hardly agree", 0.9, 2, 0.8),
        untested("large, three events", 2.0, 3, 0.7),
        untested("smaller, five events", 3.3, 5, 0.4),
    ]
    told = ranked(pd.DataFrame(rows))["concept"].tolist()
    assert told == [str(row["concept"]) for row in reversed(rows)]


def test_a_stray_party_tells_not_of_whom_a_word_is() -> None:
    """Two namings and a third of all must be bound before they say that these are two things."""
    bound, nobody = frozenset({"Ostland"}), frozenset[str]()
    cases = {(1, 2): False, (2, 6): True, (2, 7): False, (3, 9): True}
    for (told, of), enough in cases.items():
        parties = [bound] * told + [nobody] * (of - told)
        assert mostly_bound(np.arange(of), parties) is enough
